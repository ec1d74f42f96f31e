import type { Operation } from '../operation.ts'
import { createOrganization } from './create-organization.ts'
import { deleteOrganization } from './delete-organization.ts'
import { deleteOrganizationLogo } from './delete-organization-logo.ts'
import { domainOperations } from './domain-operations.ts'
import { getOrganization } from './get-organization.ts'
import { listOrganizations } from './list-organizations.ts'
import { membershipOperations } from './membership-operations.ts'
import { mergeOrganizationMetadata } from './merge-organization-metadata.ts'
import { organizationInvitationOperations } from './organization-invitation-operations.ts'
import { replaceOrganizationMetadata } from './replace-organization-metadata.ts'
import { updateOrganization } from './update-organization.ts'
import { uploadOrganizationLogo } from './upload-organization-logo.ts'

/** Everything about organizations: what they are, who is in them, what members may do. */
export const organizationOperations: readonly Operation[] = [
  listOrganizations,
  createOrganization,
  getOrganization,
  updateOrganization,
  deleteOrganization,
  mergeOrganizationMetadata,
  replaceOrganizationMetadata,
  uploadOrganizationLogo,
  deleteOrganizationLogo,
  ...membershipOperations,
  ...organizationInvitationOperations,
  ...domainOperations,
]
