import assert from 'node:assert/strict'
import { type Call, raceRule, shuffled, tally } from './two-processes.ts'

const at64 = <T>(make: (i: number) => T): T[] => Array.from({ length: 64 }, (_, i) => make(i))
const quoted = (text: string) => `'${text}'`

raceRule(
  'RAC-4 MET-8',
  '64 parallel merges of different keys keep all 64 keys, 20 times over',
  async (pair) => {
    for (let round = 0; round < 20; round++) {
      const given = await pair.request(0, 'POST', '/users', {
        email_address: [`merges.${round}@example.com`],
        public_metadata: { before: true, deep: { before: true } },
      })
      const answers = await pair.together(
        at64((i) => ({
          method: 'PATCH',
          path: `/users/${given.body.id}/metadata`,
          body: {
            public_metadata: { [`key${i}`]: i, deep: { [`key${i}`]: i } },
            private_metadata: { [`p${i}`]: i },
          },
        })),
      )
      assert.deepEqual(tally(answers), { 200: 64 })
      answers.forEach(({ body }, i) => {
        assert.equal(body.public_metadata[`key${i}`], i, 'an answer has its own key')
        assert.equal(body.public_metadata.deep[`key${i}`], i)
      })
      const keys = Object.fromEntries(at64((i) => [`key${i}`, i]))
      for (const which of [0, 1] as const) {
        const { body } = await pair.request(which, 'GET', `/users/${given.body.id}`)
        assert.deepEqual(body.public_metadata, { before: true, ...keys, deep: { before: true, ...keys } })
        assert.deepEqual(body.private_metadata, Object.fromEntries(at64((i) => [`p${i}`, i])))
      }
      const noted = await pair.rows(
        `select type from events where subject = ${quoted(given.body.id)} and type = 'user.updated'`,
      )
      assert.equal(noted.length, 64)
    }
  },
)

raceRule('RAC-4 UPD-1', 'parallel updates of different attributes keep all of them', async (pair) => {
  const bodies = [
    { first_name: 'Ada' },
    { last_name: 'Byron' },
    { external_id: 'raced-attributes' },
    { username: 'raced_attributes' },
    { locale: 'en-GB' },
    { delete_self_enabled: false },
    { create_organizations_limit: 3 },
    { legal_accepted_at: '2024-05-06T07:08:09.000Z' },
  ]
  for (let round = 0; round < 10; round++) {
    const given = await pair.request(0, 'POST', '/users', {
      email_address: [`attributes.${round}@example.com`],
    })
    const path = `/users/${given.body.id}`
    const answers = await pair.together(shuffled(bodies).map((body) => ({ method: 'PATCH', path, body })))
    assert.deepEqual(tally(answers), { 200: bodies.length })
    const { body } = await pair.request(1, 'GET', path)
    assert.partialDeepStrictEqual(body, {
      ...Object.assign({}, ...bodies),
      legal_accepted_at: Date.parse('2024-05-06T07:08:09.000Z'),
    })
    assert.equal((await pair.request(0, 'DELETE', path)).status, 200)
  }
})

const doomed = (round: number) => ({
  external_id: `doomed-${round}`,
  username: `doomed_${round}`,
  email_address: [`doomed.${round}@example.com`, `doomed.too.${round}@example.com`],
  phone_number: [`+1415556${String(1000 + round)}`],
})

raceRule(
  'RAC-5 DEL-2 DEL-3',
  'writes that race a delete are done or find nobody, and leave no trace, 20 times over',
  async (pair) => {
    for (let round = 0; round < 20; round++) {
      const given = await pair.request(0, 'POST', '/users', doomed(round))
      assert.equal(given.status, 200, given.text)
      const path = `/users/${given.body.id}`
      const calls: Call[] = at64((i) => {
        if (i < 2) return { method: 'DELETE', path }
        if (i % 3 === 0) return { method: 'PATCH', path, body: { username: `doomed_${round}_${i}` } }
        if (i % 3 === 1)
          return { method: 'PATCH', path, body: { first_name: `Name ${i}`, external_id: `x${round}-${i}` } }
        return { method: 'PATCH', path: `${path}/metadata`, body: { public_metadata: { [`k${i}`]: i } } }
      })
      const order = shuffled(calls)
      const answers = await pair.together(order)
      const deletes = answers.filter((_, i) => order[i]!.method === 'DELETE')
      assert.deepEqual(tally(deletes), { 200: 1, '404 resource_not_found': 1 })
      const writes = tally(answers.filter((_, i) => order[i]!.method !== 'DELETE'))
      const { 200: done = 0, '404 resource_not_found': late = 0 } = writes
      assert.equal(done + late, 62, JSON.stringify(writes))
      for (const which of [0, 1] as const) {
        assert.equal((await pair.request(which, 'GET', path)).status, 404)
        const found = await pair.request(which, 'GET', `/users?query=doomed`)
        assert.deepEqual(found.body, [])
      }
      const id = quoted(given.body.id)
      assert.deepEqual(await pair.rows(`select 1 from identifications where user_id = ${id}`), [])
      const noted = await pair.rows(`select type from events where subject = ${id} order by id`)
      const expected = ['user.created', ...Array(done).fill('user.updated'), 'user.deleted']
      assert.deepEqual(
        noted.map(({ type }) => type),
        expected,
      )
      const again = await pair.request(1, 'POST', '/users', doomed(round))
      assert.equal(again.status, 200, again.text)
      assert.equal((await pair.request(0, 'DELETE', `/users/${again.body.id}`)).status, 200)
    }
  },
)

raceRule(
  'RAC-2 IDM-9 UPD-5',
  'users who take each other’s names end with one name each, 20 times over',
  async (pair) => {
    for (let round = 0; round < 20; round++) {
      const names = Array.from({ length: 6 }, (_, i) => `swap_${round}_${i}`)
      const users = await Promise.all(
        names.slice(0, 4).map(async (username, i) => {
          const email_address = [`swap.${round}.${i}@example.com`]
          const given = await pair.request(0, 'POST', '/users', {
            email_address,
            username,
            first_name: username,
          })
          return given.body
        }),
      )
      const wishes = at64((i) => ({ user: users[i % 4], name: names[Math.floor(Math.random() * 6)]! }))
      const answers = await pair.together(
        wishes.map(({ user, name }) => ({
          method: 'PATCH',
          path: `/users/${user.id}`,
          body: { username: name, first_name: name },
        })),
      )
      // Two who want each other's name block each other; PostgreSQL may send one away with "busy".
      const { 200: done = 0, '422 form_identifier_exists username': taken = 0, ...others } = tally(answers)
      const { '409 resource_locked': busy = 0 } = others
      assert.equal(done + taken + busy, 64, JSON.stringify(tally(answers)))
      answers.forEach(({ status, body }, i) => {
        if (status === 200) assert.deepEqual([body.username, body.first_name], Array(2).fill(wishes[i]!.name))
      })
      const now = await Promise.all(
        users.map(async ({ id }) => (await pair.request(1, 'GET', `/users/${id}`)).body),
      )
      assert.equal(new Set(now.map(({ username }) => username)).size, 4, 'no name is held twice')
      for (const [i, user] of now.entries()) {
        assert.equal(user.first_name, user.username, 'both fields of the last write')
        const granted = wishes.filter(({ user: { id } }, j) => id === user.id && answers[j]!.status === 200)
        const possible = [names[i], ...granted.map(({ name }) => name)]
        assert.ok(possible.includes(user.username), `${user.username} was granted to nobody: ${possible}`)
      }
      const ids = users.map(({ id }) => quoted(id)).join(', ')
      const held = await pair.rows(
        `select user_id from identifications where kind = 'username' and user_id in (${ids})`,
      )
      assert.equal(held.length, 4)
    }
  },
)

const givesUp = { username: null }

raceRule('RAC-2 UPD-4 UPD-5', 'a name that its holder gives up goes to exactly one of many', async (pair) => {
  for (let round = 0; round < 10; round++) {
    const name = `given_up_${round}`
    const make = (mark: string, username?: string) =>
      pair.request(0, 'POST', '/users', { email_address: [`${mark}.${round}@example.com`], username })
    const holder = (await make('holder', name)).body
    const others = await Promise.all(Array.from({ length: 8 }, async (_, i) => (await make(`heir${i}`)).body))
    const calls = at64((i) =>
      i % 8 === 0
        ? { method: 'PATCH', path: `/users/${holder.id}`, body: givesUp }
        : { method: 'PATCH', path: `/users/${others[i % 8].id}`, body: { username: name } },
    )
    const order = shuffled(calls)
    const answers = await pair.together(order)
    assert.deepEqual(
      Object.keys(tally(answers)).filter((kind) => !/^(200|422 form_identifier_exists username)$/.test(kind)),
      [],
    )
    const granted = answers.filter(({ status }, i) => status === 200 && order[i]!.body !== givesUp)
    const heirs = [...new Set(granted.map(({ body }) => body.id))]
    assert.equal(heirs.length, 1)
    const found = await pair.request(1, 'GET', `/users?username=${name}`)
    assert.deepEqual(
      found.body.map(({ id }: { id: string }) => id),
      heirs,
    )
  }
})
