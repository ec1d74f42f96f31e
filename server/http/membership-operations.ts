import { createOrganizationMembership } from '#contract/organizations/create-organization-membership.ts'
import { deleteOrganizationMembership } from '#contract/organizations/delete-organization-membership.ts'
import { instanceGetOrganizationMemberships } from '#contract/organizations/instance-get-organization-memberships.ts'
import { listOrganizationMemberships } from '#contract/organizations/list-organization-memberships.ts'
import { updateOrganizationMembership } from '#contract/organizations/update-organization-membership.ts'
import { updateOrganizationMembershipMetadata } from '#contract/organizations/update-organization-membership-metadata.ts'
import { usersGetOrganizationMemberships } from '#contract/organizations/users-get-organization-memberships.ts'
import * as create from '#server/organizations/create-organization-membership.ts'
import * as remove from '#server/organizations/delete-organization-membership.ts'
import * as listAll from '#server/organizations/instance-get-organization-memberships.ts'
import * as list from '#server/organizations/list-organization-memberships.ts'
import * as update from '#server/organizations/update-organization-membership.ts'
import * as updateMetadata from '#server/organizations/update-organization-membership-metadata.ts'
import * as ofUser from '#server/organizations/users-get-organization-memberships.ts'
import { presentMembership, presentMemberships } from './present-membership.ts'
import { type Route, route } from './route.ts'

/** The operations of memberships: the contract, the verb that does it, how the outcome is written. */
export const membershipRoutes: readonly Route[] = [
  route(usersGetOrganizationMemberships, ofUser.usersGetOrganizationMemberships, presentMemberships),
  route(listOrganizationMemberships, list.listOrganizationMemberships, presentMemberships),
  route(createOrganizationMembership, create.createOrganizationMembership, presentMembership),
  route(updateOrganizationMembership, update.updateOrganizationMembership, presentMembership),
  route(deleteOrganizationMembership, remove.deleteOrganizationMembership, presentMembership),
  route(
    updateOrganizationMembershipMetadata,
    updateMetadata.updateOrganizationMembershipMetadata,
    presentMembership,
  ),
  route(instanceGetOrganizationMemberships, listAll.instanceGetOrganizationMemberships, presentMemberships),
]
