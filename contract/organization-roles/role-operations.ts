import type { Operation } from '../operation.ts'
import { createOrganizationPermission } from '../organization-permissions/create-organization-permission.ts'
import { deleteOrganizationPermission } from '../organization-permissions/delete-organization-permission.ts'
import { getOrganizationPermission } from '../organization-permissions/get-organization-permission.ts'
import { listOrganizationPermissions } from '../organization-permissions/list-organization-permissions.ts'
import { updateOrganizationPermission } from '../organization-permissions/update-organization-permission.ts'
import { assignPermissionToOrganizationRole } from './assign-permission-to-organization-role.ts'
import { createOrganizationRole } from './create-organization-role.ts'
import { deleteOrganizationRole } from './delete-organization-role.ts'
import { getOrganizationRole } from './get-organization-role.ts'
import { listOrganizationRoles } from './list-organization-roles.ts'
import { removePermissionFromOrganizationRole } from './remove-permission-from-organization-role.ts'
import { updateOrganizationRole } from './update-organization-role.ts'

/** What members may do: roles, and the permissions that they are made of. */
export const roleOperations: readonly Operation[] = [
  listOrganizationRoles,
  createOrganizationRole,
  getOrganizationRole,
  updateOrganizationRole,
  deleteOrganizationRole,
  assignPermissionToOrganizationRole,
  removePermissionFromOrganizationRole,
  listOrganizationPermissions,
  createOrganizationPermission,
  getOrganizationPermission,
  updateOrganizationPermission,
  deleteOrganizationPermission,
]
