import type { Transaction } from 'kysely'
import type { Organization, OrganizationAttributes } from '#server/organizations/organization.ts'
import { type HeldOrganization, SlugTaken } from '#server/organizations/organization-store.ts'
import type { Database } from './database.ts'
import type { Dialect } from './dialects/dialect.ts'
import { recordEvent } from './events.ts'
import { heldDomains } from './held-domains.ts'
import { heldInvitations } from './held-invitations.ts'
import { heldMembers } from './held-members.ts'
import { Lines } from './lines.ts'
import { insertMessage } from './messages.ts'
import { organizationColumns, toOrganization, toOrganizationRow } from './organization-rows.ts'
import { bringIn } from './sign-ups.ts'
import type { Tables } from './tables.ts'

/** The unique index is the only word on who has a slug. */
export async function claimingSlug<T>(dialect: Dialect, write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (dialect.violatedIndex(error) === 'organizations_slug') throw new SlugTaken('the slug is taken')
    throw error
  }
}

function heldOrganization(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  organization: Organization,
): HeldOrganization {
  const { id } = organization
  let current = organization
  return {
    get organization() {
      return current
    },

    async change(attributes: Partial<OrganizationAttributes>, at) {
      current = { ...current, ...attributes, updated_at: at }
      const { id: _, ...row } = toOrganizationRow(current)
      const update = transaction.updateTable('organizations').set(row).where('id', '=', id).execute()
      await claimingSlug(dialect, update)
      return current
    },

    async remove() {
      await transaction
        .updateTable('sessions')
        .set({ last_active_organization_id: null })
        .where('last_active_organization_id', '=', id)
        .execute()
      await transaction
        .updateTable('tickets')
        .set({ organization_id: null })
        .where('organization_id', '=', id)
        .execute()
      await transaction.deleteFrom('organizations').where('id', '=', id).execute()
    },

    ...heldMembers(dialect, transaction, id),
    ...heldInvitations(transaction, id),
    ...heldDomains(dialect, transaction, id),
    bringIn: (newcomer) => bringIn(dialect, transaction, newcomer),
    record: (event) => recordEvent(transaction, event),
    post: (message) => insertMessage(transaction, message),
  }
}

/** Runs work on one organization while its row is held. */
export function heldOrganizations(database: Database) {
  const { dialect } = database
  const lines = new Lines()

  return <T>(id: string, work: (held: HeldOrganization) => Promise<T>): Promise<T | undefined> => {
    if (id.includes('\0')) return Promise.resolve(undefined)
    return lines.pass(id, () =>
      database.write(async (transaction) => {
        // Writes nothing new, but holds the row: who changes the same organization waits, and then sees this.
        const row = await transaction
          .updateTable('organizations')
          .set((row) => ({ name: row.ref('name') }))
          .where('id', '=', id)
          .returning(organizationColumns)
          .executeTakeFirst()
        return row && work(heldOrganization(dialect, transaction, toOrganization(row)))
      }),
    )
  }
}
