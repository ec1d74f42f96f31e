import type { Transaction } from 'kysely'
import { DomainTaken } from '#server/organizations/domain-store.ts'
import type { HeldOrganization } from '#server/organizations/organization-store.ts'
import type { Dialect } from './dialects/dialect.ts'
import { domainColumns, toDomain } from './organization-domains.ts'
import type { Tables } from './tables.ts'

const indexes = ['organization_domains_organization_id_name', 'organization_domains_name']

/** What is done to the domains of an organization that is held. */
export function heldDomains(
  dialect: Dialect,
  transaction: Transaction<Tables>,
  organizationId: string,
): Pick<HeldOrganization, 'domain' | 'addDomain' | 'changeDomain' | 'removeDomain'> {
  /** The unique indexes are the only word on who has a domain. */
  async function claiming(write: Promise<unknown>): Promise<void> {
    try {
      await write
    } catch (error) {
      if (indexes.includes(dialect.violatedIndex(error) ?? '')) throw new DomainTaken('the domain is taken')
      throw error
    }
  }

  return {
    async domain(id) {
      if (id.includes('\0')) return undefined
      const row = await transaction
        .selectFrom('organization_domains')
        .select(domainColumns)
        .where('organization_id', '=', organizationId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toDomain(row)
    },

    addDomain: (domain) => claiming(transaction.insertInto('organization_domains').values(domain).execute()),

    async changeDomain(domain, change) {
      const update = transaction.updateTable('organization_domains').set(change).where('id', '=', domain.id)
      await claiming(update.execute())
      return { ...domain, ...change }
    },

    async removeDomain(id) {
      await transaction.deleteFrom('organization_domains').where('id', '=', id).execute()
    },
  }
}
