import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

function call(server: TestServer, operation: Operation, id: string): Promise<Answer> {
  const path = operation.path.replace('{user_id}', id)
  const metadata = { public_metadata: { at: Math.random() } }
  const body = operation.method === 'POST' ? { email_address: [address('away')] } : metadata
  return server.request(operation.method, path, operation.body ? { body } : {})
}

/** Statements of another user of the same PostgreSQL, in a database of its own. */
async function besides(server: TestServer, ...statements: string[]) {
  const url = new URL(server.database.databaseUrl)
  const name = url.pathname.slice(1)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement.replaceAll('{name}', name))
  } finally {
    await client.end()
  }
}

const cut = "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"

/** SQLite: another connection keeps the file to itself. PostgreSQL: it has another name, and all are thrown out. */
async function takeAway(server: TestServer): Promise<() => Promise<void>> {
  if (server.engine === 'postgres') {
    await besides(server, cut, 'alter database {name} rename to {name}_away')
    return () => besides(server, 'alter database {name}_away rename to {name}')
  }
  const holder = new DatabaseSync(join(server.database.data, 'bartleby.sqlite'))
  holder.exec('begin immediate')
  return async () => {
    holder.exec('rollback')
    holder.close()
  }
}

function checkUnavailable(answer: Answer) {
  refused(answer, 503, 'service_unavailable')
  assert.equal(answer.headers.get('retry-after'), null)
  assert.doesNotMatch(answer.text, /postgres|sqlite|database|terminat|busy|locked|ECONN/i)
}

rule(
  'ERR-10 HDR-2',
  'while the database is away a request is told to come back, and then it is served again',
  async (server) => {
    const user = await server.create({ email_address: [address('away')] })
    const bringBack = await takeAway(server)
    // On SQLite whoever writes keeps others from writing, not from reading.
    const blocked =
      server.engine === 'sqlite' ? operations.filter(({ method }) => method !== 'GET') : operations
    try {
      for (const answer of await Promise.all(blocked.map((one) => call(server, one, user.id))))
        checkUnavailable(answer)
      const lines = server.log.map((line) => JSON.parse(line)).filter((line) => line.err)
      assert.equal(lines.length, blocked.length)
      if (server.engine === 'postgres')
        assert.equal((await fetch(`${server.url}/health`)).status, 503, 'health is no better')
      else assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
    } finally {
      await bringBack()
    }
    assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
    assert.equal((await fetch(`${server.url}/health`)).status, 200)
    for (const operation of operations.filter(({ id }) => id !== 'DeleteUser'))
      assert.equal((await call(server, operation, user.id)).status, 200, operation.id)
    assert.equal((await server.request('DELETE', `/users/${user.id}`)).status, 200)
  },
  { fresh: true },
)

/** PostgreSQL: every connection is cut. SQLite: another process writes for a while. */
async function disturb(server: TestServer) {
  if (server.engine === 'postgres') return besides(server, cut)
  const giveBack = await takeAway(server)
  await sleep(200)
  await giveBack()
}

rule(
  'ERR-10',
  'a database that is disturbed under load costs a 503 at most, and no acknowledged write',
  async (server) => {
    const user = await server.create({ email_address: [address('cut')] })
    const calls = operations.filter(({ id }) => id !== 'DeleteUser')
    const acknowledged = new Set([user.id])
    for (let round = 0; round < 5; round++) {
      const answers = Promise.all(
        Array.from({ length: 8 }, () => calls.map((one) => call(server, one, user.id))).flat(),
      )
      await disturb(server)
      for (const answer of await answers)
        if (answer.status !== 200) checkUnavailable(answer)
        else if (typeof answer.body.id === 'string') acknowledged.add(answer.body.id)
    }
    assert.equal((await server.request('GET', '/users/count')).status, 200)
    const stored = new Set((await server.rows('users')).map(({ id }) => id))
    assert.deepEqual(
      [...acknowledged].filter((id) => !stored.has(id)),
      [],
    )
    const recorded = (await server.rows('events')).filter(({ type }) => type === 'user.created')
    assert.deepEqual(new Set(recorded.map(({ subject }) => subject)), stored)
  },
  { fresh: true },
)
