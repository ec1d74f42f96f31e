import assert from 'node:assert/strict'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { jsonText } from '#contract/shapes.ts'
import { Database } from '#server/storage/database.ts'
import { openPostgres } from '#server/storage/dialects/postgres.ts'
import { openSqlite } from '#server/storage/dialects/sqlite.ts'
import { openStorage } from '#server/storage/open.ts'
import { RowBusy, type Storage, StorageUnavailable } from '#server/storage/storage.ts'
import { userStore } from '#server/storage/users.ts'
import { engines, freshDatabase, type TestDatabase } from '#tests/engines.ts'
import { change, email, event, given, rawly, user } from './given.ts'

function onEngine(
  engine: 'sqlite' | 'postgres',
  name: string,
  run: (storage: Storage, database: TestDatabase) => Promise<void>,
) {
  if (!engines.includes(engine)) return
  test(`${name} (${engine})`, async () => {
    const database = await freshDatabase(engine)
    const storage = await openStorage({ databaseUrl: database.databaseUrl, dataFolder: database.data })
    try {
      await run(storage, database)
    } finally {
      await storage.close()
      await database.remove()
    }
  })
}

const add = (storage: Storage, id: string) => given(storage, user(id))

onEngine(
  'sqlite',
  'reads go on while another process writes, and writes wait for it',
  async (storage, database) => {
    await add(storage, 'user_1')
    const other = new DatabaseSync(join(database.data, 'bartleby.sqlite'))
    other.exec('begin immediate')
    const writes = [add(storage, 'user_2'), add(storage, 'user_3')]
    await sleep(50)
    assert.ok(await storage.users.find('user_1'))
    assert.equal(await storage.users.find('user_2'), undefined)
    other.exec('commit')
    await Promise.all(writes)
    assert.ok(await storage.users.find('user_3'))
    other.close()
  },
)

onEngine(
  'sqlite',
  'a write that waits too long for another process is unavailable',
  async (storage, database) => {
    const other = new DatabaseSync(join(database.data, 'bartleby.sqlite'))
    other.exec('begin immediate')
    const writes = await Promise.allSettled([add(storage, 'user_1'), add(storage, 'user_2')])
    for (const write of writes)
      assert.ok(write.status === 'rejected' && write.reason instanceof StorageUnavailable)
    other.exec('commit')
    other.close()
    await add(storage, 'user_1')
  },
)

onEngine(
  'sqlite',
  'a full or read-only disk makes writes unavailable and leaves reads',
  async (_, database) => {
    const dialect = await openSqlite(database.data, () => {})
    const users = userStore(new Database(dialect))
    const pragma = (text: string) => sql.raw(`pragma ${text}`).execute(dialect.kysely)
    const insert = (id: string) => {
      const public_metadata = jsonText(`{"a":"${'x'.repeat(100_000)}"}`)
      return users.insert(user(id, { public_metadata }), event('user.created', id))
    }
    await insert('user_1')
    for (const [broken, repaired] of [
      ['max_page_count = 1', 'max_page_count = 1000000'],
      ['query_only = 1', 'query_only = 0'],
    ] as const) {
      await pragma(broken)
      await assert.rejects(insert('user_2'), StorageUnavailable)
      assert.ok(await users.find('user_1'))
      assert.equal(await users.find('user_2'), undefined)
      await pragma(repaired)
      await insert('user_2')
      await users.remove('user_2', (gone) => event('user.deleted', gone.id))
    }
    await dialect.close()
  },
)

/** An own connection that holds the user's row until `end`. */
async function holding(database: TestDatabase, id: string) {
  const holder = new pg.Client({ connectionString: database.databaseUrl })
  await holder.connect()
  await holder.query('begin')
  await holder.query('select id from users where id = $1 for update', [id])
  return holder
}

const onWaiting = (call: string) =>
  `select ${call}(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`

async function untilOneWaits(database: TestDatabase) {
  for (;;) {
    const rows = await rawly(database, onWaiting('abs'))
    if (rows.length > 0) return
    await sleep(20)
  }
}

onEngine('postgres', 'a row that stays locked is busy', async (storage, database) => {
  await add(storage, 'user_1')
  const holder = await holding(database, 'user_1')
  await assert.rejects(change(storage, 'user_1', { add: [email('a@example.com')] }), RowBusy)
  await holder.end()
  assert.ok(await change(storage, 'user_1', { add: [email('a@example.com')] }))
})

for (const call of ['pg_cancel_backend', 'pg_terminate_backend'])
  onEngine(
    'postgres',
    `${call} in a transaction is unavailable, and the next call heals`,
    async (storage, database) => {
      await add(storage, 'user_1')
      const holder = await holding(database, 'user_1')
      const outcome = assert.rejects(change(storage, 'user_1', {}), StorageUnavailable)
      await untilOneWaits(database)
      await rawly(database, onWaiting(call))
      await outcome
      await holder.end()
      assert.ok(await change(storage, 'user_1', {}))
      assert.equal((await storage.rows('events')).length, 2)
    },
  )

onEngine(
  'postgres',
  'when all connections die the process lives and soon serves again',
  async (storage, database) => {
    await add(storage, 'user_1')
    await Promise.all(Array.from({ length: 30 }, () => storage.ping()))
    const reads = Array.from({ length: 60 }, () => storage.users.find('user_1'))
    await rawly(
      database,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    for (const read of await Promise.allSettled(reads))
      if (read.status === 'rejected')
        assert.ok(read.reason instanceof StorageUnavailable, String(read.reason))
    // A backend ends when it gets to it; until then the pool may hand out its connection once more.
    const served = async () => {
      await sleep(100)
      return (await storage.users.find('user_1')) && (await change(storage, 'user_1', {}))
    }
    for (let tries = 50; !(await served().catch(() => undefined)); tries--) assert.ok(tries > 0)
  },
)

onEngine(
  'postgres',
  'a transaction that the engine undoes is tried four times',
  async (storage, database) => {
    await rawly(database, 'create sequence tries')
    await rawly(
      database,
      `create function undo() returns trigger language plpgsql as $$ begin
       if nextval('tries') % 10 <> 0 then raise sqlstate '40001'; end if; return new; end $$`,
    )
    await rawly(database, 'create trigger undo before insert on users for each row execute function undo()')
    await assert.rejects(add(storage, 'user_1'), StorageUnavailable)
    await assert.rejects(add(storage, 'user_1'), StorageUnavailable)
    await add(storage, 'user_1')
    assert.deepEqual(await rawly(database, "select nextval('tries')"), [{ nextval: '11' }])
    assert.equal((await storage.rows('events')).length, 1)
  },
)

onEngine(
  'postgres',
  'a network that swallows everything is unavailable, not endless',
  async (_, database) => {
    const { hostname, port } = new URL(database.databaseUrl)
    const sockets: Socket[] = []
    let swallowing = false
    const proxy = createServer((near) => {
      const far = connect(Number(port), hostname)
      sockets.push(near, far)
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        from.on('data', (bytes) => swallowing || to.write(bytes))
        from.on('error', () => to.destroy()).on('close', () => to.destroy())
      }
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const address = proxy.address() as { port: number }
    const databaseUrl = database.databaseUrl.replace(`:${port}/`, `:${address.port}/`)
    const storage = await openStorage({ databaseUrl, dataFolder: database.data })
    await add(storage, 'user_1')
    swallowing = true
    const began = performance.now()
    const calls = await Promise.allSettled([storage.users.find('user_1'), change(storage, 'user_1', {})])
    for (const each of calls)
      assert.ok(each.status === 'rejected' && each.reason instanceof StorageUnavailable)
    assert.ok(performance.now() - began < 12_000)
    swallowing = false
    assert.ok(await storage.users.find('user_1'))
    await storage.close()
    for (const socket of sockets) socket.destroy()
    proxy.close()
  },
)

onEngine('postgres', 'errors are told apart by their code', async (_, database) => {
  const dialect = await openPostgres(database.databaseUrl, () => {})
  const failing = (code: string, message = 'x') =>
    dialect.failure(Object.assign(new Error(message), { code }))
  for (const code of ['08006', '53300', '57P01', '57P03', '57014', '25006', '40001', '40P01', 'ECONNREFUSED'])
    assert.ok(failing(code) instanceof StorageUnavailable, code)
  assert.ok(failing('55P03') instanceof RowBusy)
  for (const code of ['23505', '22021', '42P01', '25P02', 'ERR_ASSERTION'])
    assert.equal(failing(code), undefined, code)
  await dialect.close()
})
