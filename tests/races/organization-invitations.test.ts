import assert from 'node:assert/strict'
import { visitor } from '#tests/frontend/visitor.ts'
import { type Call, type Pair, raceRule, tally } from './two-processes.ts'

const rounds = 2
const together = 64

let addresses = 0
const address = () => `invited.${++addresses}@race.example`

// biome-ignore lint/suspicious/noExplicitAny: scenarios look into answers of every shape
async function done(pair: Pair, which: 0 | 1, method: string, path: string, body?: unknown): Promise<any> {
  const answer = await pair.request(which, method, path, body)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

const organization = async (pair: Pair, max_allowed_memberships = 0): Promise<string> =>
  (await done(pair, 0, 'POST', '/organizations', { name: 'Race', max_allowed_memberships })).id

const invitationTo = (pair: Pair, id: string, email_address: string) =>
  done(pair, 1, 'POST', `/organizations/${id}/invitations`, {
    email_address,
    role: 'org:member',
    notify: false,
  })

/** A user with that address, signed in as an app is: the token, and how a request names the session. */
async function person(pair: Pair, email: string) {
  const user = await done(pair, 0, 'POST', '/users', { email_address: [email] })
  const { token: ticket } = await done(pair, 0, 'POST', '/sign_in_tokens', { user_id: user.id })
  const app = visitor(pair.servers[0], { native: true })
  const signIn = await app.post('/client/sign_ins', { strategy: 'ticket', ticket })
  return { token: app.token, session: signIn.created_session_id as string }
}

type Person = Awaited<ReturnType<typeof person>>

const accepting = ({ token, session }: Person, id: string): Call => ({
  method: 'POST',
  path: `/me/organization_invitations/${id}/accept?_clerk_session_id=${session}`,
  body: {},
  token,
})

const count = async (pair: Pair, table: string, where: string): Promise<number> =>
  (await pair.rows(`select id from ${table} where ${where}`)).length

raceRule('OIN-3', `of ${together} invitations of one address one is made`, async (pair) => {
  for (let round = 0; round < rounds; round++) {
    const id = await organization(pair)
    const email = address()
    const calls = Array.from({ length: together }, (_, at) => ({
      method: 'POST',
      path: `/organizations/${id}/invitations`,
      body: { email_address: at % 3 === 0 ? email.toUpperCase() : email, role: 'org:member' },
    }))
    const counts = tally(await pair.together(calls))
    assert.deepEqual(counts, { 200: 1, '400 organization_invitation_not_unique': together - 1 })
    assert.equal(await count(pair, 'organization_invitations', `organization_id = '${id}'`), 1)
    assert.equal(await count(pair, 'messages', `recipient = '${email}'`), 1)
  }
})

raceRule('OIN-5', `of ${together} invitations as many are made as there are places`, async (pair) => {
  const id = await organization(pair, 5)
  const calls = Array.from({ length: together }, () => ({
    method: 'POST',
    path: `/organizations/${id}/invitations`,
    body: { email_address: address(), role: 'org:member' },
  }))
  const counts = tally(await pair.together(calls))
  assert.deepEqual(counts, { 200: 5, '403 organization_membership_quota_exceeded': together - 5 })
})

raceRule('OIN-21', `of ${together} who accept one invitation one joins`, async (pair) => {
  for (let round = 0; round < rounds; round++) {
    const email = address()
    const invited = await invitationTo(pair, await organization(pair), email)
    const call = accepting(await person(pair, email), invited.id)
    const counts = tally(await pair.together(Array.from({ length: together }, () => call)))
    assert.deepEqual(counts, { 200: 1, '400 organization_invitation_already_accepted': together - 1 })
    assert.equal(await count(pair, 'memberships', `organization_id = '${invited.organization_id}'`), 1)
    const accepted = `subject = '${invited.id}' and type = 'organizationInvitation.accepted'`
    assert.equal(await count(pair, 'events', accepted), 1)
  }
})

raceRule('OIN-21', 'an invitation is accepted or revoked, never both', async (pair) => {
  for (let round = 0; round < rounds; round++) {
    const email = address()
    const invited = await invitationTo(pair, await organization(pair), email)
    const call = accepting(await person(pair, email), invited.id)
    const path = `/organizations/${invited.organization_id}/invitations/${invited.id}/revoke`
    const [accept, revoke] = await pair.together([call, { method: 'POST', path, body: {} }])
    assert.ok([200, 400].includes(accept!.status), accept!.text)
    const members = await count(pair, 'memberships', `organization_id = '${invited.organization_id}'`)
    const outcome = accept!.status === 200 ? [404, 1] : [200, 0]
    assert.deepEqual([revoke!.status, members], outcome)
  }
})

raceRule('OIN-22', `of ${together} invited people five join an organization for five`, async (pair) => {
  const id = await organization(pair)
  const people: Person[] = []
  const invitations: { id: string }[] = []
  for (let at = 0; at < together; at++) {
    const email = address()
    people.push(await person(pair, email))
    invitations.push(await invitationTo(pair, id, email))
  }
  await done(pair, 0, 'PATCH', `/organizations/${id}`, { max_allowed_memberships: 5 })
  const answers = await pair.together(people.map((one, at) => accepting(one, invitations[at]!.id)))
  assert.deepEqual(tally(answers), { 200: 5, '403 organization_membership_quota_exceeded': together - 5 })
  assert.equal(await count(pair, 'memberships', `organization_id = '${id}'`), 5)
  const of = `organization_id = '${id}' and status =`
  assert.equal(await count(pair, 'organization_invitations', `${of} 'accepted'`), 5)
  assert.equal(await count(pair, 'organization_invitations', `${of} 'pending'`), together - 5)
})
