import assert from 'node:assert/strict'
import type { Answer } from '#tests/running-server.ts'
import { type Call, type Pair, raceRule, shuffled, tally } from './two-processes.ts'

const quoted = (text: string) => `'${text}'`
const kinds = {
  email_address: (round: number, n: number) => `race.${round}.${n}@identifiers.example`,
  phone_number: (round: number, n: number) => `+1303${String(2_000_000 + round * 1000 + n)}`,
} as const
type Kind = keyof typeof kinds
const pathOf = (kind: Kind) => (kind === 'email_address' ? '/email_addresses' : '/phone_numbers')
const listOf = (kind: Kind) => (kind === 'email_address' ? 'email_addresses' : 'phone_numbers')

async function made(pair: Pair, body: object): Promise<Answer['body']> {
  const answer = await pair.request(0, 'POST', '/users', body)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

const many = (pair: Pair, count: number, name: string) =>
  Promise.all(Array.from({ length: count }, (_, i) => made(pair, { username: `${name}_${i}` })))

/** One column of the rows, read past the servers. */
async function column(pair: Pair, name: string, rest: string): Promise<unknown[]> {
  const rows = await pair.rows(`select ${name} from ${rest}`)
  return rows.map((row) => row[name])
}

const holdersOf = (pair: Pair, kind: Kind, value: string) =>
  column(
    pair,
    'user_id',
    `identifications where kind = ${quoted(kind)} and value = ${quoted(value)} and status <> 'unverified'`,
  )

/** The user as both processes read it. */
async function seen(pair: Pair, id: string): Promise<Answer['body']> {
  const [one, two] = [
    await pair.request(0, 'GET', `/users/${id}`),
    await pair.request(1, 'GET', `/users/${id}`),
  ]
  assert.deepEqual(one.body, two.body)
  return one.body
}

for (const kind of ['email_address', 'phone_number'] as const) {
  const [add, update, remove] =
    kind === 'email_address' ? ['EML-2', 'EML-9', 'EML-17'] : ['PHN-2', 'PHN-9', 'PHN-17']
  const path = pathOf(kind)
  const list = listOf(kind)
  const taken = `422 form_identifier_exists ${kind}`

  raceRule(
    `RAC-1 IDM-9 ${add}`,
    `of 64 users who add one verified ${kind} at once one gets it, 5 times over`,
    async (pair) => {
      for (let round = 0; round < 5; round++) {
        const value = kinds[kind](round, 0)
        const users = await many(pair, 64, `adds_${kind}_${round}`)
        const answers = await pair.together(
          users.map(({ id }) => ({
            method: 'POST',
            path,
            body: { user_id: id, [kind]: value, verified: true },
          })),
        )
        assert.deepEqual(tally(answers), { 200: 1, [taken]: 63 })
        const winner = users[answers.findIndex(({ status }) => status === 200)]
        assert.deepEqual(await holdersOf(pair, kind, value), [winner.id])
        const now = await seen(pair, winner.id)
        assert.equal(now[`primary_${kind}_id`], now[list][0].id)
        const ids = users.map(({ id }) => quoted(id)).join(', ')
        const changed = await column(
          pair,
          'subject',
          `events where type = 'user.updated' and subject in (${ids})`,
        )
        assert.deepEqual(changed, [winner.id])
      }
    },
  )

  raceRule(
    `IDM-9 IDM-3 ${update}`,
    `of 8 users who have one unverified ${kind} verified at once one gets it, 10 times over`,
    async (pair) => {
      for (let round = 0; round < 10; round++) {
        const value = kinds[kind](round, 100)
        const users = await many(pair, 8, `verifies_${kind}_${round}`)
        const held = await Promise.all(
          users.map(({ id }) => pair.request(0, 'POST', path, { user_id: id, [kind]: value })),
        )
        const answers = await pair.together(
          held.map(({ body }) => ({
            method: 'PATCH',
            path: `${path}/${body.id}`,
            body: { verified: true, primary: true },
          })),
        )
        assert.deepEqual(tally(answers), { 200: 1, [taken]: 7 })
        const winner = users[answers.findIndex(({ status }) => status === 200)]
        assert.deepEqual(await holdersOf(pair, kind, value), [winner.id])
        for (const { id } of users) {
          const { [list]: contacts, [`primary_${kind}_id`]: primary } = await seen(pair, id)
          assert.equal(contacts.length, 1, 'nobody lost it')
          assert.equal(primary, id === winner.id ? contacts[0].id : null)
        }
      }
    },
  )

  raceRule(
    remove,
    `parallel deletes, un-verifications and removals of a name leave one way to sign in (${kind}), 20 times over`,
    async (pair) => {
      for (let round = 0; round < 20; round++) {
        const user = await made(pair, {
          [kind]: [kinds[kind](round, 200), kinds[kind](round, 201)],
          username: `last_${kind}_${round}`,
        })
        const [one, two] = user[list]
        const calls: Call[] = shuffled([
          { method: 'DELETE', path: `${path}/${one.id}` },
          { method: 'DELETE', path: `${path}/${two.id}` },
          { method: 'PATCH', path: `${path}/${one.id}`, body: { verified: false } },
          { method: 'PATCH', path: `${path}/${two.id}`, body: { verified: false } },
          { method: 'PATCH', path: `/users/${user.id}`, body: { username: null } },
        ])
        const answers = await pair.together(calls)
        const now = await seen(pair, user.id)
        const verified = now[list].filter((each: Answer['body']) => each.verification !== null)
        const ways = verified.length + (now.username === null ? 0 : 1)
        assert.equal(ways, 1, `${JSON.stringify(tally(answers))} ${JSON.stringify(now[list])}`)
        assert.equal(now[`primary_${kind}_id`], verified[0]?.id ?? null)
        const done = answers.filter(({ status }) => status === 200).length
        const events = await pair.rows(
          `select type from events where subject = ${quoted(user.id)} and type = 'user.updated'`,
        )
        assert.ok(events.length >= 2 && events.length <= done, `${events.length} of ${done}`)
      }
    },
  )
}

raceRule(
  'RAC-4 PHN-19 PHN-21',
  'parallel changes of second factors leave exactly one default while there is one, 20 times over',
  async (pair) => {
    for (let round = 0; round < 20; round++) {
      const numbers = Array.from({ length: 4 }, (_, n) => kinds.phone_number(round, 300 + n))
      const user = await made(pair, { username: `factors_${round}`, phone_number: numbers })
      const calls = user.phone_numbers.flatMap(({ id }: { id: string }) =>
        [true, false].map((reserved_for_second_factor) => ({
          method: 'PATCH',
          path: `/phone_numbers/${id}`,
          body: { reserved_for_second_factor },
        })),
      )
      const answers = await pair.together(shuffled<Call>(calls))
      assert.deepEqual(tally(answers), { 200: calls.length })
      const now = await seen(pair, user.id)
      const count = (key: string) => now.phone_numbers.filter((one: Answer['body']) => one[key]).length
      const factors = count('reserved_for_second_factor')
      assert.equal(count('default_second_factor'), Math.min(1, factors))
      assert.equal(now.two_factor_enabled, factors > 0)
      const [on, off] = [now.mfa_enabled_at, now.mfa_disabled_at ?? 0]
      assert.ok(factors > 0 ? on >= off : off >= on, `${factors} ${on} ${off}`)
    }
  },
)

raceRule(
  'RPE-1 RAC-4',
  'parallel replacements leave one address, that of an answer, 10 times over',
  async (pair) => {
    for (let round = 0; round < 10; round++) {
      const user = await made(pair, { email_address: [kinds.email_address(round, 400)] })
      const calls = Array.from({ length: 16 }, (_, n) => ({
        method: 'PUT',
        path: `/users/${user.id}/email_address`,
        body: { email_address: kinds.email_address(round, 401 + (n % 4)) },
      }))
      const answers = await pair.together(calls)
      assert.deepEqual(tally(answers), { 200: 16 })
      const now = await seen(pair, user.id)
      assert.equal(now.email_addresses.length, 1)
      assert.equal(now.primary_email_address_id, now.email_addresses[0].id)
      const stored = `identifications where user_id = ${quoted(user.id)} and kind = 'email_address'`
      assert.deepEqual(await column(pair, 'id', stored), [now.email_addresses[0].id])
      assert.ok(answers.some(({ body }) => body.id === now.email_addresses[0].id))
    }
  },
)
