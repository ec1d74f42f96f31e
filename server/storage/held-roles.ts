import type { Transaction } from 'kysely'
import type { Role } from '#server/roles/role.ts'
import { type HeldRoles, KeyTaken } from '#server/roles/role-store.ts'
import type { Dialect } from './dialects/dialect.ts'
import { holdSettings } from './held-settings.ts'
import { allPermissions, allRoles } from './role-reads.ts'
import type { Tables } from './tables.ts'

/** The unique index is the only word on who has a key. */
async function claimingKey(dialect: Dialect, write: Promise<unknown>): Promise<void> {
  try {
    await write
  } catch (error) {
    const index = dialect.violatedIndex(error)
    if (index === 'roles_key' || index === 'permissions_key') throw new KeyTaken('the key is taken')
    throw error
  }
}

async function grant(transaction: Transaction<Tables>, { id, permissions }: Role): Promise<void> {
  await transaction.deleteFrom('role_permissions').where('role_id', '=', id).execute()
  if (permissions.length === 0) return
  await transaction
    .insertInto('role_permissions')
    .values(permissions.map((permission) => ({ role_id: id, permission_id: permission.id })))
    .execute()
}

type RoleWrites = Pick<
  HeldRoles,
  'hasMembers' | 'hasOpenInvitations' | 'insertRole' | 'changeRole' | 'removeRole'
>

const roleWrites = (dialect: Dialect, transaction: Transaction<Tables>): RoleWrites => ({
  async hasMembers(roleId) {
    const query = transaction.selectFrom('memberships').select('id').where('role_id', '=', roleId)
    return (await query.limit(1).executeTakeFirst()) !== undefined
  },

  async hasOpenInvitations(roleId, now) {
    const open = await transaction
      .selectFrom('organization_invitations')
      .select('id')
      .where('role_id', '=', roleId)
      .where('status', '=', 'pending')
      .where('expire_at', '>', now)
      .limit(1)
      .executeTakeFirst()
    return open !== undefined
  },

  async insertRole(role) {
    const { permissions: _, ...row } = role
    await claimingKey(dialect, transaction.insertInto('roles').values(row).execute())
    await grant(transaction, role)
  },

  async changeRole(role) {
    const { permissions: _, id, ...row } = role
    await claimingKey(dialect, transaction.updateTable('roles').set(row).where('id', '=', id).execute())
    await grant(transaction, role)
  },

  async removeRole(id, now) {
    await transaction
      .deleteFrom('organization_invitations')
      .where('role_id', '=', id)
      .where((row) => row.or([row('status', '!=', 'pending'), row('expire_at', '<=', now)]))
      .execute()
    await transaction.deleteFrom('roles').where('id', '=', id).execute()
  },
})

type PermissionWrites = Pick<HeldRoles, 'insertPermission' | 'changePermission' | 'removePermission'>

const permissionWrites = (dialect: Dialect, transaction: Transaction<Tables>): PermissionWrites => ({
  insertPermission: (permission) =>
    claimingKey(dialect, transaction.insertInto('permissions').values(permission).execute()),

  changePermission: ({ id, ...row }) =>
    claimingKey(dialect, transaction.updateTable('permissions').set(row).where('id', '=', id).execute()),

  async removePermission(id, at) {
    const having = transaction
      .selectFrom('role_permissions')
      .select('role_id')
      .where('permission_id', '=', id)
    await transaction.updateTable('roles').set({ updated_at: at }).where('id', 'in', having).execute()
    await transaction.deleteFrom('permissions').where('id', '=', id).execute()
  },
})

export async function holdRoles(dialect: Dialect, transaction: Transaction<Tables>): Promise<HeldRoles> {
  const settings = await holdSettings(transaction)
  return {
    ...settings,
    roles: await allRoles(transaction),
    permissions: await allPermissions(transaction),
    ...roleWrites(dialect, transaction),
    ...permissionWrites(dialect, transaction),
  }
}
