import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import {
  add,
  type ContactKind,
  emailAddresses,
  idsOf,
  named,
  phoneNumbers,
  read,
  remove,
  replace,
  update,
} from '#tests/api/contacts.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { engines } from '#tests/engines.ts'
import { rule } from '#tests/rules.ts'
import { type Answer, startServer, type TestServer } from '#tests/running-server.ts'

/** Keeps everyone else from changing the users while `run` runs: on PostgreSQL their rows, on SQLite the database. */
async function holding(server: TestServer, ids: string[], run: () => Promise<void>): Promise<void> {
  const { data, databaseUrl } = server.database
  if (server.engine === 'sqlite') {
    const database = new DatabaseSync(join(data, 'bartleby.sqlite'))
    try {
      database.exec('begin immediate')
      await run()
      database.exec('rollback')
    } finally {
      database.close()
    }
    return
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin')
    const { rowCount } = await client.query('select id from users where id = any($1) for update', [ids])
    assert.equal(rowCount, ids.length)
    await run()
    await client.query('rollback')
  } finally {
    await client.end()
  }
}

type Write = (server: TestServer, id: string) => Promise<Answer>

/** The writes to an identifier of the user, who has one that is not the last. */
function contactWrites(contact: ContactKind): Record<string, Write> {
  const { kind } = contact
  const own = async (server: TestServer, id: string) => idsOf(await read(server, id), contact)[0]!
  return {
    [`create ${kind}`]: (server, user_id) => add(server, contact, { user_id, [kind]: contact.value() }),
    [`update ${kind}`]: async (server, id) =>
      update(server, contact, await own(server, id), { verified: false }),
    [`delete ${kind}`]: async (server, id) => remove(server, contact, await own(server, id)),
    [`replace ${kind}`]: (server, id) => replace(server, contact, id, { [kind]: contact.value() }),
  }
}

const writes: Record<string, Write> = {
  UpdateUser: (server, id) => server.request('PATCH', `/users/${id}`, { body: { first_name: 'Ada' } }),
  UpdateUserMetadata: (server, id) =>
    server.request('PATCH', `/users/${id}/metadata`, { body: { public_metadata: { a: 1 } } }),
  ReplaceUserMetadata: (server, id) =>
    server.request('PUT', `/users/${id}/metadata`, { body: { public_metadata: { a: 1 } } }),
  DeleteUser: (server, id) => server.request('DELETE', `/users/${id}`),
  ...contactWrites(emailAddresses),
  ...contactWrites(phoneNumbers),
}

rule(
  'UPD-14',
  'each write to a user who is held for too long is refused and leaves nothing; SQLite, held as a whole, is away meanwhile',
  async (server) => {
    // A user for each write, so that none waits for another one.
    const users = new Map<string, Answer['body']>()
    for (const name of Object.keys(writes))
      users.set(
        name,
        await named(server, {
          email_address: [address()],
          phone_number: [phoneNumbers.value()],
          public_metadata: { b: 1 },
        }),
      )
    const ids = [...users.values()].map((user) => user.id)
    await holding(server, ids, async () => {
      const answers = Object.entries(writes).map(async ([name, write]) => {
        const answer = await write(server, users.get(name).id)
        if (server.engine === 'sqlite') refused(answer, 503, 'service_unavailable')
        else refused(answer, 409, 'resource_locked')
        assert.equal('meta' in answer.body.errors[0], false, name)
      })
      await Promise.all(answers)
    })
    for (const [name, user] of users) {
      assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user, name)
      assert.equal((await server.events(user.id)).length, 1, name)
      assert.equal((await writes[name]!(server, user.id)).status, 200, name)
    }
  },
)

// On SQLite all writes stand in one line, whoever they are for; only PostgreSQL has one for each row.
if (engines.includes('postgres'))
  test('[UPD-14] writes that queue for one held user are all refused as locked (postgres)', async () => {
    const server = await startServer('postgres')
    try {
      const user = await server.create({ email_address: [address()] })
      await holding(server, [user.id], async () => {
        const answers = [0, 1000, 2000, 3000].map(async (afterMs) => {
          await sleep(afterMs)
          return writes.UpdateUser!(server, user.id)
        })
        for (const answer of await Promise.all(answers)) refused(answer, 409, 'resource_locked')
      })
    } finally {
      await server.stop()
    }
  })

rule('UPD-14', 'a write waits for a short hold and is then served; reads do not wait', async (server) => {
  const user = await server.create({ email_address: [address()] })
  let served = false
  let update: Promise<Answer> | undefined
  await holding(server, [user.id], async () => {
    update = writes.UpdateUser!(server, user.id).finally(() => {
      served = true
    })
    assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
    assert.equal((await server.request('GET', '/users')).status, 200)
    // Real time, because the lock of a database knows no other.
    await sleep(400)
    assert.equal(served, false)
  })
  const answer = await update!
  assert.equal(answer.status, 200, answer.text)
  assert.equal(answer.body.first_name, 'Ada')
  assert.equal((await server.events(user.id)).length, 2)
})
