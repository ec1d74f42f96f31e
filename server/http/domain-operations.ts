import { createOrganizationDomain } from '#contract/organizations/create-organization-domain.ts'
import { deleteOrganizationDomain } from '#contract/organizations/delete-organization-domain.ts'
import { listAllOrganizationDomains } from '#contract/organizations/list-all-organization-domains.ts'
import { listOrganizationDomains } from '#contract/organizations/list-organization-domains.ts'
import { updateOrganizationDomain } from '#contract/organizations/update-organization-domain.ts'
import { verifyOrganizationDomainOwnership } from '#contract/organizations/verify-organization-domain-ownership.ts'
import * as create from '#server/organizations/create-organization-domain.ts'
import * as remove from '#server/organizations/delete-organization-domain.ts'
import * as listAll from '#server/organizations/list-all-organization-domains.ts'
import * as list from '#server/organizations/list-organization-domains.ts'
import * as update from '#server/organizations/update-organization-domain.ts'
import * as verify from '#server/organizations/verify-organization-domain-ownership.ts'
import { presentDomain, presentDomains } from './present-domain.ts'
import { presentDeleted } from './present-user.ts'
import { type Route, route } from './route.ts'

/** The operations of the domains of organizations. */
export const domainRoutes: readonly Route[] = [
  route(listOrganizationDomains, list.listOrganizationDomains, presentDomains),
  route(createOrganizationDomain, create.createOrganizationDomain, presentDomain),
  route(updateOrganizationDomain, update.updateOrganizationDomain, presentDomain),
  route(deleteOrganizationDomain, remove.deleteOrganizationDomain, presentDeleted),
  route(verifyOrganizationDomainOwnership, verify.verifyOrganizationDomainOwnership, presentDomain),
  route(listAllOrganizationDomains, listAll.listAllOrganizationDomains, presentDomains),
]
