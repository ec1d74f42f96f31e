import type { RoleStore } from '#server/roles/role-store.ts'
import type { Database } from './database.ts'
import { holdRoles } from './held-roles.ts'
import { allPermissions, allRoles } from './role-reads.ts'

export function roleStore(database: Database): RoleStore {
  return {
    all: () => database.read(allRoles),
    permissions: () => database.read(allPermissions),
    hold: (work) =>
      database.write(async (transaction) => work(await holdRoles(database.dialect, transaction))),

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
