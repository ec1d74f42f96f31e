import assert from 'node:assert/strict'
import type { Answer } from '#tests/running-server.ts'
import { type Pair, raceRule, shuffled, tally } from './two-processes.ts'

const contenders = 64
const many = <T>(make: (i: number) => T): T[] => Array.from({ length: contenders }, (_, i) => make(i))
const post = (path: string, body: unknown) => ({ method: 'POST', path, body })

const spelled = (text: string, i: number) => (i % 2 ? text.toUpperCase() : text)

raceRule('INV-8', 'of 64 invitations of one address one is made', async (pair) => {
  for (let round = 0; round < 2; round++) {
    const email = `inv8.${round}@example.com`
    const answers = await pair.together(
      many((i) => post('/invitations', { email_address: spelled(email, i) })),
    )
    assert.deepEqual(tally(answers), { 200: 1, '400 duplicate_record': contenders - 1 }, `round ${round}`)
    const { id } = answers.find(({ status }) => status === 200)!.body
    assert.equal((await pair.rows(`select 1 from invitations where normalized = '${email}'`)).length, 1)
    assert.equal((await pair.rows(`select 1 from messages where recipient = '${email}'`)).length, 1)
    // What ended leaves the address to the next one, once more.
    const again = await pair.together(
      many((i) =>
        i % 2 ? post(`/invitations/${id}/revoke`, {}) : post('/invitations', { email_address: email }),
      ),
    )
    const { 200: done, ...refused } = tally(again)
    assert.ok(done! <= 2, JSON.stringify(tally(again)))
    assert.ok(Object.keys(refused).every((kind) => /duplicate_record|already_revoked/.test(kind)))
    const open = `select 1 from invitations where normalized = '${email}' and status = 'pending'`
    assert.ok((await pair.rows(open)).length <= 1)
  }
})

raceRule('INV-14', 'the same people in other orders are invited once', async (pair) => {
  const people = Array.from({ length: 10 }, (_, i) => ({ email_address: `inv14.${i}@example.com` }))
  const answers = await pair.together(many(() => post('/invitations/bulk', shuffled(people))))
  assert.deepEqual(tally(answers), { 200: 1, '400 duplicate_record': contenders - 1 })
  assert.equal((await pair.rows("select 1 from invitations where normalized like 'inv14.%'")).length, 10)
})

async function oneEntry(
  pair: Pair,
  list: string,
  identifier: string,
  more: object = {},
): Promise<Answer['body']> {
  const path = `/${list}_identifiers`
  const answers = await pair.together(
    many((i) => post(path, { identifier: spelled(identifier, i), ...more })),
  )
  assert.deepEqual(tally(answers), { 200: 1, '400 duplicate_record': contenders - 1 }, identifier)
  return answers.find(({ status }) => status === 200)!.body
}

raceRule('ALW-2', 'of 64 creations of one identifier one wins', async (pair) => {
  for (let round = 0; round < 2; round++) {
    await oneEntry(pair, 'allowlist', `alw2.${round}@example.com`)
    await oneEntry(pair, 'blocklist', `*@alw2-${round}.example`)
    const email = `alw2.told.${round}@example.com`
    const { invitation_id } = await oneEntry(pair, 'allowlist', email, { notify: true })
    const invited = await pair.rows(`select id from invitations where normalized = '${email}'`)
    assert.deepEqual(
      invited.map(({ id }) => id),
      [invitation_id],
    )
  }
})

raceRule('RED-1', 'of 64 creations of one redirect URL one wins', async (pair) => {
  const answers = await pair.together(
    many(() => post('/redirect_urls', { url: 'https://app.example.com/race' })),
  )
  assert.deepEqual(tally(answers), { 200: 1, '400 duplicate_record': contenders - 1 })
})
