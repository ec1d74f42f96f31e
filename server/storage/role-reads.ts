import type { Kysely } from 'kysely'
import type { Permission, Role } from '#server/roles/role.ts'
import type { Tables } from './tables.ts'

const roleColumns = ['id', 'key', 'name', 'description', 'created_at', 'updated_at'] as const
const permissionColumns = ['id', 'key', 'name', 'description', 'type', 'created_at', 'updated_at'] as const

export const allPermissions = (db: Kysely<Tables>): Promise<Permission[]> =>
  db.selectFrom('permissions').select(permissionColumns).orderBy('key').execute()

/** Three small reads: roles and permissions are few, and seldom change. */
export async function allRoles(db: Kysely<Tables>): Promise<Role[]> {
  const roles = await db.selectFrom('roles').select(roleColumns).orderBy('created_at').orderBy('id').execute()
  const permissions = await allPermissions(db)
  const pairs = await db.selectFrom('role_permissions').select(['role_id', 'permission_id']).execute()
  const granted = new Set(pairs.map(({ role_id, permission_id }) => `${role_id} ${permission_id}`))
  return roles.map((role) => ({
    ...role,
    permissions: permissions.filter(({ id }) => granted.has(`${role.id} ${id}`)),
  }))
}
