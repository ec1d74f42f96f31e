import { sql } from 'kysely'
import { clientStore } from './clients.ts'
import { codeStore } from './codes.ts'
import { Database } from './database.ts'
import { openSqlite } from './dialects/sqlite.ts'
import { factorStore } from './factors.ts'
import { heldUsers } from './held-users.ts'
import { instanceStore } from './instance.ts'
import { instanceSettingsStore } from './instance-settings.ts'
import { invitationStore } from './invitations.ts'
import { jwtTemplateStore } from './jwt-templates.ts'
import { listedIdentifierStore } from './listed-identifiers.ts'
import { membershipStore } from './memberships.ts'
import { messageStore } from './messages.ts'
import { migrate } from './migrate.ts'
import { organizationDomainStore } from './organization-domains.ts'
import { organizationInvitationStore } from './organization-invitations.ts'
import { organizationStore } from './organizations.ts'
import { passwordStore } from './passwords.ts'
import { redirectUrlStore } from './redirect-urls.ts'
import { roleStore } from './roles.ts'
import { secretKeyStore } from './secret-keys.ts'
import { sessionStore } from './sessions.ts'
import { signInStore } from './sign-ins.ts'
import { signUpStore } from './sign-ups.ts'
import { signingKeyStore } from './signing-keys.ts'
import type { Storage } from './storage.ts'
import { tableNames } from './tables.ts'
import { ticketStore } from './tickets.ts'
import { userStore } from './users.ts'

export interface OpenOptions {
  /** `postgres://…`; empty for SQLite in the data folder. */
  readonly databaseUrl: string
  readonly dataFolder: string
  /** Hears what the operator should know and what does not stop the start. */
  readonly warn?: (message: string) => void
}

/** Loaded by those who need it: the client of PostgreSQL takes memory and a part of the start. */
async function openServer(databaseUrl: string, warn: (message: string) => void) {
  const { openPostgres } = await import('./dialects/postgres.ts')
  return openPostgres(databaseUrl, warn)
}

/** Opens and migrates. Throws `CannotOpen`, and then nothing stays open. */
export async function openStorage(options: OpenOptions): Promise<Storage> {
  const warn = options.warn ?? (() => {})
  const dialect = options.databaseUrl
    ? await openServer(options.databaseUrl, warn)
    : await openSqlite(options.dataFolder, warn)
  try {
    await migrate(dialect)
  } catch (error) {
    await dialect.close()
    throw error
  }
  const database = new Database(dialect)
  const held = heldUsers(database)
  return {
    engine: dialect.engine,
    users: userStore(database, held),
    factors: factorStore(database, held),
    passwords: passwordStore(database),
    codes: codeStore(database),
    messages: messageStore(database),
    sessions: sessionStore(database),
    clients: clientStore(database),
    signIns: signInStore(database),
    signUps: signUpStore(database),
    tickets: ticketStore(database),
    signingKeys: signingKeyStore(database),
    jwtTemplates: jwtTemplateStore(database),
    organizations: organizationStore(database),
    memberships: membershipStore(database),
    organizationInvitations: organizationInvitationStore(database),
    organizationDomains: organizationDomainStore(database),
    invitations: invitationStore(database),
    listedIdentifiers: listedIdentifierStore(database),
    redirectUrls: redirectUrlStore(database),
    roles: roleStore(database),
    secretKeys: secretKeyStore(database),
    instance: instanceStore(database),
    instanceSettings: instanceSettingsStore(database),
    async ping() {
      await database.read((db) => db.selectFrom('migrations').select('name').limit(1).execute())
    },
    async rows(table) {
      const name = tableNames.find((known) => known === table)
      if (!name) throw new Error(`there is no table ${table}`)
      const { rows } = await database.read((db) =>
        sql<Record<string, unknown>>`select * from ${sql.table(name)} order by 1`.execute(db),
      )
      return rows.map((row) => ({ ...row }))
    },
    close: () => database.close(),
  }
}
