import assert from 'node:assert/strict'
import type { Answer } from '#tests/running-server.ts'
import { type Pair, raceRule, tally } from './two-processes.ts'

type Body = Answer['body']

const contenders = 64
let made = 0

async function ask(pair: Pair, method: string, path: string, body?: object): Promise<Body> {
  const answer = await pair.request(0, method, path, body)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

const person = (pair: Pair) => ask(pair, 'POST', '/users', { username: `racer_${++made}` })

const newOrganization = (pair: Pair, more: object = {}) =>
  ask(pair, 'POST', '/organizations', { name: `Race ${++made}`, ...more })

const membersOf = ({ id }: Body) => `/organizations/${id}/memberships`

const joinCall = (organization: Body, user: Body, role = 'org:member') => ({
  method: 'POST',
  path: membersOf(organization),
  body: { user_id: user.id, role },
})

async function roles(pair: Pair, organization: Body): Promise<string[]> {
  const { data } = await ask(pair, 'GET', `${membersOf(organization)}?limit=500`)
  return data.map(({ role }: Body) => role)
}

const countOf = async (pair: Pair, query: string) => (await pair.rows(query)).length

raceRule('MBR-3', 'of 64 parallel additions as many succeed as there are places', async (pair) => {
  const people = await Promise.all(Array.from({ length: contenders }, () => person(pair)))
  for (let round = 0; round < 4; round++) {
    const max = 5
    const organization = await newOrganization(pair, { max_allowed_memberships: max })
    for (const early of people.slice(0, round))
      await ask(pair, 'POST', membersOf(organization), joinCall(organization, early).body)
    const late = people.slice(round)
    const answers = await pair.together(late.map((user) => joinCall(organization, user)))
    assert.deepEqual(tally(answers), {
      200: max - round,
      '403 organization_membership_quota_exceeded': late.length - (max - round),
    })
    assert.equal((await roles(pair, organization)).length, max)
    const recorded = `select 1 from events where type = 'organizationMembership.created' and details like '%${organization.id}%'`
    assert.equal(await countOf(pair, recorded), max)
  }
})

raceRule('MBR-4', 'of 64 parallel additions of one user one succeeds', async (pair) => {
  for (let round = 0; round < 5; round++) {
    const organization = await newOrganization(pair)
    const user = await person(pair)
    const calls = Array.from({ length: contenders }, (_, i) =>
      joinCall(organization, user, i % 3 === 0 ? 'org:admin' : 'org:member'),
    )
    const answers = await pair.together(calls)
    assert.deepEqual(tally(answers), {
      200: 1,
      '400 already_a_member_in_organization': contenders - 1,
    })
    const winner = answers.find(({ status }) => status === 200)!.body
    assert.deepEqual(await roles(pair, organization), [winner.role])
  }
})

/** Two admins of one organization, and how each gets rid of the other. */
async function duel(pair: Pair, against: (organization: Body, user: Body, turn: number) => object) {
  const [one, other] = [await person(pair), await person(pair)]
  const organization = await newOrganization(pair, { created_by: one.id })
  await ask(pair, 'POST', membersOf(organization), joinCall(organization, other, 'org:admin').body)
  const calls = [one, other].map((user, turn) => against(organization, user, turn))
  const answers = await pair.together(calls as Parameters<Pair['together']>[0])
  assert.deepEqual(tally(answers), { 200: 1, '400 organization_minimum_permissions_needed': 1 })
  const left = await roles(pair, organization)
  assert.equal(left.filter((role) => role === 'org:admin').length, 1)
}

const path = (organization: Body, user: Body) => `${membersOf(organization)}/${user.id}`
const demotion = (organization: Body, user: Body) => ({
  method: 'PATCH',
  path: path(organization, user),
  body: { role: 'org:member' },
})
const removal = (organization: Body, user: Body) => ({ method: 'DELETE', path: path(organization, user) })

raceRule('MBR-11', 'of two admins who get rid of each other at once one stays admin', async (pair) => {
  for (let round = 0; round < 10; round++) {
    await duel(pair, demotion)
    await duel(pair, removal)
    await duel(pair, (organization, user, turn) => (turn ? demotion : removal)(organization, user))
  }
})

raceRule('MBR-3 DEL-3', 'nobody who is being deleted becomes a member for good', async (pair) => {
  for (let round = 0; round < 10; round++) {
    const user = await person(pair)
    const organizations = await Promise.all(Array.from({ length: 8 }, () => newOrganization(pair)))
    const joins = organizations.map((organization) => joinCall(organization, user))
    const answers = await pair.together([
      ...joins.slice(0, 4),
      { method: 'DELETE', path: `/users/${user.id}` },
      ...joins.slice(4),
    ])
    const kinds = Object.keys(tally(answers)).filter((kind) => kind !== '404 resource_not_found')
    assert.deepEqual(kinds, ['200'])
    assert.equal(await countOf(pair, `select 1 from memberships where user_id = '${user.id}'`), 0)
  }
})
