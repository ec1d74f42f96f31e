import assert from 'node:assert/strict'
import { raceRule, tally } from './two-processes.ts'

const contenders = 64
const rounds = 5
const quoted = (text: string) => `'${text}'`

raceRule(
  'ORG-6 RAC-1',
  'of 64 organizations with one slug at once one is made, and of the others nothing stays, 5 times over',
  async (pair) => {
    for (let round = 0; round < rounds; round++) {
      const slug = `contested-${round}`
      const creator = (await pair.request(0, 'POST', '/users', { username: `founder_${round}` })).body
      const answers = await pair.together(
        Array.from({ length: contenders }, (_, n) => ({
          method: 'POST',
          path: '/organizations',
          body: { name: `Contender ${round} ${n}`, slug, created_by: creator.id },
        })),
      )
      assert.deepEqual(tally(answers), { 200: 1, '422 form_identifier_exists slug': contenders - 1 })
      const winner = answers.find(({ status }) => status === 200)!.body
      for (const which of [0, 1] as const) {
        const read = await pair.request(which, 'GET', `/organizations/${slug}`)
        assert.equal(read.body.id, winner.id)
      }
      const members = await pair.rows(
        `select organization_id from memberships where user_id = ${quoted(creator.id)}`,
      )
      assert.deepEqual(
        members.map(({ organization_id }) => organization_id),
        [winner.id],
      )
    }
    const made = await pair.rows("select subject from events where type = 'organization.created'")
    const there = await pair.rows('select id as subject from organizations')
    const sorted = (rows: Record<string, unknown>[]) => rows.map(({ subject }) => subject).sort()
    assert.deepEqual(sorted(made), sorted(there))
  },
)

raceRule('ORG-6', 'of 64 organizations with one name at once each gets a slug of its own', async (pair) => {
  const calls = Array.from({ length: contenders }, () => ({
    method: 'POST',
    path: '/organizations',
    body: { name: 'Everybody' },
  }))
  const answers = await pair.together(calls)
  assert.deepEqual(tally(answers), { 200: contenders })
  assert.equal(new Set(answers.map(({ body }) => body.slug)).size, contenders)
})

raceRule(
  'ORG-13 ORG-18',
  'of 64 merges into one organization at once no key is lost, through two processes',
  async (pair) => {
    const { id } = (await pair.request(0, 'POST', '/organizations', { name: 'Merged' })).body
    const keys = Array.from({ length: contenders }, (_, n) => `key${n}`)
    const answers = await pair.together(
      keys.map((key) => ({
        method: 'PATCH',
        path: `/organizations/${id}/metadata`,
        body: { public_metadata: { [key]: 1 } },
      })),
    )
    assert.deepEqual(tally(answers), { 200: contenders })
    const read = (await pair.request(1, 'GET', `/organizations/${id}`)).body
    assert.deepEqual(Object.keys(read.public_metadata).sort(), keys.sort())
  },
)

raceRule(
  'ORG-16 ORG-17',
  'an organization and its members go at once: nothing of either is left, 10 times over',
  async (pair) => {
    for (let round = 0; round < 10; round++) {
      const users = []
      for (let n = 0; n < 4; n++)
        users.push((await pair.request(0, 'POST', '/users', { username: `goes_${round}_${n}` })).body)
      const name = `Goes ${round}`
      const { id } = (await pair.request(0, 'POST', '/organizations', { name, created_by: users[0].id })).body
      const remove = { method: 'DELETE', path: `/organizations/${id}` }
      const change = { method: 'PATCH', path: `/organizations/${id}`, body: { name: 'Other' } }
      const removals = users.map((user) => ({ method: 'DELETE', path: `/users/${user.id}` }))
      const answers = await pair.together([...removals, change, remove])
      assert.deepEqual(
        answers.toSpliced(4, 1).map(({ status }) => status),
        Array(5).fill(200),
      )
      assert.deepEqual(await pair.rows(`select id from organizations where id = ${quoted(id)}`), [])
      assert.deepEqual(
        await pair.rows(`select id from memberships where organization_id = ${quoted(id)}`),
        [],
      )
    }
  },
)
