import { createOrganization } from '#contract/organizations/create-organization.ts'
import { deleteOrganization } from '#contract/organizations/delete-organization.ts'
import { deleteOrganizationLogo } from '#contract/organizations/delete-organization-logo.ts'
import { getOrganization } from '#contract/organizations/get-organization.ts'
import { listOrganizations } from '#contract/organizations/list-organizations.ts'
import { mergeOrganizationMetadata } from '#contract/organizations/merge-organization-metadata.ts'
import { replaceOrganizationMetadata } from '#contract/organizations/replace-organization-metadata.ts'
import { updateOrganization } from '#contract/organizations/update-organization.ts'
import { uploadOrganizationLogo } from '#contract/organizations/upload-organization-logo.ts'
import * as create from '#server/organizations/create-organization.ts'
import * as remove from '#server/organizations/delete-organization.ts'
import * as dropLogo from '#server/organizations/delete-organization-logo.ts'
import * as get from '#server/organizations/get-organization.ts'
import * as list from '#server/organizations/list-organizations.ts'
import * as merge from '#server/organizations/merge-organization-metadata.ts'
import type { Organization } from '#server/organizations/organization.ts'
import * as replace from '#server/organizations/replace-organization-metadata.ts'
import * as update from '#server/organizations/update-organization.ts'
import * as setLogo from '#server/organizations/upload-organization-logo.ts'
import type { World } from '#server/world.ts'
import { domainRoutes } from './domain-operations.ts'
import { membershipRoutes } from './membership-operations.ts'
import { organizationInvitationRoutes } from './organization-invitation-operations.ts'
import {
  presentOrganization,
  presentOrganizations,
  presentOrganizationWithLogo,
  presentSeenOrganization,
} from './present-organization.ts'
import { presentDeleted } from './present-user.ts'
import { type Route, route, uploadRoute } from './route.ts'

const plain = (organization: Organization, world: World) => presentOrganization(organization, world)

/** The operations of organizations: the contract, the verb that does it, how the outcome is written. */
export const organizationRoutes: readonly Route[] = [
  route(listOrganizations, list.listOrganizations, presentOrganizations),
  route(createOrganization, create.createOrganization, plain),
  route(getOrganization, get.getOrganization, presentSeenOrganization),
  route(updateOrganization, update.updateOrganization, plain),
  route(deleteOrganization, remove.deleteOrganization, presentDeleted),
  route(mergeOrganizationMetadata, merge.mergeOrganizationMetadata, plain),
  route(replaceOrganizationMetadata, replace.replaceOrganizationMetadata, plain),
  uploadRoute(uploadOrganizationLogo, setLogo.uploadOrganizationLogo, presentOrganizationWithLogo),
  route(deleteOrganizationLogo, dropLogo.deleteOrganizationLogo, plain),
  ...membershipRoutes,
  ...organizationInvitationRoutes,
  ...domainRoutes,
]
