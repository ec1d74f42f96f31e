import { Refusal } from '#server/refusal.ts'
import type { Role } from './role.ts'

/** The role that a caller names by its key. */
export function namedRole(roles: readonly Role[], key: string): Role {
  const role = roles.find((one) => one.key === key)
  if (!role) throw new Refusal('form_resource_not_found', { param: 'role' })
  return role
}
