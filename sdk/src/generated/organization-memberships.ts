// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterateByOffset, type Page } from '../pages.ts'
import type {
  CreateOrganizationMembershipParams,
  InstanceGetOrganizationMembershipsParams,
  ListOrganizationMembershipsParams,
  OrganizationMembership,
  UpdateOrganizationMembershipMetadataParams,
  UpdateOrganizationMembershipParams,
} from './types.ts'

const listOrganizationMemberships: Operation = {
  id: 'ListOrganizationMemberships',
  method: 'GET',
  path: '/organizations/{organization_id}/memberships',
  query: ['user_id', 'email_address', 'phone_number', 'username', 'web3_wallet', 'role', 'query', 'email_address_query', 'phone_number_query', 'username_query', 'name_query', 'last_active_at_before', 'last_active_at_after', 'created_at_before', 'created_at_after', 'order_by', 'limit', 'offset'],
  hasBody: false,
}

const createOrganizationMembership: Operation = {
  id: 'CreateOrganizationMembership',
  method: 'POST',
  path: '/organizations/{organization_id}/memberships',
  query: [],
  hasBody: true,
}

const updateOrganizationMembership: Operation = {
  id: 'UpdateOrganizationMembership',
  method: 'PATCH',
  path: '/organizations/{organization_id}/memberships/{user_id}',
  query: [],
  hasBody: true,
}

const deleteOrganizationMembership: Operation = {
  id: 'DeleteOrganizationMembership',
  method: 'DELETE',
  path: '/organizations/{organization_id}/memberships/{user_id}',
  query: [],
  hasBody: false,
}

const updateOrganizationMembershipMetadata: Operation = {
  id: 'UpdateOrganizationMembershipMetadata',
  method: 'PATCH',
  path: '/organizations/{organization_id}/memberships/{user_id}/metadata',
  query: [],
  hasBody: true,
}

const instanceGetOrganizationMemberships: Operation = {
  id: 'InstanceGetOrganizationMemberships',
  method: 'GET',
  path: '/organization_memberships',
  query: ['order_by', 'limit', 'offset'],
  hasBody: false,
}

export class OrganizationMemberships {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List the members of an organization.
   *
   * A page, newest members first, and the number of all that the filters match. Filters combine with AND, the values of one with OR.
   *
   * `GET /v1/organizations/{organization_id}/memberships`, operation `ListOrganizationMemberships`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ValidationError} `form_param_value_invalid`, `form_param_array_size_exceeded`, `form_param_invalid_date`
   */
  list(organizationId: string, params?: ListOrganizationMembershipsParams, options?: CallOptions): Promise<Page<OrganizationMembership>> {
    return this.#call<Page<OrganizationMembership>>(listOrganizationMemberships, [organizationId], params, options)
  }

  /**
   * List the members of an organization.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/organizations/{organization_id}/memberships`, operation `ListOrganizationMemberships`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ValidationError} `form_param_value_invalid`, `form_param_array_size_exceeded`, `form_param_invalid_date`
   */
  iterate(organizationId: string, params?: Omit<ListOrganizationMembershipsParams, 'offset'>, options?: CallOptions): AsyncGenerator<OrganizationMembership, void, undefined> {
    return iterateByOffset(
      (params) => this.#call<Page<OrganizationMembership>>(listOrganizationMemberships, [organizationId], params, options).then(({ data }) => data),
      params,
    )
  }

  /**
   * Add a member to an organization.
   *
   * At once, without an invitation. Counts against `maxAllowedMemberships`. Each metadata field holds at most 8192 bytes.
   *
   * `POST /v1/organizations/{organization_id}/memberships`, operation `CreateOrganizationMembership`.
   *
   * @throws {ValidationError} `already_a_member_in_organization`, `form_param_missing`, `form_param_nil`, `form_resource_not_found`, `form_param_exceeds_allowed_size`
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `organization_membership_quota_exceeded`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  create(organizationId: string, params: CreateOrganizationMembershipParams, options?: CallOptions): Promise<OrganizationMembership> {
    return this.#call<OrganizationMembership>(createOrganizationMembership, [organizationId], params, options)
  }

  /**
   * Give a member another role.
   *
   * Somebody must be left who may manage the members and delete the organization: the last one keeps such a role.
   *
   * `PATCH /v1/organizations/{organization_id}/memberships/{user_id}`, operation `UpdateOrganizationMembership`.
   *
   * @throws {ValidationError} `organization_minimum_permissions_needed`, `form_param_missing`, `form_param_nil`, `form_resource_not_found`
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  update(organizationId: string, userId: string, params: UpdateOrganizationMembershipParams, options?: CallOptions): Promise<OrganizationMembership> {
    return this.#call<OrganizationMembership>(updateOrganizationMembership, [organizationId, userId], params, options)
  }

  /**
   * Remove a member from an organization.
   *
   * Answers the membership as it was. The user stays, and none of their sessions is active in the organization any more. The last member who may manage the members and delete the organization cannot be removed.
   *
   * `DELETE /v1/organizations/{organization_id}/memberships/{user_id}`, operation `DeleteOrganizationMembership`.
   *
   * @throws {ValidationError} `organization_minimum_permissions_needed`
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  delete(organizationId: string, userId: string, options?: CallOptions): Promise<OrganizationMembership> {
    return this.#call<OrganizationMembership>(deleteOrganizationMembership, [organizationId, userId], undefined, options)
  }

  /**
   * Merge and update a membership's metadata.
   *
   * Objects merge at every depth, null removes a key at any depth, arrays and scalars replace. The size limit, 8192 bytes for each field, holds for the merged result.
   *
   * `PATCH /v1/organizations/{organization_id}/memberships/{user_id}/metadata`, operation `UpdateOrganizationMembershipMetadata`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_exceeds_allowed_size`
   */
  updateMetadata(organizationId: string, userId: string, params: UpdateOrganizationMembershipMetadataParams, options?: CallOptions): Promise<OrganizationMembership> {
    return this.#call<OrganizationMembership>(updateOrganizationMembershipMetadata, [organizationId, userId], params, options)
  }

  /**
   * List the members of all organizations.
   *
   * A page, newest memberships first, and the number of all memberships of the instance.
   *
   * `GET /v1/organization_memberships`, operation `InstanceGetOrganizationMemberships`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {ValidationError} `form_param_value_invalid`
   */
  listAll(params?: InstanceGetOrganizationMembershipsParams, options?: CallOptions): Promise<Page<OrganizationMembership>> {
    return this.#call<Page<OrganizationMembership>>(instanceGetOrganizationMemberships, [], params, options)
  }

  /**
   * List the members of all organizations.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/organization_memberships`, operation `InstanceGetOrganizationMemberships`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {ValidationError} `form_param_value_invalid`
   */
  iterateAll(params?: Omit<InstanceGetOrganizationMembershipsParams, 'offset'>, options?: CallOptions): AsyncGenerator<OrganizationMembership, void, undefined> {
    return iterateByOffset(
      (params) => this.#call<Page<OrganizationMembership>>(instanceGetOrganizationMemberships, [], params, options).then(({ data }) => data),
      params,
    )
  }
}
