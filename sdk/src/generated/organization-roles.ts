// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterateByOffset, type Page } from '../pages.ts'
import type {
  CreateOrganizationRoleParams,
  DeletedObject,
  ListOrganizationRolesParams,
  Role,
  UpdateOrganizationRoleParams,
} from './types.ts'

const listOrganizationRoles: Operation = {
  id: 'ListOrganizationRoles',
  method: 'GET',
  path: '/organization_roles',
  query: ['query', 'order_by', 'limit', 'offset'],
  hasBody: false,
}

const createOrganizationRole: Operation = {
  id: 'CreateOrganizationRole',
  method: 'POST',
  path: '/organization_roles',
  query: [],
  hasBody: true,
}

const getOrganizationRole: Operation = {
  id: 'GetOrganizationRole',
  method: 'GET',
  path: '/organization_roles/{organization_role_id}',
  query: [],
  hasBody: false,
}

const updateOrganizationRole: Operation = {
  id: 'UpdateOrganizationRole',
  method: 'PATCH',
  path: '/organization_roles/{organization_role_id}',
  query: [],
  hasBody: true,
}

const deleteOrganizationRole: Operation = {
  id: 'DeleteOrganizationRole',
  method: 'DELETE',
  path: '/organization_roles/{organization_role_id}',
  query: [],
  hasBody: false,
}

const assignPermissionToOrganizationRole: Operation = {
  id: 'AssignPermissionToOrganizationRole',
  method: 'POST',
  path: '/organization_roles/{organization_role_id}/permissions/{permission_id}',
  query: [],
  hasBody: false,
}

const removePermissionFromOrganizationRole: Operation = {
  id: 'RemovePermissionFromOrganizationRole',
  method: 'DELETE',
  path: '/organization_roles/{organization_role_id}/permissions/{permission_id}',
  query: [],
  hasBody: false,
}

export class OrganizationRoles {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List roles.
   *
   * A page, newest first, and the number of all that match.
   *
   * `GET /v1/organization_roles`, operation `ListOrganizationRoles`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {ValidationError} `form_param_value_invalid`
   */
  list(params?: ListOrganizationRolesParams, options?: CallOptions): Promise<Page<Role>> {
    return this.#call<Page<Role>>(listOrganizationRoles, [], params, options)
  }

  /**
   * List roles.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/organization_roles`, operation `ListOrganizationRoles`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {ValidationError} `form_param_value_invalid`
   */
  iterate(params?: Omit<ListOrganizationRolesParams, 'offset'>, options?: CallOptions): AsyncGenerator<Role, void, undefined> {
    return iterateByOffset(
      (params) => this.#call<Page<Role>>(listOrganizationRoles, [], params, options).then(({ data }) => data),
      params,
    )
  }

  /**
   * Create a role.
   *
   * Every organization can give it to its members at once. An instance has 100 roles at most.
   *
   * `POST /v1/organization_roles`, operation `CreateOrganizationRole`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`, `organization_instance_roles_quota_exceeded`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_nil`, `form_param_max_length_exceeded`, `form_param_format_invalid`, `form_identifier_exists`, `form_param_missing`, `form_param_array_size_exceeded`
   */
  create(params: CreateOrganizationRoleParams, options?: CallOptions): Promise<Role> {
    return this.#call<Role>(createOrganizationRole, [], params, options)
  }

  /**
   * Get a role.
   *
   * By its id; keys are found by the list.
   *
   * `GET /v1/organization_roles/{organization_role_id}`, operation `GetOrganizationRole`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   */
  get(organizationRoleId: string, options?: CallOptions): Promise<Role> {
    return this.#call<Role>(getOrganizationRole, [organizationRoleId], undefined, options)
  }

  /**
   * Update a role.
   *
   * Changes what is given; null is not given. `permissions` replaces all that the role has. Members keep the role under its new key, and so do the settings that name it, unless the settings file does.
   *
   * `PATCH /v1/organization_roles/{organization_role_id}`, operation `UpdateOrganizationRole`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_nil`, `form_param_max_length_exceeded`, `form_param_format_invalid`, `form_identifier_exists`, `form_param_array_size_exceeded`, `organization_missing_creator_role_permissions`
   */
  update(organizationRoleId: string, params: UpdateOrganizationRoleParams, options?: CallOptions): Promise<Role> {
    return this.#call<Role>(updateOrganizationRole, [organizationRoleId], params, options)
  }

  /**
   * Delete a role.
   *
   * Only a role that nobody has, that no open invitation promises and that the settings do not name. Invitations to it that were accepted, revoked or have run out go with it.
   *
   * `DELETE /v1/organization_roles/{organization_role_id}`, operation `DeleteOrganizationRole`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `organization_role_default_creator_role`, `organization_role_domain_default_role`, `organization_role_assigned_members`, `organization_role_exists_in_invitations`
   */
  delete(organizationRoleId: string, options?: CallOptions): Promise<DeletedObject> {
    return this.#call<DeletedObject>(deleteOrganizationRole, [organizationRoleId], undefined, options)
  }

  /**
   * Assign a permission to a role.
   *
   * Everybody who has the role may do it from now on; tokens tell from the next one on.
   *
   * `POST /v1/organization_roles/{organization_role_id}/permissions/{permission_id}`, operation `AssignPermissionToOrganizationRole`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`, `organization_role_permission_association_exists`
   */
  addPermission(organizationRoleId: string, permissionId: string, options?: CallOptions): Promise<Role> {
    return this.#call<Role>(assignPermissionToOrganizationRole, [organizationRoleId, permissionId], undefined, options)
  }

  /**
   * Remove a permission from a role.
   *
   * The role of those who make organizations keeps what running one needs. An organization may be left without anybody who can run it, where that was their role.
   *
   * `DELETE /v1/organization_roles/{organization_role_id}/permissions/{permission_id}`, operation `RemovePermissionFromOrganizationRole`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`, `organization_role_permission_association_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `organization_missing_creator_role_permissions`
   */
  removePermission(organizationRoleId: string, permissionId: string, options?: CallOptions): Promise<Role> {
    return this.#call<Role>(removePermissionFromOrganizationRole, [organizationRoleId, permissionId], undefined, options)
  }
}
