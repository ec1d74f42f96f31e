import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { secretKeyFile } from '#server/keys/key-files.ts'
import { readRows } from '#tests/durability/reality.ts'
import { engines, freshDatabase } from '#tests/engines.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { raceRule } from './two-processes.ts'

raceRule('RAC-6', 'what one process has written the other reads at once', async (pair) => {
  for (let i = 0; i < 50; i++) {
    const [one, other] = i % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)
    const name = `reader_${i}`
    const body = { email_address: [`reader.${i}@example.com`], username: name }
    const made = await pair.request(one, 'POST', '/users', body)
    assert.equal(made.status, 200, made.text)
    const path = `/users/${made.body.id}`
    assert.deepEqual((await pair.request(other, 'GET', path)).body, made.body)
    assert.deepEqual((await pair.request(other, 'GET', `/users?username=${name}`)).body, [made.body])
    const changed = await pair.request(other, 'PATCH', path, { first_name: `Changed ${i}` })
    assert.deepEqual((await pair.request(one, 'GET', path)).body, changed.body)
    const merged = await pair.request(one, 'PATCH', `${path}/metadata`, { public_metadata: { i } })
    assert.deepEqual((await pair.request(other, 'GET', path)).body, merged.body)
    assert.equal((await pair.request(other, 'GET', `/users/count?query=${name}`)).body.total_count, 1)
    assert.equal((await pair.request(one, 'DELETE', path)).status, 200)
    assert.equal((await pair.request(other, 'GET', path)).status, 404)
    assert.equal((await pair.request(other, 'GET', `/users/count?query=${name}`)).body.total_count, 0)
  }
})

const starts = 3

/** The instance that a user's picture names. */
const instanceOf = (user: { image_url: string }): string =>
  JSON.parse(Buffer.from(user.image_url.split('/').at(-1)!, 'base64url').toString()).iid

for (const engine of engines)
  test(`[RAC-7] two processes that start at once on nothing agree on instance and keys (${engine})`, {
    timeout: 300_000,
  }, async () => {
    for (let i = 0; i < starts; i++) {
      const database = await freshDatabase(engine)
      // On PostgreSQL the keys must be given; on SQLite both processes want to make them.
      const env: Record<string, string> =
        engine === 'sqlite' ? { BARTLEBY_SECRET_KEY: '', BARTLEBY_ENCRYPTION_KEY: '' } : {}
      const servers = await Promise.all([0, 1].map(() => spawnBartleby({ database, env })))
      try {
        const secretKey =
          engine === 'sqlite'
            ? (await readFile(join(database.data, secretKeyFile('test')), 'utf8')).trim()
            : database.secretKey
        const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' }
        const users = await Promise.all(
          servers.map(async ({ url }, which) => {
            const body = JSON.stringify({ username: `starter_${which}` })
            const answer = await fetch(`${url}/v1/users`, { method: 'POST', headers, body })
            assert.equal(answer.status, 200, await answer.clone().text())
            return answer.json()
          }),
        )
        const lists = await Promise.all(
          servers.map(async ({ url }) => (await fetch(`${url}/v1/users/count`, { headers })).json()),
        )
        assert.deepEqual(lists, Array(2).fill({ object: 'total_count', total_count: 2 }))
        assert.equal((await readRows(database, 'select id from instance')).length, 1)
        assert.equal((await readRows(database, 'select id from secret_keys')).length, 1)
        const [{ id }] = (await readRows(database, 'select id from instance')) as [{ id: string }]
        assert.deepEqual(users.map(instanceOf), [id, id])
      } finally {
        for (const server of servers) server.kill('SIGKILL')
        await Promise.all(servers.map(({ exited }) => exited))
        await database.remove()
      }
    }
  })
