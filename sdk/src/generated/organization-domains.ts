// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterateByOffset, type Page } from '../pages.ts'
import type {
  CreateOrganizationDomainParams,
  DeletedObject,
  ListAllOrganizationDomainsParams,
  ListOrganizationDomainsParams,
  OrganizationDomain,
  UpdateOrganizationDomainParams,
} from './types.ts'

const listOrganizationDomains: Operation = {
  id: 'ListOrganizationDomains',
  method: 'GET',
  path: '/organizations/{organization_id}/domains',
  query: ['verified', 'enrollment_mode', 'limit', 'offset'],
  hasBody: false,
}

const createOrganizationDomain: Operation = {
  id: 'CreateOrganizationDomain',
  method: 'POST',
  path: '/organizations/{organization_id}/domains',
  query: [],
  hasBody: true,
}

const updateOrganizationDomain: Operation = {
  id: 'UpdateOrganizationDomain',
  method: 'PATCH',
  path: '/organizations/{organization_id}/domains/{domain_id}',
  query: [],
  hasBody: true,
}

const deleteOrganizationDomain: Operation = {
  id: 'DeleteOrganizationDomain',
  method: 'DELETE',
  path: '/organizations/{organization_id}/domains/{domain_id}',
  query: [],
  hasBody: false,
}

const verifyOrganizationDomainOwnership: Operation = {
  id: 'VerifyOrganizationDomainOwnership',
  method: 'POST',
  path: '/organizations/{organization_id}/domains/{domain_id}/verify_ownership',
  query: [],
  hasBody: false,
}

const listAllOrganizationDomains: Operation = {
  id: 'ListAllOrganizationDomains',
  method: 'GET',
  path: '/organization_domains',
  query: ['organization_id', 'verified', 'enrollment_mode', 'query', 'domains', 'order_by', 'limit', 'offset'],
  hasBody: false,
}

export class OrganizationDomains {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List the domains of an organization.
   *
   * A page, newest first, and the number of all.
   *
   * `GET /v1/organizations/{organization_id}/domains`, operation `ListOrganizationDomains`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `organization_domains_not_enabled`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ValidationError} `form_param_value_invalid`, `form_param_array_size_exceeded`
   */
  list(organizationId: string, params?: ListOrganizationDomainsParams, options?: CallOptions): Promise<Page<OrganizationDomain>> {
    return this.#call<Page<OrganizationDomain>>(listOrganizationDomains, [organizationId], params, options)
  }

  /**
   * List the domains of an organization.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/organizations/{organization_id}/domains`, operation `ListOrganizationDomains`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `organization_domains_not_enabled`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ValidationError} `form_param_value_invalid`, `form_param_array_size_exceeded`
   */
  iterate(organizationId: string, params?: Omit<ListOrganizationDomainsParams, 'offset'>, options?: CallOptions): AsyncGenerator<OrganizationDomain, void, undefined> {
    return iterateByOffset(
      (params) => this.#call<Page<OrganizationDomain>>(listOrganizationDomains, [organizationId], params, options).then(({ data }) => data),
      params,
    )
  }

  /**
   * Add a domain to an organization.
   *
   * Verified unless told otherwise: the backend answers for it, nothing is looked up. A domain is verified in one organization at most.
   *
   * `POST /v1/organizations/{organization_id}/domains`, operation `CreateOrganizationDomain`.
   *
   * @throws {ValidationError} `organization_domain_already_exists`, `form_param_missing`, `form_param_nil`, `form_param_format_invalid`
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `organization_domains_not_enabled`, `organization_domain_enrollment_mode_not_enabled`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  create(organizationId: string, params: CreateOrganizationDomainParams, options?: CallOptions): Promise<OrganizationDomain> {
    return this.#call<OrganizationDomain>(createOrganizationDomain, [organizationId], params, options)
  }

  /**
   * Update a domain of an organization.
   *
   * Changes what is given. One that is no longer verified is free for other organizations.
   *
   * `PATCH /v1/organizations/{organization_id}/domains/{domain_id}`, operation `UpdateOrganizationDomain`.
   *
   * @throws {ValidationError} `organization_domain_already_exists`
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `organization_domains_not_enabled`, `organization_domain_enrollment_mode_not_enabled`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  update(organizationId: string, domainId: string, params: UpdateOrganizationDomainParams, options?: CallOptions): Promise<OrganizationDomain> {
    return this.#call<OrganizationDomain>(updateOrganizationDomain, [organizationId, domainId], params, options)
  }

  /**
   * Remove a domain from an organization.
   *
   * Members and invitations stay.
   *
   * `DELETE /v1/organizations/{organization_id}/domains/{domain_id}`, operation `DeleteOrganizationDomain`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `organization_domains_not_enabled`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  delete(organizationId: string, domainId: string, options?: CallOptions): Promise<DeletedObject> {
    return this.#call<DeletedObject>(deleteOrganizationDomain, [organizationId, domainId], undefined, options)
  }

  /**
   * Confirm that an organization owns a domain.
   *
   * By hand, on the word of the backend: no DNS record is looked up. The domain is verified from then on. Again it changes nothing.
   *
   * `POST /v1/organizations/{organization_id}/domains/{domain_id}/verify_ownership`, operation `VerifyOrganizationDomainOwnership`.
   *
   * @throws {ValidationError} `organization_domain_already_exists`
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `organization_domains_not_enabled`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  verifyOwnership(organizationId: string, domainId: string, options?: CallOptions): Promise<OrganizationDomain> {
    return this.#call<OrganizationDomain>(verifyOrganizationDomainOwnership, [organizationId, domainId], undefined, options)
  }

  /**
   * List the domains of all organizations.
   *
   * A page, newest first, and the number of all.
   *
   * `GET /v1/organization_domains`, operation `ListAllOrganizationDomains`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `organization_domains_not_enabled`
   * @throws {ValidationError} `form_param_value_invalid`, `form_param_array_size_exceeded`
   */
  listAll(params?: ListAllOrganizationDomainsParams, options?: CallOptions): Promise<Page<OrganizationDomain>> {
    return this.#call<Page<OrganizationDomain>>(listAllOrganizationDomains, [], params, options)
  }

  /**
   * List the domains of all organizations.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/organization_domains`, operation `ListAllOrganizationDomains`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `organization_domains_not_enabled`
   * @throws {ValidationError} `form_param_value_invalid`, `form_param_array_size_exceeded`
   */
  iterateAll(params?: Omit<ListAllOrganizationDomainsParams, 'offset'>, options?: CallOptions): AsyncGenerator<OrganizationDomain, void, undefined> {
    return iterateByOffset(
      (params) => this.#call<Page<OrganizationDomain>>(listAllOrganizationDomains, [], params, options).then(({ data }) => data),
      params,
    )
  }
}
