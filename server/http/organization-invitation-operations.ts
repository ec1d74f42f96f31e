import { createOrganizationInvitation } from '#contract/organizations/create-organization-invitation.ts'
import { createOrganizationInvitationBulk } from '#contract/organizations/create-organization-invitation-bulk.ts'
import { getOrganizationInvitation } from '#contract/organizations/get-organization-invitation.ts'
import { listInstanceOrganizationInvitations } from '#contract/organizations/list-instance-organization-invitations.ts'
import { listOrganizationInvitations } from '#contract/organizations/list-organization-invitations.ts'
import { listPendingOrganizationInvitations } from '#contract/organizations/list-pending-organization-invitations.ts'
import { revokeOrganizationInvitation } from '#contract/organizations/revoke-organization-invitation.ts'
import { usersGetOrganizationInvitations } from '#contract/organizations/users-get-organization-invitations.ts'
import * as create from '#server/organizations/create-organization-invitation.ts'
import * as createBulk from '#server/organizations/create-organization-invitation-bulk.ts'
import * as get from '#server/organizations/get-organization-invitation.ts'
import * as listAll from '#server/organizations/list-instance-organization-invitations.ts'
import * as list from '#server/organizations/list-organization-invitations.ts'
import * as listPending from '#server/organizations/list-pending-organization-invitations.ts'
import * as revoke from '#server/organizations/revoke-organization-invitation.ts'
import * as ofUser from '#server/organizations/users-get-organization-invitations.ts'
import {
  presentInvitationsWithOrganizations,
  presentOrganizationInvitation,
  presentOrganizationInvitations,
} from './present-organization-invitation.ts'
import { type Route, route } from './route.ts'

/** The operations of invitations to organizations. */
export const organizationInvitationRoutes: readonly Route[] = [
  route(
    usersGetOrganizationInvitations,
    ofUser.usersGetOrganizationInvitations,
    presentInvitationsWithOrganizations,
  ),
  route(listOrganizationInvitations, list.listOrganizationInvitations, presentOrganizationInvitations),
  route(createOrganizationInvitation, create.createOrganizationInvitation, presentOrganizationInvitation),
  route(
    createOrganizationInvitationBulk,
    createBulk.createOrganizationInvitationBulk,
    presentOrganizationInvitations,
  ),
  route(
    listPendingOrganizationInvitations,
    listPending.listPendingOrganizationInvitations,
    presentOrganizationInvitations,
  ),
  route(getOrganizationInvitation, get.getOrganizationInvitation, presentOrganizationInvitation),
  route(revokeOrganizationInvitation, revoke.revokeOrganizationInvitation, presentOrganizationInvitation),
  route(
    listInstanceOrganizationInvitations,
    listAll.listInstanceOrganizationInvitations,
    presentInvitationsWithOrganizations,
  ),
]
