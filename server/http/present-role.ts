import type * as wirePermission from '#contract/organization-permissions/permission.ts'
import type * as wire from '#contract/organization-roles/role.ts'
import type { ListPage } from '#server/roles/list-page.ts'
import { isCreatorEligible, type Permission, type Role } from '#server/roles/role.ts'
import type { AnswerText } from './route.ts'

const seenPermission = ({
  id,
  name,
  key,
  description,
  type,
  ...times
}: Permission): wirePermission.Permission => ({
  object: 'permission',
  id,
  name,
  key,
  description,
  type,
  created_at: times.created_at,
  updated_at: times.updated_at,
})

export const seenRole = (role: Role): wire.Role => ({
  object: 'role',
  id: role.id,
  name: role.name,
  key: role.key,
  description: role.description,
  is_creator_eligible: isCreatorEligible(role),
  permissions: role.permissions.map(seenPermission),
  created_at: role.created_at,
  updated_at: role.updated_at,
})

export const presentPermission = (permission: Permission): AnswerText<wirePermission.Permission> =>
  JSON.stringify(seenPermission(permission))

export const presentPermissions = ({
  data,
  total,
}: ListPage<Permission>): AnswerText<wirePermission.Permissions> =>
  JSON.stringify({ data: data.map(seenPermission), total_count: total })

export const presentRole = (role: Role): AnswerText<wire.Role> => JSON.stringify(seenRole(role))

export const presentRoles = ({ data, total }: ListPage<Role>): AnswerText<wire.Roles> =>
  JSON.stringify({ data: data.map(seenRole), total_count: total })
