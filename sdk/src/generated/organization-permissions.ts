// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterateByOffset, type Page } from '../pages.ts'
import type {
  CreateOrganizationPermissionParams,
  DeletedObject,
  ListOrganizationPermissionsParams,
  Permission,
  UpdateOrganizationPermissionParams,
} from './types.ts'

const listOrganizationPermissions: Operation = {
  id: 'ListOrganizationPermissions',
  method: 'GET',
  path: '/organization_permissions',
  query: ['query', 'order_by', 'limit', 'offset'],
  hasBody: false,
}

const createOrganizationPermission: Operation = {
  id: 'CreateOrganizationPermission',
  method: 'POST',
  path: '/organization_permissions',
  query: [],
  hasBody: true,
}

const getOrganizationPermission: Operation = {
  id: 'GetOrganizationPermission',
  method: 'GET',
  path: '/organization_permissions/{permission_id}',
  query: [],
  hasBody: false,
}

const updateOrganizationPermission: Operation = {
  id: 'UpdateOrganizationPermission',
  method: 'PATCH',
  path: '/organization_permissions/{permission_id}',
  query: [],
  hasBody: true,
}

const deleteOrganizationPermission: Operation = {
  id: 'DeleteOrganizationPermission',
  method: 'DELETE',
  path: '/organization_permissions/{permission_id}',
  query: [],
  hasBody: false,
}

export class OrganizationPermissions {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List permissions.
   *
   * A page, newest first, and the number of all that match: those of the system and your own.
   *
   * `GET /v1/organization_permissions`, operation `ListOrganizationPermissions`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {ValidationError} `form_param_value_invalid`
   */
  list(params?: ListOrganizationPermissionsParams, options?: CallOptions): Promise<Page<Permission>> {
    return this.#call<Page<Permission>>(listOrganizationPermissions, [], params, options)
  }

  /**
   * List permissions.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/organization_permissions`, operation `ListOrganizationPermissions`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {ValidationError} `form_param_value_invalid`
   */
  iterate(params?: Omit<ListOrganizationPermissionsParams, 'offset'>, options?: CallOptions): AsyncGenerator<Permission, void, undefined> {
    return iterateByOffset(
      (params) => this.#call<Page<Permission>>(listOrganizationPermissions, [], params, options).then(({ data }) => data),
      params,
    )
  }

  /**
   * Create a permission.
   *
   * No role has it until it is assigned to one.
   *
   * `POST /v1/organization_permissions`, operation `CreateOrganizationPermission`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_nil`, `form_param_max_length_exceeded`, `form_param_format_invalid`, `form_identifier_exists`, `form_param_missing`
   */
  create(params: CreateOrganizationPermissionParams, options?: CallOptions): Promise<Permission> {
    return this.#call<Permission>(createOrganizationPermission, [], params, options)
  }

  /**
   * Get a permission.
   *
   * By its id; keys are found by the list.
   *
   * `GET /v1/organization_permissions/{permission_id}`, operation `GetOrganizationPermission`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   */
  get(permissionId: string, options?: CallOptions): Promise<Permission> {
    return this.#call<Permission>(getOrganizationPermission, [permissionId], undefined, options)
  }

  /**
   * Update a permission.
   *
   * Changes what is given; null is not given. Roles keep the permission under its new key. Those of the system never change.
   *
   * `PATCH /v1/organization_permissions/{permission_id}`, operation `UpdateOrganizationPermission`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `organization_system_permission_not_modifiable`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_nil`, `form_param_max_length_exceeded`, `form_param_format_invalid`, `form_identifier_exists`
   */
  update(permissionId: string, params: UpdateOrganizationPermissionParams, options?: CallOptions): Promise<Permission> {
    return this.#call<Permission>(updateOrganizationPermission, [permissionId], params, options)
  }

  /**
   * Delete a permission.
   *
   * It is taken from every role at once. Tokens that are out name it until they end. Those of the system cannot be deleted.
   *
   * `DELETE /v1/organization_permissions/{permission_id}`, operation `DeleteOrganizationPermission`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `organization_system_permission_not_modifiable`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  delete(permissionId: string, options?: CallOptions): Promise<DeletedObject> {
    return this.#call<DeletedObject>(deleteOrganizationPermission, [permissionId], undefined, options)
  }
}
