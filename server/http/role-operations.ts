import { createOrganizationPermission } from '#contract/organization-permissions/create-organization-permission.ts'
import { deleteOrganizationPermission } from '#contract/organization-permissions/delete-organization-permission.ts'
import { getOrganizationPermission } from '#contract/organization-permissions/get-organization-permission.ts'
import { listOrganizationPermissions } from '#contract/organization-permissions/list-organization-permissions.ts'
import { updateOrganizationPermission } from '#contract/organization-permissions/update-organization-permission.ts'
import { assignPermissionToOrganizationRole } from '#contract/organization-roles/assign-permission-to-organization-role.ts'
import { createOrganizationRole } from '#contract/organization-roles/create-organization-role.ts'
import { deleteOrganizationRole } from '#contract/organization-roles/delete-organization-role.ts'
import { getOrganizationRole } from '#contract/organization-roles/get-organization-role.ts'
import { listOrganizationRoles } from '#contract/organization-roles/list-organization-roles.ts'
import { removePermissionFromOrganizationRole } from '#contract/organization-roles/remove-permission-from-organization-role.ts'
import { updateOrganizationRole } from '#contract/organization-roles/update-organization-role.ts'
import * as assign from '#server/roles/assign-permission-to-organization-role.ts'
import * as createPermission from '#server/roles/create-organization-permission.ts'
import * as createRole from '#server/roles/create-organization-role.ts'
import * as deletePermission from '#server/roles/delete-organization-permission.ts'
import * as deleteRole from '#server/roles/delete-organization-role.ts'
import * as getPermission from '#server/roles/get-organization-permission.ts'
import * as getRole from '#server/roles/get-organization-role.ts'
import * as listPermissions from '#server/roles/list-organization-permissions.ts'
import * as listRoles from '#server/roles/list-organization-roles.ts'
import * as remove from '#server/roles/remove-permission-from-organization-role.ts'
import * as updatePermission from '#server/roles/update-organization-permission.ts'
import * as updateRole from '#server/roles/update-organization-role.ts'
import { presentPermission, presentPermissions, presentRole, presentRoles } from './present-role.ts'
import { presentDeleted } from './present-user.ts'
import { type Route, route } from './route.ts'

/** The operations of roles and of the permissions that they are made of. */
export const roleRoutes: readonly Route[] = [
  route(listOrganizationRoles, listRoles.listOrganizationRoles, presentRoles),
  route(createOrganizationRole, createRole.createOrganizationRole, presentRole),
  route(getOrganizationRole, getRole.getOrganizationRole, presentRole),
  route(updateOrganizationRole, updateRole.updateOrganizationRole, presentRole),
  route(deleteOrganizationRole, deleteRole.deleteOrganizationRole, presentDeleted),
  route(assignPermissionToOrganizationRole, assign.assignPermissionToOrganizationRole, presentRole),
  route(removePermissionFromOrganizationRole, remove.removePermissionFromOrganizationRole, presentRole),
  route(listOrganizationPermissions, listPermissions.listOrganizationPermissions, presentPermissions),
  route(createOrganizationPermission, createPermission.createOrganizationPermission, presentPermission),
  route(getOrganizationPermission, getPermission.getOrganizationPermission, presentPermission),
  route(updateOrganizationPermission, updatePermission.updateOrganizationPermission, presentPermission),
  route(deleteOrganizationPermission, deletePermission.deleteOrganizationPermission, presentDeleted),
]
