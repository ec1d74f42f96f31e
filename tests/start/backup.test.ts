import assert from 'node:assert/strict'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { suite, test } from 'node:test'
import { progressBar } from '#server/cli/progress.ts'
import { tableNames } from '#server/storage/tables.ts'
import { type Engine, engines, freshDatabase, type TestDatabase } from '#tests/engines.ts'
import { runBartleby, spawnBartleby } from '#tests/spawned-server.ts'
import { rawly } from '../stores/given.ts'
import { ask, done, environmentOf, placeFor, refused, stopped, usedDatabase } from './operators.ts'

/** Tables as the engine lists them, whatever our own code believes. */
async function tablesIn(database: TestDatabase): Promise<string[]> {
  const rows = await rawly(
    database,
    database.engine === 'sqlite'
      ? "select name from sqlite_schema where type = 'table' and name not glob 'sqlite_*'"
      : "select tablename as name from pg_tables where schemaname = 'public'",
  )
  return rows.map(({ name }) => String(name)).toSorted()
}

async function contentOf(database: TestDatabase): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {}
  for (const table of await tablesIn(database)) {
    const rows = await rawly(database, `select * from ${table} order by 1`)
    // One engine answers bigints as text, in the order of its own columns.
    content[table] = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .map(([name, value]) => [name, value === null ? null : String(value)] as const)
          .toSorted(([a], [b]) => a.localeCompare(b)),
      ),
    )
  }
  return content
}

function readFileOf(path: string, query: string): Record<string, unknown>[] {
  const file = new DatabaseSync(path, { readOnly: true })
  try {
    return file.prepare(query).all()
  } finally {
    file.close()
  }
}

const other = (engine: Engine): Engine =>
  engines.includes('postgres') && engine === 'sqlite' ? 'postgres' : 'sqlite'

for (const engine of engines) {
  suite(`bartleby backup, on ${engine}`, () => {
    test(`[OPS-2] every table of the schema is in a backup (${engine})`, async () => {
      const database = await usedDatabase(engine)
      const file = join(database.data, 'all.backup')
      const { stdout } = await done(['backup', file, '--json'], environmentOf(database))
      const result = JSON.parse(stdout)
      const inSchema = await tablesIn(database)
      assert.deepEqual(Object.keys(result.rows).toSorted(), inSchema)
      assert.deepEqual(tableNames.toSorted(), inSchema)
      for (const table of inSchema) {
        const [{ number } = {}] = await rawly(database, `select count(*) as number from ${table}`)
        assert.equal(result.rows[table], Number(number), table)
        const copied = readFileOf(file, `select count(*) as number from ${table}`)
        assert.equal(copied[0]!.number, Number(number), table)
      }
      assert.equal(result.engine, engine)
      assert.match(result.instance_id, /^ins_/)
      const [manifest] = readFileOf(file, 'select * from bartleby_backup')
      assert.equal(manifest!.instance_id, result.instance_id)
      await database.remove()
    })

    for (const target of new Set([engine, other(engine)]))
      test(`[OPS-3] what is restored on ${target} is what was backed up, and ids go on (${engine})`, async () => {
        const database = await usedDatabase(engine)
        const file = join(database.data, 'all.backup')
        await done(['backup', file], environmentOf(database))
        const place = await placeFor(database, target)
        await done(['restore', file], environmentOf(place))
        const content = await contentOf(place)
        assert.deepEqual(content, await contentOf(database))
        const highest = Math.max(...content.events!.map((row) => Number((row as { id: string }).id)))
        const server = await spawnBartleby({ database: place })
        const answer = await ask(server, place.secretKey, 'POST', '/users', { username: 'the_next_one' })
        assert.equal(answer.status, 200)
        const again = await ask(server, place.secretKey, 'POST', '/users', { username: 'operator_1' })
        assert.equal(again.body.errors[0].code, 'form_identifier_exists')
        await stopped(server)
        const [event] = await rawly(place, `select id from events where subject = '${answer.body.id}'`)
        assert.equal(Number(event!.id), highest + 1)
        await assert.rejects(rawly(place, 'delete from events returning id'), /append-only/)
        await place.remove()
        await database.remove()
      })

    test(`[OPS-4] a backup is a private file, and replaces another only with --force (${engine})`, async () => {
      const database = await usedDatabase(engine)
      const file = join(database.data, 'all.backup')
      await writeFile(file, 'something else')
      assert.match(await refused(['backup', file], environmentOf(database)), /there already.*--force/)
      assert.equal(await readFile(file, 'utf8'), 'something else')
      const { stderr } = await done(['backup', file, '--force'], environmentOf(database))
      assert.match(stderr, /encryption key is not in it/)
      assert.equal((await stat(file)).mode & 0o777, 0o600)
      const bytes = await readFile(file)
      for (const secret of [database.secretKey, database.encryptionKey])
        assert(!bytes.includes(secret), 'a key is in the backup')
      const nowhere = join(database.data, 'no', 'such.backup')
      assert.match(await refused(['backup', nowhere], environmentOf(database)), /no such folder/)
      await database.remove()
    })

    test(`[OPS-4] an interrupted backup leaves no file (${engine})`, async () => {
      const database = await usedDatabase(engine)
      const folder = (await freshDatabase('sqlite')).data
      const numbers = {
        sqlite: 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 300000)',
        postgres: 'with n(i) as (select generate_series(1, 300000))',
      }[engine]
      const columns = 'type, actor, subject, at, trace_id, details'
      const rows = "select 'x', 'x', 'x', 1, 'x', '{}' from n"
      await rawly(database, `${numbers} insert into events (${columns}) ${rows}`)
      const command = runBartleby(['backup', join(folder, 'cut.backup')], environmentOf(database))
      for (let i = 0; (await readdir(folder)).length === 0; i++) {
        assert(i < 5000, 'the backup does not begin')
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
      command.kill('SIGTERM')
      assert.equal((await command.exited).code, 143)
      assert.match(command.stderr(), /^bartleby: interrupted; nothing was changed\n$/)
      assert.deepEqual(await readdir(folder), [])
      await database.remove()
    })
  })

  test(`[OPS-2] a database that no server was started on is not backed up (${engine})`, async () => {
    const database = await freshDatabase(engine)
    const line = await refused(['backup', join(database.data, 'x.backup')], environmentOf(database))
    assert.match(line, engine === 'sqlite' ? /no database in/ : /holds no Bartleby yet/)
    assert.deepEqual(await readdir(database.data), [])
    await database.remove()
  })
}

suite('progress', () => {
  function shown(terminal: boolean, atMs: number[]): string[] {
    const lines: string[] = []
    let now = 0
    const io = { out: () => {}, err: (text: string) => void lines.push(text), colors: false, terminal }
    const bar = progressBar(io, () => now)
    for (now of atMs) bar.update('copying', now, 10_000)
    bar.end()
    return lines
  }

  test('is silent for a second', () => {
    assert.deepEqual(shown(true, [0, 500, 999]), [])
    assert.deepEqual(shown(false, [0, 500, 999, 4999]), [])
  })

  test('is a bar on a terminal, which goes away', () => {
    const lines = shown(true, [1000, 1050, 5000])
    assert.equal(lines.length, 3)
    assert.match(lines[1]!, /^\r\u001b\[2Kcopying █{15}░{15} 50 %, 5,000 of 10,000 rows$/)
    assert.equal(lines[2], '\r\u001b[2K')
  })

  test('is a line every few seconds elsewhere', () => {
    assert.deepEqual(shown(false, [1000, 5000, 6000, 10_000]), [
      'bartleby: copying 50 %, 5,000 of 10,000 rows\n',
      'bartleby: copying 100 %, 10,000 of 10,000 rows\n',
    ])
  })
})
