import type { Transaction } from 'kysely'
import type { HeldOrganization } from '#server/organizations/organization-store.ts'
import { invitationColumns, toInvitation } from './organization-rows.ts'
import type { Tables } from './tables.ts'

/** What is done to the invitations of an organization that is held. */
export function heldInvitations(
  transaction: Transaction<Tables>,
  organizationId: string,
): Pick<
  HeldOrganization,
  'openInvitationFor' | 'openInvitationsUpTo' | 'invitation' | 'addInvitation' | 'endInvitation'
> {
  const invitations = () =>
    transaction
      .selectFrom('organization_invitations')
      .select(invitationColumns)
      .where('organization_id', '=', organizationId)

  return {
    async openInvitationFor(normalized, now) {
      const row = await invitations()
        .where('normalized', '=', normalized)
        .where('status', '=', 'pending')
        .where('expire_at', '>', now)
        .executeTakeFirst()
      return row && toInvitation(row)
    },

    async openInvitationsUpTo(limit, now) {
      const rows = await transaction
        .selectFrom('organization_invitations')
        .select('id')
        .where('organization_id', '=', organizationId)
        .where('status', '=', 'pending')
        .where('expire_at', '>', now)
        .limit(limit)
        .execute()
      return rows.length
    },

    async invitation(id) {
      if (id.includes('\0')) return undefined
      const row = await invitations().where('id', '=', id).executeTakeFirst()
      return row && toInvitation(row)
    },

    async addInvitation(invitation) {
      await transaction.insertInto('organization_invitations').values(invitation).execute()
    },

    async endInvitation(id, status, now) {
      if (id.includes('\0')) return undefined
      const row = await transaction
        .updateTable('organization_invitations')
        .set({ status, updated_at: now })
        .where('organization_id', '=', organizationId)
        .where('id', '=', id)
        .where('status', '=', 'pending')
        .where('expire_at', '>', now)
        .returning(invitationColumns)
        .executeTakeFirst()
      return row && toInvitation(row)
    },
  }
}
