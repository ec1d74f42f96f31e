import type { Kysely } from 'kysely'
import type { Permission, Role } from '#server/roles/role.ts'
import type { RoleStore } from '#server/roles/role-store.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

const roleColumns = ['id', 'key', 'name', 'description', 'created_at', 'updated_at'] as const
const permissionColumns = ['id', 'key', 'name', 'description', 'type', 'created_at', 'updated_at'] as const

/** Three small reads: roles and permissions are few, and seldom change. */
export async function allRoles(db: Kysely<Tables>): Promise<Role[]> {
  const roles = await db.selectFrom('roles').select(roleColumns).orderBy('created_at').orderBy('id').execute()
  const permissions: Permission[] = await db
    .selectFrom('permissions')
    .select(permissionColumns)
    .orderBy('key')
    .execute()
  const pairs = await db.selectFrom('role_permissions').select(['role_id', 'permission_id']).execute()
  const granted = new Set(pairs.map(({ role_id, permission_id }) => `${role_id} ${permission_id}`))
  return roles.map((role) => ({
    ...role,
    permissions: permissions.filter(({ id }) => granted.has(`${role.id} ${id}`)),
  }))
}

export function roleStore(database: Database): RoleStore {
  return {
    all: () => database.read(allRoles),

    establish: (permissions, roles) =>
      database.write(async (transaction) => {
        for (const permission of permissions)
          await transaction
            .insertInto('permissions')
            .values(permission)
            .onConflict((conflict) => conflict.column('key').doNothing())
            .execute()
        if (await transaction.selectFrom('roles').select('id').limit(1).executeTakeFirst()) return
        for (const { permissions: granted, ...role } of roles) {
          const inserted = await transaction
            .insertInto('roles')
            .values(role)
            .onConflict((conflict) => conflict.column('key').doNothing())
            .returning('id')
            .executeTakeFirst()
          const keys = granted.map(({ key }) => key)
          if (!inserted) continue
          await transaction
            .insertInto('role_permissions')
            .columns(['role_id', 'permission_id'])
            .expression((db) =>
              db
                .selectFrom('permissions')
                .where('key', 'in', keys)
                .select((row) => [row.val(role.id).as('role_id'), 'id as permission_id']),
            )
            .execute()
        }
      }),
  }
}
