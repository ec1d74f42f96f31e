import type { Operation } from '../operation.ts'
import { createOrganizationDomain } from './create-organization-domain.ts'
import { deleteOrganizationDomain } from './delete-organization-domain.ts'
import { listAllOrganizationDomains } from './list-all-organization-domains.ts'
import { listOrganizationDomains } from './list-organization-domains.ts'
import { updateOrganizationDomain } from './update-organization-domain.ts'
import { verifyOrganizationDomainOwnership } from './verify-organization-domain-ownership.ts'

/** Which domain belongs to which organization. */
export const domainOperations: readonly Operation[] = [
  listOrganizationDomains,
  createOrganizationDomain,
  updateOrganizationDomain,
  deleteOrganizationDomain,
  verifyOrganizationDomainOwnership,
  listAllOrganizationDomains,
]
