import { problem, Refusal, refuseAny } from '#server/refusal.ts'
import type { Permission, Role } from './role.ts'

export const unknownRole = (id: string): Refusal =>
  new Refusal('resource_not_found', { resource: 'organization role', id })
export const unknownPermission = (id: string): Refusal =>
  new Refusal('resource_not_found', { resource: 'organization permission', id })

export function roleWithId(roles: readonly Role[], id: string): Role {
  const role = roles.find((one) => one.id === id)
  if (!role) throw unknownRole(id)
  return role
}

export function permissionWithId(permissions: readonly Permission[], id: string): Permission {
  const permission = permissions.find((one) => one.id === id)
  if (!permission) throw unknownPermission(id)
  return permission
}

/** The permissions that a body names by their ids, in the order of `known`. */
export function permissionsWithIds(known: readonly Permission[], ids: readonly string[]): Permission[] {
  const wanted = new Set(ids)
  if (wanted.size < ids.length) refuseAny([problem('form_param_duplicate', { param: 'permissions' })])
  for (const id of wanted) permissionWithId(known, id)
  return known.filter(({ id }) => wanted.has(id))
}

/** Those of the system steer the API itself. */
export function refuseOfSystem({ type, key }: Permission): void {
  if (type === 'system') throw new Refusal('organization_system_permission_not_modifiable', { key })
}
