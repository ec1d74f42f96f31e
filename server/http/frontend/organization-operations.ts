import { bulkCreateOrganizationInvitations } from '#contract/frontend/organizations/bulk-create-organization-invitations.ts'
import { createOrganization } from '#contract/frontend/organizations/create-organization.ts'
import { createOrganizationDomain } from '#contract/frontend/organizations/create-organization-domain.ts'
import { createOrganizationInvitations } from '#contract/frontend/organizations/create-organization-invitations.ts'
import { createOrganizationMembership } from '#contract/frontend/organizations/create-organization-membership.ts'
import { deleteOrganization } from '#contract/frontend/organizations/delete-organization.ts'
import { deleteOrganizationDomain } from '#contract/frontend/organizations/delete-organization-domain.ts'
import { deleteOrganizationLogo } from '#contract/frontend/organizations/delete-organization-logo.ts'
import { getAllPendingOrganizationInvitations } from '#contract/frontend/organizations/get-all-pending-organization-invitations.ts'
import { getOrganization } from '#contract/frontend/organizations/get-organization.ts'
import { getOrganizationDomain } from '#contract/frontend/organizations/get-organization-domain.ts'
import { getOrganizationInvitations } from '#contract/frontend/organizations/get-organization-invitations.ts'
import { listOrganizationDomains } from '#contract/frontend/organizations/list-organization-domains.ts'
import { listOrganizationMemberships } from '#contract/frontend/organizations/list-organization-memberships.ts'
import { listOrganizationRoles } from '#contract/frontend/organizations/list-organization-roles.ts'
import { removeOrganizationMember } from '#contract/frontend/organizations/remove-organization-member.ts'
import { revokePendingOrganizationInvitation } from '#contract/frontend/organizations/revoke-pending-organization-invitation.ts'
import { updateOrganization } from '#contract/frontend/organizations/update-organization.ts'
import { updateOrganizationDomainEnrollmentMode } from '#contract/frontend/organizations/update-organization-domain-enrollment-mode.ts'
import { updateOrganizationLogo } from '#contract/frontend/organizations/update-organization-logo.ts'
import { updateOrganizationMembership } from '#contract/frontend/organizations/update-organization-membership.ts'
import * as inviteMany from '#server/frontend/organizations/bulk-create-organization-invitations.ts'
import * as create from '#server/frontend/organizations/create-organization.ts'
import * as addDomain from '#server/frontend/organizations/create-organization-domain.ts'
import * as invite from '#server/frontend/organizations/create-organization-invitations.ts'
import * as addMember from '#server/frontend/organizations/create-organization-membership.ts'
import * as remove from '#server/frontend/organizations/delete-organization.ts'
import * as removeDomain from '#server/frontend/organizations/delete-organization-domain.ts'
import * as dropLogo from '#server/frontend/organizations/delete-organization-logo.ts'
import * as pending from '#server/frontend/organizations/get-all-pending-organization-invitations.ts'
import * as get from '#server/frontend/organizations/get-organization.ts'
import * as domain from '#server/frontend/organizations/get-organization-domain.ts'
import * as invitations from '#server/frontend/organizations/get-organization-invitations.ts'
import * as domains from '#server/frontend/organizations/list-organization-domains.ts'
import * as members from '#server/frontend/organizations/list-organization-memberships.ts'
import * as roles from '#server/frontend/organizations/list-organization-roles.ts'
import * as removeMember from '#server/frontend/organizations/remove-organization-member.ts'
import * as revoke from '#server/frontend/organizations/revoke-pending-organization-invitation.ts'
import * as update from '#server/frontend/organizations/update-organization.ts'
import * as changeMode from '#server/frontend/organizations/update-organization-domain-enrollment-mode.ts'
import * as giveLogo from '#server/frontend/organizations/update-organization-logo.ts'
import * as changeMember from '#server/frontend/organizations/update-organization-membership.ts'
import { presentDomain, presentDomains } from '../present-domain.ts'
import { type FrontendRoute, frontendRoute, frontendUploadRoute } from './frontend-route.ts'
import { presentDeletedOwn } from './present-me.ts'
import {
  presentCountedOrganization,
  presentSeenInvitation,
  presentSeenInvitationList,
  presentSeenInvitations,
  presentSeenMembers,
  presentSeenMembership,
  presentSeenRoles,
} from './present-organization.ts'

/** The rooms of organizations, a part of the table in `operations.ts`. */
export const organizationRoutes: readonly FrontendRoute[] = [
  frontendRoute(createOrganization, create.createOrganization, presentCountedOrganization),
  frontendRoute(getOrganization, get.getOrganization, presentCountedOrganization),
  frontendRoute(updateOrganization, update.updateOrganization, presentCountedOrganization),
  frontendRoute(deleteOrganization, remove.deleteOrganization, presentDeletedOwn),
  frontendUploadRoute(updateOrganizationLogo, giveLogo.updateOrganizationLogo, presentCountedOrganization),
  frontendRoute(deleteOrganizationLogo, dropLogo.deleteOrganizationLogo, presentDeletedOwn),
  frontendRoute(listOrganizationMemberships, members.listOrganizationMemberships, presentSeenMembers),
  frontendRoute(createOrganizationMembership, addMember.createOrganizationMembership, presentSeenMembership),
  frontendRoute(
    updateOrganizationMembership,
    changeMember.updateOrganizationMembership,
    presentSeenMembership,
  ),
  frontendRoute(removeOrganizationMember, removeMember.removeOrganizationMember, presentSeenMembership),
  frontendRoute(getOrganizationInvitations, invitations.getOrganizationInvitations, presentSeenInvitations),
  frontendRoute(createOrganizationInvitations, invite.createOrganizationInvitations, presentSeenInvitation),
  frontendRoute(
    bulkCreateOrganizationInvitations,
    inviteMany.bulkCreateOrganizationInvitations,
    presentSeenInvitationList,
  ),
  frontendRoute(
    getAllPendingOrganizationInvitations,
    pending.getAllPendingOrganizationInvitations,
    presentSeenInvitationList,
  ),
  frontendRoute(
    revokePendingOrganizationInvitation,
    revoke.revokePendingOrganizationInvitation,
    presentSeenInvitation,
  ),
  frontendRoute(listOrganizationRoles, roles.listOrganizationRoles, presentSeenRoles),
  frontendRoute(listOrganizationDomains, domains.listOrganizationDomains, presentDomains),
  frontendRoute(createOrganizationDomain, addDomain.createOrganizationDomain, presentDomain),
  frontendRoute(getOrganizationDomain, domain.getOrganizationDomain, presentDomain),
  frontendRoute(deleteOrganizationDomain, removeDomain.deleteOrganizationDomain, presentDeletedOwn),
  frontendRoute(
    updateOrganizationDomainEnrollmentMode,
    changeMode.updateOrganizationDomainEnrollmentMode,
    presentDomain,
  ),
]
