import type { Transaction } from 'kysely'
import type { NewEvent } from '#server/events/event.ts'
import type { Membership } from '#server/organizations/organization.ts'
import type { HeldOrganization } from '#server/organizations/organization-store.ts'
import { elevatedPermissions } from '#server/roles/role.ts'
import type { Dialect } from './dialects/dialect.ts'
import { recordEvent } from './events.ts'
import { membershipColumns, toMembership } from './organization-rows.ts'
import type { Tables } from './tables.ts'

/** The roles that have every one of the elevated permissions. */
export const elevatedRoles = (db: Pick<Transaction<Tables>, 'selectFrom'>) =>
  db
    .selectFrom('role_permissions')
    .innerJoin('permissions', 'permissions.id', 'role_permissions.permission_id')
    .where('permissions.key', 'in', elevatedPermissions)
    .groupBy('role_permissions.role_id')
    .having((row) => row.fn.countAll(), '=', elevatedPermissions.length)
    .select('role_permissions.role_id')

/** The user is held first: one who is being removed gets no membership that would outlive them. */
export async function insertMembership(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  membership: Membership,
): Promise<boolean> {
  const { user_id } = membership
  if (user_id.includes('\0')) return false
  await dialect.holdUser(transaction, user_id)
  const user = await transaction.selectFrom('users').select('id').where('id', '=', user_id).executeTakeFirst()
  if (!user) return false
  await transaction.insertInto('memberships').values(membership).execute()
  return true
}

/**
 * Holds what a user belongs to, has made, or has invited others to. Whoever works on an organization holds it before
 * any of its users; a removal that held the user first would wait for them in a circle.
 */
export async function holdOrganizationsOf(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  userId: string,
): Promise<void> {
  const joined = transaction
    .selectFrom('memberships')
    .select('organization_id as id')
    .where('user_id', '=', userId)
  const made = transaction.selectFrom('organizations').select('id').where('created_by', '=', userId)
  const invited = transaction
    .selectFrom('organization_invitations')
    .select('organization_id as id')
    .where('inviter_id', '=', userId)
  const rows = await joined.union(made).union(invited).execute()
  await dialect.holdOrganizations(
    transaction,
    rows.map(({ id }) => id),
  )
}

/** Removes the memberships of a user who is removed, each with a record of its own. */
export async function removeMembershipsOf(
  transaction: Transaction<Tables>,
  userId: string,
  cause: NewEvent,
): Promise<void> {
  const removed = await transaction
    .deleteFrom('memberships')
    .where('user_id', '=', userId)
    .returning((row) => [
      'id',
      'organization_id',
      row.selectFrom('roles').select('key').whereRef('roles.id', '=', 'memberships.role_id').as('role'),
    ])
    .execute()
  for (const { id, organization_id, role } of removed)
    await recordEvent(transaction, {
      ...cause,
      type: 'organizationMembership.deleted',
      subject: id,
      details: { organization_id, user_id: userId, role },
    })
}

/** What is done to the members of an organization that is held. */
export function heldMembers(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  organizationId: string,
): Pick<
  HeldOrganization,
  | 'membersUpTo'
  | 'membership'
  | 'hasVerifiedAddress'
  | 'hasElevatedMemberBeside'
  | 'addMember'
  | 'changeMember'
  | 'removeMember'
> {
  const members = () =>
    transaction.selectFrom('memberships').where('memberships.organization_id', '=', organizationId)

  return {
    async membersUpTo(limit) {
      const rows = await members().select('id').limit(limit).execute()
      return rows.length
    },

    async membership(userId) {
      if (userId.includes('\0')) return undefined
      const query = members().select(membershipColumns).where('user_id', '=', userId)
      const row = await query.executeTakeFirst()
      return row && toMembership(row)
    },

    async hasVerifiedAddress(userId, normalized) {
      if (userId.includes('\0')) return false
      await dialect.holdUser(transaction, userId)
      const row = await transaction
        .selectFrom('identifications')
        .select('id')
        .where('user_id', '=', userId)
        .where('kind', '=', 'email_address')
        .where('normalized', '=', normalized)
        .where('status', '=', 'verified')
        .executeTakeFirst()
      return row !== undefined
    },

    async hasElevatedMemberBeside(userId) {
      const row = await members()
        .select('id')
        .where('user_id', '!=', userId)
        .where('role_id', 'in', elevatedRoles(transaction))
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },

    addMember: (membership) => insertMembership(dialect, transaction, membership),

    async changeMember(membership, change) {
      await transaction.updateTable('memberships').set(change).where('id', '=', membership.id).execute()
      return { ...membership, ...change }
    },

    async removeMember({ id, user_id }) {
      await transaction
        .updateTable('sessions')
        .set({ last_active_organization_id: null })
        .where('user_id', '=', user_id)
        .where('last_active_organization_id', '=', organizationId)
        .execute()
      await transaction.deleteFrom('memberships').where('id', '=', id).execute()
    },
  }
}
