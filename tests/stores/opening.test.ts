import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, open, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import type { Dialect } from '#server/storage/dialects/dialect.ts'
import { refuseWeakSettings } from '#server/storage/dialects/sqlite.ts'
import { migrations } from '#server/storage/migrations/all.ts'
import { openStorage } from '#server/storage/open.ts'
import { CannotOpen } from '#server/storage/storage.ts'
import { engines, freshDatabase, type TestDatabase } from '#tests/engines.ts'
import { given, onDatabases, onEngines, rawly, user } from './given.ts'

const optionsOf = (database: TestDatabase) => ({
  databaseUrl: database.databaseUrl,
  dataFolder: database.data,
})

async function refusal(options: Parameters<typeof openStorage>[0]): Promise<string> {
  const error = await openStorage(options).then(
    (storage) => storage.close().then(() => assert.fail('it opened')),
    (error) => error,
  )
  assert.ok(error instanceof CannotOpen, String(error))
  assert.ok(!error.message.includes('\n'), error.message)
  return error.message
}

/** Enough of a dialect to see what later migrations make. */
const ddl = {
  columns: { text: 'text', integer: 'integer', growingId: 'integer' },
  tableOptions: '',
  appendOnly: () => [],
} as unknown as Dialect

const onSqlite = (name: string, run: (database: TestDatabase, file: string) => Promise<void>) => {
  if (engines.includes('sqlite'))
    test(`${name} (sqlite)`, async () => {
      const database = await freshDatabase('sqlite')
      await run(database, join(database.data, 'bartleby.sqlite'))
      await database.remove()
    })
}
const onPostgres = (name: string, run: (database: TestDatabase) => Promise<void>) => {
  if (engines.includes('postgres'))
    test(`${name} (postgres)`, async () => {
      const database = await freshDatabase('postgres')
      await run(database)
      await database.remove()
    })
}

onDatabases('what was stored is there after opening again', async (database) => {
  for (const id of ['user_1', 'user_2']) {
    const storage = await openStorage(optionsOf(database))
    await given(storage, user(id))
    await storage.ping()
    await storage.close()
  }
  assert.equal((await rawly(database, 'select * from users')).length, 2)
  assert.equal((await rawly(database, 'select * from migrations')).length, migrations.length)
})

onDatabases('a database of the first version is brought up to date with its users', async (database) => {
  const first = await openStorage(optionsOf(database))
  await given(first, user('user_old'))
  await first.close()
  const made = (words: RegExp) =>
    migrations
      .slice(1)
      .flatMap(({ statements }) =>
        statements(ddl).flatMap((statement) => words.exec(statement)?.slice(1) ?? []),
      )
  for (const index of made(/^create (?:unique )?index (\w+)/)) await rawly(database, `drop index ${index}`)
  for (const table of made(/^create table (\w+)/).reverse()) await rawly(database, `drop table ${table}`)
  for (const column of made(/^alter table users add column (\w+)/))
    await rawly(database, `alter table users drop column ${column}`)
  await rawly(database, "delete from migrations where name <> '0001-users' returning name")
  const storage = await openStorage(optionsOf(database))
  const old = await storage.users.find('user_old')
  assert.equal(old?.password_compromised_at, null)
  assert.equal(old?.attempted_at, null)
  assert.equal(old?.totp_enabled, false)
  for (const table of ['passwords', 'sessions', 'clients', 'tickets', 'totps'])
    assert.deepEqual(await storage.rows(table), [])
  await storage.close()
})

onDatabases('several openings of one empty database at once all succeed', async (database) => {
  const storages = await Promise.all([1, 2, 3, 4].map(() => openStorage(optionsOf(database))))
  for (const [index, storage] of storages.entries()) await given(storage, user(`user_${index}`))
  assert.equal((await storages[0]!.rows('users')).length, 4)
  assert.equal((await storages[0]!.rows('migrations')).length, migrations.length)
  for (const storage of storages) await storage.close()
})

onDatabases('processes that start and write at once on one empty database all succeed', async (database) => {
  const script = `
    import { openStorage } from '#server/storage/open.ts'
    import { given, user } from '#tests/stores/given.ts'
    const storage = await openStorage(${JSON.stringify(optionsOf(database))})
    for (let n = 0; n < 25; n++) await given(storage, user('user_' + process.pid + '_' + n))
    await storage.close()`
  const processes = [1, 2, 3].map(() =>
    spawn(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, NODE_TEST_CONTEXT: undefined },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  )
  for (const code of await Promise.all(processes.map((child) => once(child, 'exit'))))
    assert.equal(code[0], 0)
  assert.equal((await rawly(database, 'select id from users')).length, 75)
})

onDatabases('a database of a newer version is refused and left alone', async (database) => {
  await (await openStorage(optionsOf(database))).close()
  await rawly(database, "insert into migrations (name, applied_at) values ('0999-later', 1) returning name")
  assert.match(await refusal(optionsOf(database)), /newer version.*0999-later/)
  await rawly(database, "delete from migrations where name = '0999-later' returning name")
  await (await openStorage(optionsOf(database))).close()
})

onDatabases('a migration that fails leaves nothing behind', async (database) => {
  await rawly(database, 'create table instance (something integer)').catch(() => [])
  assert.match(await refusal(optionsOf(database)), /migrated.*instance.*exists/)
  await rawly(database, 'drop table instance')
  const storage = await openStorage(optionsOf(database))
  await given(storage, user('user_1'))
  await storage.close()
})

onEngines('the database itself refuses to change or remove an event', async (storage, database) => {
  await given(storage, user('user_1'))
  const before = await storage.rows('events')
  for (const statement of ["update events set type = 'x' returning id", 'delete from events returning id'])
    await assert.rejects(rawly(database, statement), /append-only/)
  if (database.engine === 'postgres') await assert.rejects(rawly(database, 'truncate events'), /append-only/)
  assert.deepEqual(await storage.rows('events'), before)
})

onEngines('rows shows known tables only', async (storage) => {
  assert.deepEqual(await storage.rows('users'), [])
  await assert.rejects(storage.rows('sqlite_schema'), /no table/)
})

onSqlite('the file is for its owner alone and keeps every acknowledged write', async (database, file) => {
  const storage = await openStorage(optionsOf(database))
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.equal((await stat(`${file}-wal`)).mode & 0o777, 0o600)
  await storage.close()
  await chmod(file, 0o644)
  await (await openStorage(optionsOf(database))).close()
  assert.equal((await stat(file)).mode & 0o777, 0o600)
})

onSqlite('a setting that does not read back as set is refused', async (database, file) => {
  await (await openStorage(optionsOf(database))).close()
  const strong = 'pragma synchronous = full; pragma busy_timeout = 10000; pragma foreign_keys = on'
  const weak: [string, RegExp][] = [
    ['pragma synchronous = normal', /synchronous/],
    ['pragma foreign_keys = off', /foreign_keys/],
    ['pragma busy_timeout = 1', /busy_timeout/],
    ['pragma journal_mode = delete', /journal_mode/],
  ]
  for (const [pragma, complaint] of weak) {
    const connection = new DatabaseSync(file)
    connection.exec(strong)
    refuseWeakSettings(connection)
    connection.exec(pragma)
    assert.throws(
      () => refuseWeakSettings(connection),
      (error: Error) => error instanceof CannotOpen && complaint.test(error.message),
    )
    connection.close()
  }
})

onSqlite('a folder or file that cannot be used is refused in one clear line', async (database, file) => {
  const blocked = join(database.data, 'file')
  await writeFile(blocked, '')
  assert.match(
    await refusal({ databaseUrl: '', dataFolder: blocked }),
    /data folder .*file cannot be written/,
  )
  assert.match(await refusal({ databaseUrl: '', dataFolder: join(blocked, 'x') }), /cannot be written/)
  await mkdir(file)
  assert.match(await refusal(optionsOf(database)), /cannot be (opened|written)/)
})

onSqlite('a missing data folder is made', async (database) => {
  const dataFolder = join(database.data, 'new', 'data')
  await (await openStorage({ databaseUrl: '', dataFolder })).close()
  assert.equal((await stat(dataFolder)).mode & 0o777, 0o700)
})

onSqlite('a file that is no database is refused and left as it is', async (database, file) => {
  await writeFile(file, 'certainly not a database '.repeat(500))
  assert.match(await refusal(optionsOf(database)), /bartleby.sqlite.*not a database/)
  assert.equal((await stat(file)).size, 12_500)
})

onSqlite('a damaged database is refused', async (database, file) => {
  await (await openStorage(optionsOf(database))).close()
  const handle = await open(file, 'r+')
  await handle.write(Buffer.alloc(4096, 0xff), 0, 3996, 100)
  await handle.close()
  assert.match(await refusal(optionsOf(database)), /malformed|not a database/)
})

onPostgres('a server that cannot be reached is refused, and no secret is told', async (database) => {
  const secret = 'hunter2!secret'
  const encoded = encodeURIComponent(secret)
  const { host, pathname } = new URL(database.databaseUrl)
  const addresses = [
    `postgres://bob:${encoded}@127.0.0.1:1/x`,
    `postgres://bob:${encoded}@no-such-host.invalid/x`,
    `postgres://bob:${encoded}@${host}${pathname}`,
    `postgres://postgres:postgres@${host}/no_${encoded}`,
    `postgres://bob:${secret}#@127.0.0.1:port/x`,
    `postgres://bob:1/${secret}@127.0.0.1/x`,
    `postgres://${secret}`,
    `postgres://bob:%zz${secret}@127.0.0.1:1/x`,
    `mysql://bob:${secret}@127.0.0.1/x`,
    secret,
  ]
  for (const databaseUrl of addresses) {
    const error = await openStorage({ databaseUrl, dataFolder: database.data }).catch((error) => error)
    assert.ok(error instanceof CannotOpen, databaseUrl)
    assert.doesNotMatch(`${error.stack} ${JSON.stringify(error)} ${error.cause}`, /hunter2|%21secret/)
    assert.match(error.message, /^(PostgreSQL cannot be used: |The address of the )/)
  }
})

onPostgres('settings that can lose acknowledged writes are warned of', async (database) => {
  const warnings: string[] = []
  const warn = (message: string) => warnings.push(message)
  await (await openStorage({ ...optionsOf(database), warn })).close()
  const usual = warnings.splice(0)
  await rawly(
    database,
    `alter database ${new URL(database.databaseUrl).pathname.slice(1)} set synchronous_commit = off`,
  )
  await (await openStorage({ ...optionsOf(database), warn })).close()
  assert.equal(warnings.length, usual.length + 1)
  assert.match(warnings.join(), /synchronous_commit = off/)
})

onPostgres('a database in another encoding is refused', async (database) => {
  const name = `${new URL(database.databaseUrl).pathname.slice(1)}_latin`
  await rawly(
    database,
    `create database ${name} encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`,
  )
  const databaseUrl = database.databaseUrl.replace(/[^/]+$/, name)
  assert.match(await refusal({ databaseUrl, dataFolder: database.data }), /UTF8, not SQL_ASCII/)
  await rawly(database, `drop database ${name}`)
})
