import type { FrontendOperation } from '../frontend-operation.ts'
import { bulkCreateOrganizationInvitations } from './bulk-create-organization-invitations.ts'
import { createOrganization } from './create-organization.ts'
import { createOrganizationDomain } from './create-organization-domain.ts'
import { createOrganizationInvitations } from './create-organization-invitations.ts'
import { createOrganizationMembership } from './create-organization-membership.ts'
import { deleteOrganization } from './delete-organization.ts'
import { deleteOrganizationDomain } from './delete-organization-domain.ts'
import { deleteOrganizationLogo } from './delete-organization-logo.ts'
import { getAllPendingOrganizationInvitations } from './get-all-pending-organization-invitations.ts'
import { getOrganization } from './get-organization.ts'
import { getOrganizationDomain } from './get-organization-domain.ts'
import { getOrganizationInvitations } from './get-organization-invitations.ts'
import { listOrganizationDomains } from './list-organization-domains.ts'
import { listOrganizationMemberships } from './list-organization-memberships.ts'
import { listOrganizationRoles } from './list-organization-roles.ts'
import { removeOrganizationMember } from './remove-organization-member.ts'
import { revokePendingOrganizationInvitation } from './revoke-pending-organization-invitation.ts'
import { updateOrganization } from './update-organization.ts'
import { updateOrganizationDomainEnrollmentMode } from './update-organization-domain-enrollment-mode.ts'
import { updateOrganizationLogo } from './update-organization-logo.ts'
import { updateOrganizationMembership } from './update-organization-membership.ts'

/** The rooms of organizations: open to members, by permission. */
export const organizationOperations: readonly FrontendOperation[] = [
  createOrganization,
  getOrganization,
  updateOrganization,
  deleteOrganization,
  updateOrganizationLogo,
  deleteOrganizationLogo,
  listOrganizationMemberships,
  createOrganizationMembership,
  updateOrganizationMembership,
  removeOrganizationMember,
  getOrganizationInvitations,
  createOrganizationInvitations,
  bulkCreateOrganizationInvitations,
  getAllPendingOrganizationInvitations,
  revokePendingOrganizationInvitation,
  listOrganizationRoles,
  listOrganizationDomains,
  createOrganizationDomain,
  getOrganizationDomain,
  deleteOrganizationDomain,
  updateOrganizationDomainEnrollmentMode,
]
