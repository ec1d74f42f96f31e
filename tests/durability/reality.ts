import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { imageIdOf } from '#server/images/image-id.ts'
import type { TestDatabase } from '#tests/engines.ts'
import { comparable, type Json } from './ledger.ts'

/** What the server answers and what lies in its database, both after a restart. */
export interface Reality {
  /** By id, as the API answers them. */
  readonly users: Map<string, Json>
  readonly byExternalId: Map<string, Json>
  /** How many rows each user has among the identifications, whether the user exists or not. */
  readonly identifications: Map<string, number>
  /** The users who have a row among the passwords, whether the user exists or not. */
  readonly passwords: Set<string>
  /** The same of authenticator apps. */
  readonly totps: Set<string>
  /** How many backup codes each user has, whether the user exists or not. */
  readonly backupCodes: Map<string, number>
  /** The uploaded pictures that users have and that the server shows, whole. */
  readonly shown: Set<string>
  /** Files of pictures whose bytes are not those that their name stands for. */
  readonly torn: string[]
  /** Subject, then type: how many events. */
  readonly events: Map<string, Record<string, number>>
}

/** Rows of the server's database, read past the server. */
export async function readRows(database: TestDatabase, query: string): Promise<Record<string, unknown>[]> {
  if (database.engine === 'sqlite') {
    const file = new DatabaseSync(join(database.data, 'bartleby.sqlite'), { readOnly: true })
    try {
      return file.prepare(query).all() as Record<string, unknown>[]
    } finally {
      file.close()
    }
  }
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  try {
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}

async function everyUser(url: string, database: TestDatabase): Promise<Json[]> {
  const users: Json[] = []
  for (;;) {
    const after = users.length > 0 ? `&starting_after=${users.at(-1).id}` : ''
    const response = await fetch(`${url}/v1/users?limit=500&order_by=created_at${after}`, {
      headers: { authorization: `Bearer ${database.secretKey}` },
    })
    const page = await response.json()
    if (response.status !== 200) throw new Error(`the list was answered ${JSON.stringify(page)}`)
    users.push(...page)
    if (page.length < 500) return users
  }
}

/** A removal that a kill cut off is undone soon after the start, where another user has taken the picture. */
const undoneWithinMs = 2000
const viewers = 8

/** The pictures of the users that the server shows; the id is that of the bytes. */
async function shownPictures(url: string, users: readonly Json[], withinMs: number): Promise<Set<string>> {
  const waiting = new Set<string>(users.flatMap(({ picture }) => picture ?? [])).values()
  const givenUpAt = performance.now() + withinMs
  const shown = new Set<string>()
  async function viewer() {
    for (const id of waiting)
      for (;;) {
        const response = await fetch(`${url}/images/${id}`)
        const bytes = Buffer.from(await response.arrayBuffer())
        if (response.status === 200 && imageIdOf(bytes) === id) shown.add(id)
        if (response.status !== 404 || performance.now() > givenUpAt) break
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
  }
  await Promise.all(Array.from({ length: viewers }, viewer))
  return shown
}

async function tornFiles(database: TestDatabase): Promise<string[]> {
  const folder = join(database.data, 'images')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.webp'))
  const torn: string[] = []
  for (const name of names) {
    // A file that goes in between was one that nobody had.
    const bytes = await readFile(join(folder, name)).catch(() => undefined)
    if (bytes && `${imageIdOf(bytes)}.webp` !== name) torn.push(name)
  }
  return torn
}

export async function readReality(
  url: string,
  database: TestDatabase,
  shownWithinMs = undoneWithinMs,
): Promise<Reality> {
  const users = (await everyUser(url, database)).map(comparable)
  const numberOf = async (table: string) => {
    const query = `select user_id, count(*) as number from ${table} group by user_id`
    const rows = await readRows(database, query)
    return new Map(rows.map(({ user_id, number }) => [String(user_id), Number(number)]))
  }
  const having = async (table: string) => {
    const rows = await readRows(database, `select distinct user_id from ${table}`)
    return new Set(rows.map(({ user_id }) => String(user_id)))
  }
  const noted = await readRows(
    database,
    'select subject, type, count(*) as number from events group by subject, type',
  )
  const events = new Map<string, Record<string, number>>()
  for (const { subject, type, number } of noted) {
    const counts = events.get(String(subject)) ?? {}
    counts[String(type)] = Number(number)
    events.set(String(subject), counts)
  }
  return {
    users: new Map(users.map((user) => [user.id, user])),
    byExternalId: new Map(users.map((user) => [user.external_id, user])),
    identifications: await numberOf('identifications'),
    passwords: await having('passwords'),
    totps: await having('totps'),
    backupCodes: await numberOf('backup_codes'),
    shown: await shownPictures(url, users, shownWithinMs),
    torn: await tornFiles(database),
    events,
  }
}

/** Transactions of a killed process can end after it on PostgreSQL: its backends notice late. */
export async function untilNobodyIsConnected(database: TestDatabase): Promise<void> {
  if (database.engine === 'sqlite') return
  const query =
    "select pid from pg_stat_activity where datname = current_database() and application_name = 'bartleby'"
  for (let i = 0; (await readRows(database, query)).length > 0; i++) {
    if (i > 1000) throw new Error('connections of the killed server stay open')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
