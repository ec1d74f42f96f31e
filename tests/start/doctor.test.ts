import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { chmod, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { checkDisk, checkNode } from '#server/cli/doctor-machine.ts'
import { engines, freshDatabase, migratedDatabase } from '#tests/engines.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { rawly } from '../stores/given.ts'
import { examined, type Report, started } from './examined.ts'
import { environmentOf, ran, refused, stopped } from './operators.ts'

const problemsOf = ({ checks }: Report) => checks.filter(({ state }) => state === 'problem')

/** Names and content of all files but SQLite's own, which come and go with every reader. */
async function traces(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => !/-(wal|shm)$/.test(name)).toSorted()
  const sums = names.map(async (name) =>
    createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex'),
  )
  return [...names, ...(await Promise.all(sums))]
}

/** Something that is not Bartleby, or whose clock is wrong. */
async function impostor(
  headers: Record<string, string>,
  body: string,
): Promise<{ url: string; server: Server }> {
  const server = createServer((_, response) => {
    response.sendDate = false
    response.writeHead(200, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

for (const engine of engines) {
  suite(`bartleby doctor, on ${engine}`, () => {
    test(`[OPS-11] all is well while a server runs (${engine})`, async () => {
      const database = await migratedDatabase(engine)
      const server = await spawnBartleby({ database })
      const env = { ...environmentOf(database), BARTLEBY_PUBLIC_URL: server.url }
      const report = await examined(env)
      assert.deepEqual(problemsOf(report), [])
      assert.equal(report.code, 0)
      assert.match(report.find('server', 'ok').text, /\/health answers/)
      assert.match(report.find('encryption key', 'ok').text, /opens what the database has encrypted/)
      assert.match(report.find('own secret key', 'ok').text, /is key_\w+ and valid/)
      const { stdout } = await ran(['doctor'], env)
      assert.match(stdout, /^ok {7}Node +24\./m)
      assert.match(stdout, /\n0 problems, \d warnings\n$/)
      for (const secret of [database.secretKey, database.encryptionKey]) assert(!stdout.includes(secret))
      await stopped(server)
      await database.remove()
    })

    test(`[OPS-11] wrong keys are problems (${engine})`, async () => {
      const database = await started(engine)
      const env = environmentOf(database)
      const other = await freshDatabase('sqlite')
      const wrong = await examined({ ...env, BARTLEBY_ENCRYPTION_KEY: other.encryptionKey })
      assert.equal(wrong.code, 1)
      assert.match(wrong.find('encryption key', 'problem').text, /is not the key/)
      const unknown = await examined({ ...env, BARTLEBY_SECRET_KEY: other.secretKey })
      assert.match(unknown.find('own secret key', 'warning').text, /not known to the database/)
      await rawly(database, "insert into secret_keys values ('key_other', 'hash', 'hint', 1, null)")
      await rawly(database, "update secret_keys set revoked_at = 5 where id <> 'key_other'")
      const revoked = await examined(env)
      assert.match(revoked.find('own secret key', 'problem').text, /which was revoked/)
      await rawly(database, 'update secret_keys set revoked_at = 5')
      assert.match((await examined(env)).find('secret keys', 'problem').text, /no key is valid/)
      await database.remove()
    })

    test(`[OPS-11] a clock behind the newest record is a problem (${engine})`, async () => {
      const database = await started(engine)
      const record = (at: number) =>
        rawly(
          database,
          `insert into events (type, actor, subject, at, trace_id, details) values ('x', 'x', 'x', ${at}, 'x', '{}')`,
        )
      await record(Date.now() + 30_000)
      assert.match(
        (await examined(environmentOf(database))).find('clock', 'ok').text,
        /not before the newest/,
      )
      await record(Date.now() + 600_000)
      const late = await examined(environmentOf(database))
      assert.match(late.find('clock', 'problem').text, /(599|600) s before the newest record/)
      assert.equal(late.code, 1)
      await database.remove()
    })

    test(`[OPS-11] migrations that are missing or too new are told (${engine})`, async () => {
      const name = engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'
      const database = await started(engine)
      await rawly(database, 'delete from migrations where name = (select max(name) from migrations)')
      const old = await examined(environmentOf(database))
      assert.match(old.find(name, 'warning').text, /not applied yet/)
      await rawly(database, "insert into migrations values ('0999-later', 1)")
      const later = await examined(environmentOf(database))
      assert.match(later.find(name, 'problem').text, /newer version of Bartleby \(0999-later\)/)
      await database.remove()
    })

    test(`[OPS-12] it changes nothing (${engine})`, async () => {
      const database = await freshDatabase(engine)
      const env = environmentOf(database)
      const absent = join(database.data, 'absent')
      await examined({ ...env, BARTLEBY_DATA: absent })
      assert.deepEqual(await readdir(database.data), [])
      if (engine === 'postgres') {
        const tables = await rawly(database, "select tablename from pg_tables where schemaname = 'public'")
        assert.deepEqual(tables, [])
      }
      await stopped(await spawnBartleby({ database }))
      await rawly(database, 'delete from migrations where name = (select max(name) from migrations)')
      const before = [await traces(database.data), await rawly(database, 'select * from migrations')]
      await examined(env)
      assert.deepEqual(
        [await traces(database.data), await rawly(database, 'select * from migrations')],
        before,
      )
      await database.remove()
    })
  })
}

if (engines.includes('postgres'))
  test('[OPS-11] a PostgreSQL that cannot be reached or that can lose writes is a problem (postgres)', async () => {
    const database = await started('postgres')
    const env = environmentOf(database)
    const name = new URL(database.databaseUrl).pathname.slice(1)
    await rawly(database, `alter database ${name} set synchronous_commit = off`)
    assert.match((await examined(env)).find('PostgreSQL', 'problem').text, /synchronous_commit off/)
    const away = await ran(['doctor'], {
      ...env,
      BARTLEBY_DATABASE_URL: 'postgres://bob:hunter2@127.0.0.1:1/x',
    })
    assert.equal(away.code, 1)
    assert.match(away.stdout, /^problem +database +PostgreSQL cannot be used/m)
    assert(!`${away.stdout}${away.stderr}`.includes('hunter2'))
    await database.remove()
  })

suite('bartleby doctor, on any machine', () => {
  test('variables and settings that cannot be used are problems, a line each', async () => {
    const { data } = await freshDatabase('sqlite')
    const bad = await examined({ BARTLEBY_DATA: data, BARTLEBY_PORT: 'x', BARTLEBY_HOST: '-' })
    assert.equal(
      bad.checks.filter(({ name, state }) => name === 'variables' && state === 'problem').length,
      2,
    )
    await writeFile(join(data, 'bartleby.json'), '{ "usernam": {} }')
    assert.match((await examined({ BARTLEBY_DATA: data })).find('settings', 'problem').text, /username/)
  })

  test('a data folder that is missing, a file, or open to others is told', async () => {
    const database = await started('sqlite')
    const env = environmentOf(database)
    const file = join(database.data, 'file')
    await writeFile(file, '')
    const of = (data: string) => examined({ ...env, BARTLEBY_DATA: data })
    assert.match((await of(file)).find('data folder', 'problem').text, /is a file/)
    assert.match((await of(join(database.data, 'no'))).find('data folder', 'problem').text, /is not there/)
    await chmod(database.data, 0o755)
    await chmod(join(database.data, 'bartleby.sqlite'), 0o644)
    const open = await of(database.data)
    assert.equal(open.find('data folder', 'warning').advice, `chmod 700 ${database.data}`)
    assert.match(open.find('private files', 'problem').advice!, /^chmod 600 \S+bartleby\.sqlite$/)
    await database.remove()
  })

  test('a damaged or missing database, or a missing key file, is a problem', async () => {
    const database = await started('sqlite')
    const { secretKey: _, encryptionKey: __, ...rest } = database
    const env = { BARTLEBY_DATA: rest.data }
    assert.match((await examined(env)).find('encryption key', 'problem').text, /encryption-key is missing/)
    const path = join(database.data, 'bartleby.sqlite')
    const bytes = await readFile(path)
    await writeFile(path, Buffer.from(bytes).fill(0x5a, bytes.length - 4096))
    assert.match((await examined(env)).find('SQLite', 'problem').text, /the file is damaged/)
    await writeFile(path, 'certainly not a database '.repeat(500))
    assert.match((await examined(env)).find('database', 'problem').text, /is damaged/)
    await rename(path, `${path}.away`)
    assert.match((await examined(env)).find('database', 'problem').text, /There is no database in/)
    await database.remove()
  })

  test('a public address where nobody or somebody else answers is told, and a clock that differs', async () => {
    const database = await started('sqlite')
    const at = (url: string) => examined({ ...environmentOf(database), BARTLEBY_PUBLIC_URL: url })
    assert.match((await at('http://127.0.0.1:1')).find('server', 'warning').text, /nobody answers/)
    const stranger = await impostor({}, '<html>')
    assert.match((await at(stranger.url)).find('server', 'problem').text, /answers 200, not as a healthy/)
    stranger.server.close()
    const date = new Date(Date.now() - 300_000).toUTCString()
    const late = await impostor({ date }, '{"status":"ok"}')
    assert.match((await at(late.url)).find('clock', 'problem').text, /differs by (299|30\d) s/)
    late.server.close()
    await database.remove()
  })

  test('Node and room on the disk have bounds', () => {
    const states = ['24.6.9', '24.7.0', '26.0.0', '20.19.5'].map((version) => checkNode(version).state)
    assert.deepEqual(states, ['problem', 'ok', 'ok', 'problem'])
    const [mebibyte, gibibyte] = [2 ** 20, 2 ** 30]
    const disk = (free: number, all: number) => checkDisk('/data', free, all).state
    assert.equal(disk(100 * mebibyte - 1, 100 * gibibyte), 'problem')
    assert.equal(disk(100 * mebibyte, 200 * mebibyte), 'warning')
    assert.equal(disk(gibibyte - 1, 5 * gibibyte), 'warning')
    assert.equal(disk(9 * gibibyte, 100 * gibibyte), 'warning')
    assert.equal(disk(10 * gibibyte, 100 * gibibyte), 'ok')
  })
})

test('doctor says which option it does not know', async () => {
  assert.match((await ran(['doctor', '--enf', 'x'], {})).stderr, /unknown option '--enf'/)
  assert.match(await refused(['keys', 'revoke', 'x'], { BARTLEBY_PORT: 'x' }), /BARTLEBY_PORT/)
})
