import type { Operation } from '../operation.ts'
import { createOrganizationMembership } from './create-organization-membership.ts'
import { deleteOrganizationMembership } from './delete-organization-membership.ts'
import { instanceGetOrganizationMemberships } from './instance-get-organization-memberships.ts'
import { listOrganizationMemberships } from './list-organization-memberships.ts'
import { updateOrganizationMembership } from './update-organization-membership.ts'
import { updateOrganizationMembershipMetadata } from './update-organization-membership-metadata.ts'
import { usersGetOrganizationMemberships } from './users-get-organization-memberships.ts'

/** Who is in which organization. */
export const membershipOperations: readonly Operation[] = [
  usersGetOrganizationMemberships,
  listOrganizationMemberships,
  createOrganizationMembership,
  updateOrganizationMembership,
  deleteOrganizationMembership,
  updateOrganizationMembershipMetadata,
  instanceGetOrganizationMemberships,
]
