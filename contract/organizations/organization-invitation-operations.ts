import type { Operation } from '../operation.ts'
import { createOrganizationInvitation } from './create-organization-invitation.ts'
import { createOrganizationInvitationBulk } from './create-organization-invitation-bulk.ts'
import { getOrganizationInvitation } from './get-organization-invitation.ts'
import { listInstanceOrganizationInvitations } from './list-instance-organization-invitations.ts'
import { listOrganizationInvitations } from './list-organization-invitations.ts'
import { listPendingOrganizationInvitations } from './list-pending-organization-invitations.ts'
import { revokeOrganizationInvitation } from './revoke-organization-invitation.ts'
import { usersGetOrganizationInvitations } from './users-get-organization-invitations.ts'

/** Who is asked into which organization. */
export const organizationInvitationOperations: readonly Operation[] = [
  usersGetOrganizationInvitations,
  listOrganizationInvitations,
  createOrganizationInvitation,
  createOrganizationInvitationBulk,
  listPendingOrganizationInvitations,
  getOrganizationInvitation,
  revokeOrganizationInvitation,
  listInstanceOrganizationInvitations,
]
