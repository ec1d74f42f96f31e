import assert from 'node:assert/strict'
import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { suite, test } from 'node:test'
import { sealFile } from '#server/storage/backup/seal.ts'
import { openPostgres } from '#server/storage/dialects/postgres.ts'
import { openSqlite } from '#server/storage/dialects/sqlite.ts'
import { bringUpToDate } from '#server/storage/migrate.ts'
import { migrations } from '#server/storage/migrations/all.ts'
import { engines, freshDatabase, type TestDatabase } from '#tests/engines.ts'
import { runBartleby, spawnBartleby } from '#tests/spawned-server.ts'
import { rawly } from '../stores/given.ts'
import { done, environmentOf, placeFor, ran, refused, stopped, usedDatabase } from './operators.ts'

const sealBytes = 88

/** Other databases of the same cluster have locks of their own. */
const advisoryLocksHere =
  "select pid from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())"

/** Nothing at all may be left of a restore that was refused. */
async function assertEmpty(place: TestDatabase): Promise<void> {
  assert.deepEqual(
    (await readdir(place.data)).filter((name) => /sqlite|restoring/.test(name)),
    [],
  )
  if (place.engine === 'sqlite') return
  const tables = await rawly(place, "select tablename from pg_tables where schemaname = 'public'")
  assert.deepEqual(tables, [])
}

/** A whole backup with another content: as somebody would write it who knows the format. */
async function altered(file: string, path: string, statement: string): Promise<string> {
  await cp(file, path)
  await truncate(path, (await readFile(file)).length - sealBytes)
  const database = new DatabaseSync(path)
  database.exec(statement)
  database.close()
  await sealFile(path)
  return path
}

for (const engine of engines) {
  suite(`bartleby restore, on ${engine}`, () => {
    test(`[OPS-5] what is no whole backup is refused in one line, and nothing is restored (${engine})`, async () => {
      const database = await usedDatabase(engine)
      const place = await placeFor(database, engine)
      const folder = (await freshDatabase('sqlite')).data
      const file = join(folder, 'all.backup')
      await done(['backup', file], environmentOf(database))
      const bytes = await readFile(file)
      const cases: [string, Buffer | string, RegExp][] = [
        ['flipped', Buffer.from(bytes), /damaged or cut short/],
        ['cut', bytes.subarray(0, Math.floor(bytes.length * 0.6)), /damaged or cut short/],
        ['cut-seal', bytes.subarray(0, -sealBytes), /damaged or cut short/],
        ['cut-early', bytes.subarray(0, 90), /damaged or cut short/],
        ['empty', '', /is no backup of Bartleby/],
        ['text', 'certainly no backup\n'.repeat(100), /is no backup of Bartleby/],
      ]
      const flipped = cases[0]![1] as Buffer
      flipped[9000]! ^= 1
      for (const [name, content, complaint] of cases) {
        await writeFile(join(folder, name), content)
        assert.match(await refused(['restore', join(folder, name)], environmentOf(place)), complaint, name)
      }
      new DatabaseSync(join(folder, 'sqlite')).exec('create table x (y)')
      assert.match(
        await refused(['restore', join(folder, 'sqlite')], environmentOf(place)),
        /is no backup of/,
      )
      assert.match(await refused(['restore', join(folder, 'missing')], environmentOf(place)), /no such file/)
      assert.match(await refused(['restore', folder], environmentOf(place)), /cannot be read: a folder/)
      await assertEmpty(place)
      await done(['restore', file], environmentOf(place))
      for (const one of [database, place]) await one.remove()
    })

    test(`[OPS-5] a backup whose rows are not those that were copied is refused (${engine})`, async () => {
      const database = await usedDatabase(engine)
      const place = await placeFor(database, engine)
      const file = join(database.data, 'all.backup')
      await done(['backup', file], environmentOf(database))
      const statements = [
        "update users set first_name = 'Mallory' where username = 'operator_1'",
        'delete from events where id = (select max(id) from events)',
        'insert into identifications select * from identifications limit 1',
      ]
      for (const [n, statement] of statements.entries()) {
        const path = await altered(file, join(database.data, `altered-${n}`), statement)
        assert.match(
          await refused(['restore', path], environmentOf(place)),
          /damaged or cut short/,
          statement,
        )
      }
      await assertEmpty(place)
      for (const one of [database, place]) await one.remove()
    })

    test(`[OPS-5] a backup of a newer version is refused (${engine})`, async () => {
      const database = await usedDatabase(engine)
      const place = await placeFor(database, engine)
      const file = join(database.data, 'all.backup')
      await done(['backup', file], environmentOf(database))
      const statements = [
        'update bartleby_backup set format = 2',
        `update bartleby_backup set migrations = json_insert(migrations, '$[#]', '0999-later')`,
        `update bartleby_backup set tables = json_insert(tables, '$[#]', json('{"name":"later","columns":["id"],"rows":0,"checksum":"0"}'))`,
      ]
      for (const [n, statement] of statements.entries()) {
        const path = await altered(file, join(database.data, `newer-${n}`), statement)
        assert.match(await refused(['restore', path], environmentOf(place)), /newer version of Bartleby/)
      }
      await assertEmpty(place)
      for (const one of [database, place]) await one.remove()
    })

    test(`[OPS-5] another encryption key than the backup's is refused (${engine})`, async () => {
      const database = await usedDatabase(engine)
      const place = await freshDatabase(engine)
      const file = join(database.data, 'all.backup')
      await done(['backup', file], environmentOf(database))
      const line = await refused(['restore', file], environmentOf(place))
      assert.match(line, /value of BARTLEBY_ENCRYPTION_KEY is not the key/)
      await assertEmpty(place)
      if (engine === 'sqlite') {
        const env = { BARTLEBY_DATA: place.data }
        assert.match(
          await refused(['restore', file], env),
          /key of the backup is missing: put it into \S+encryption-key/,
        )
        await writeFile(join(place.data, 'encryption-key'), place.encryptionKey)
        assert.match(await refused(['restore', file], env), /The key in \S+encryption-key is not the one/)
        await assertEmpty(place)
        await writeFile(join(place.data, 'encryption-key'), database.encryptionKey)
        await done(['restore', file], env)
      }
      for (const one of [database, place]) await one.remove()
    })

    test(`[OPS-8] a backup of an older version is restored as it was, and migrated by the next start (${engine})`, async () => {
      const database = await freshDatabase(engine)
      const oldest = migrations.slice(0, 1)
      const dialect =
        engine === 'sqlite'
          ? await openSqlite(database.data, () => {})
          : await openPostgres(database.databaseUrl, () => {})
      await dialect.migrating((transaction) => bringUpToDate(dialect, transaction, oldest))
      await dialect.close()
      await rawly(database, "insert into secret_keys values ('key_old', 'hash', 'hint', 1, null)")
      const file = join(database.data, 'all.backup')
      await done(['backup', file], environmentOf(database))
      const place = await placeFor(database, engine)
      await done(['restore', file], environmentOf(place))
      const applied = async () =>
        (await rawly(place, 'select name from migrations order by name')).map(({ name }) => name)
      assert.deepEqual(await applied(), ['0001-users'])
      await stopped(await spawnBartleby({ database: place }))
      assert.deepEqual(
        await applied(),
        migrations.map(({ name }) => name),
      )
      assert.equal((await rawly(place, "select id from secret_keys where id = 'key_old'")).length, 1)
      for (const one of [database, place]) await one.remove()
    })

    test(`[OPS-6] a place that has a database is refused (${engine})`, async () => {
      const database = await usedDatabase(engine)
      const file = join(database.data, 'all.backup')
      await done(['backup', file], environmentOf(database))
      const complaint = engine === 'sqlite' ? /There is a database in/ : /database is not empty/
      assert.match(await refused(['restore', file], environmentOf(database)), complaint)
      if (engine === 'postgres') {
        assert.match(await refused(['restore', file, '--force'], environmentOf(database)), complaint)
        const place = await placeFor(database, engine)
        await rawly(place, 'create table of_somebody_else (id integer)')
        assert.match(await refused(['restore', file], environmentOf(place)), /of_somebody_else/)
        await place.remove()
      }
      assert.equal((await rawly(database, 'select id from users')).length, 9)
      await database.remove()
    })

    test(`[OPS-6] a restore that is cut off leaves nothing (${engine})`, async () => {
      const database = await usedDatabase(engine)
      const numbers =
        engine === 'sqlite'
          ? 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 80000)'
          : 'with n(i) as (select generate_series(1, 80000))'
      await rawly(
        database,
        `${numbers} insert into events (type, actor, subject, at, trace_id, details) select 'x', 'x', 'x', 1, 'x', '{}' from n`,
      )
      const file = join(database.data, 'all.backup')
      await done(['backup', file], environmentOf(database))
      const place = await placeFor(database, engine)
      const command = runBartleby(['restore', file], environmentOf(place))
      const began = async () =>
        engine === 'sqlite'
          ? (await readdir(place.data)).length > 0
          : (await rawly(place, advisoryLocksHere)).length > 0
      for (let i = 0; !(await began()); i++) {
        assert(i < 5000, 'the restore does not begin')
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
      command.kill('SIGTERM')
      assert.equal((await command.exited).code, 143, command.output())
      await assertEmpty(place)
      await done(['restore', file], environmentOf(place))
      for (const one of [database, place]) await one.remove()
    })
  })
}

if (engines.includes('sqlite'))
  suite('bartleby restore --force, on sqlite', () => {
    test('[OPS-6] moves the old database aside, but not while a server uses it (sqlite)', async () => {
      const database = await usedDatabase('sqlite')
      const file = join(database.data, 'all.backup')
      await done(['backup', file], environmentOf(database))
      await rawly(database, "insert into secret_keys values ('key_later', 'x', 'x', 1, null)")
      const server = await spawnBartleby({ database })
      const line = await refused(['restore', file, '--force'], environmentOf(database))
      assert.match(line, /bartleby\.sqlite is in use: stop the server first/)
      assert.equal((await fetch(`${server.url}/health`)).status, 200)
      await stopped(server)
      const { stdout } = await done(['restore', file, '--force'], environmentOf(database))
      const aside = /The old database is now (\S+)\n$/.exec(stdout)![1]!
      assert.match(aside, /bartleby\.sqlite\.\d{8}-\d{6}$/)
      const old = new DatabaseSync(aside, { readOnly: true })
      assert.equal(old.prepare("select id from secret_keys where id = 'key_later'").all().length, 1)
      old.close()
      assert.deepEqual(await rawly(database, "select id from secret_keys where id = 'key_later'"), [])
      await database.remove()
    })

    test('the encryption key is all that must be kept beside the backup (sqlite)', async () => {
      const database = await freshDatabase('sqlite')
      const env = { BARTLEBY_DATA: join(database.data, 'one') }
      const generated = { ...database, data: env.BARTLEBY_DATA, secretKey: '', encryptionKey: '' }
      await stopped(await spawnBartleby({ database: generated }))
      const file = join(database.data, 'all.backup')
      assert.match((await done(['backup', file], env)).stderr, /copy of encryption-key in/)
      const two = join(database.data, 'two')
      await mkdir(two)
      await cp(join(env.BARTLEBY_DATA, 'encryption-key'), join(two, 'encryption-key'))
      await rm(env.BARTLEBY_DATA, { recursive: true })
      await done(['restore', file], { BARTLEBY_DATA: two })
      await stopped(await spawnBartleby({ database: { ...generated, data: two } }))
      const { stdout } = await ran(['keys', 'list'], { BARTLEBY_DATA: two })
      assert.equal(stdout.match(/ valid\n/g)?.length, 2)
      await database.remove()
    })
  })
