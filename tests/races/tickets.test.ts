import assert from 'node:assert/strict'
import { rightPassword, testAddress } from '#tests/frontend/signing-in.ts'
import type { Answer } from '#tests/running-server.ts'
import { type Call, type Pair, raceRule, tally } from './two-processes.ts'

const rounds = 5
const together = 64

async function done(answer: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await answer
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

const ticketOf = ({ url }: { url: string }) => new URL(url).searchParams.get('ticket')!

async function person(pair: Pair) {
  const email = testAddress()
  const body = { email_address: [email], password: rightPassword }
  const { id } = await done(pair.request(0, 'POST', '/users', body))
  return { id: id as string, email }
}

async function invitedTo(pair: Pair, email: string) {
  const { id: organizationId } = await done(pair.request(0, 'POST', '/organizations', { name: 'Race' }))
  const path = `/organizations/${organizationId}/invitations`
  const made = await done(pair.request(1, 'POST', path, { email_address: email, role: 'org:member' }))
  return { organizationId: organizationId as string, id: made.id as string, ticket: ticketOf(made) }
}

async function invitedIn(pair: Pair, email: string) {
  const body = { email_address: email, ignore_existing: true }
  const made = await done(pair.request(1, 'POST', '/invitations', body))
  return { id: made.id as string, ticket: ticketOf(made) }
}

const times = (n: number, call: Call) => Array.from({ length: n }, () => call)

/** One row of a kind, and nothing of those who lost. */
async function oneRow(pair: Pair, query: string): Promise<Record<string, unknown>> {
  const rows = await pair.rows(query)
  assert.equal(rows.length, 1, `${query}: ${rows.length}`)
  return rows[0]!
}

raceRule('TKO-8', `of ${together} who sign in by one invitation one joins`, async (pair) => {
  for (let round = 0; round < rounds; round++) {
    const { id, email } = await person(pair)
    const { organizationId, ticket } = await invitedTo(pair, email)
    const body = { strategy: 'ticket', ticket }
    const calls = times(together, { method: 'POST', path: '/client/sign_ins', body, token: '' })
    const counts = tally(await pair.together(calls))
    assert.deepEqual(counts, { 200: 1, '400 ticket_invalid_code': together - 1 })
    await oneRow(pair, `select id from sessions where user_id = '${id}'`)
    await oneRow(pair, `select id from memberships where organization_id = '${organizationId}'`)
  }
})

raceRule(
  'TKO-8',
  `of ${together} who sign in by one invitation to the application one does`,
  async (pair) => {
    for (let round = 0; round < rounds; round++) {
      const { id, email } = await person(pair)
      const { ticket } = await invitedIn(pair, email)
      const body = { strategy: 'ticket', ticket }
      const calls = times(together, { method: 'POST', path: '/client/sign_ins', body, token: '' })
      const counts = tally(await pair.together(calls))
      assert.deepEqual(counts, { 200: 1, '400 ticket_invalid_code': together - 1 })
      await oneRow(pair, `select id from sessions where user_id = '${id}'`)
    }
  },
)

for (const [kind, invite] of Object.entries({ organization: invitedTo, application: invitedIn }))
  raceRule('SUP-10', `of ${together} who sign up by one invitation to an ${kind} one does`, async (pair) => {
    for (let round = 0; round < rounds; round++) {
      const email = testAddress()
      const { id, ticket } = await invite(pair, email)
      const body = { strategy: 'ticket', ticket, password: rightPassword, first_name: 'Ada' }
      const calls = times(together, { method: 'POST', path: '/client/sign_ups', body, token: '' })
      const answers = await pair.together(calls)
      const { 200: won, ...lost } = tally(answers)
      assert.equal(won, 1, JSON.stringify(lost))
      const known = ['400 ticket_invalid_code', '422 form_identifier_exists email_address']
      assert.deepEqual(
        Object.keys(lost).filter((key) => !known.includes(key)),
        [],
      )
      const winner = answers.find(({ status }) => status === 200)!.body.response
      const address = `kind = 'email_address' and normalized = '${email}'`
      const owner = await oneRow(pair, `select user_id from identifications where ${address}`)
      assert.equal(owner.user_id, winner.created_user_id)
      const userId = `user_id = '${winner.created_user_id}'`
      const session = await oneRow(pair, `select id from sessions where ${userId}`)
      assert.equal(session.id, winner.created_session_id)
      await oneRow(pair, `select id from passwords, users where users.id = user_id and ${userId}`)
      if (kind === 'organization') await oneRow(pair, `select id from memberships where ${userId}`)
      const event = `subject = '${id}' and type like '%nvitation.accepted'`
      await oneRow(pair, `select id from events where ${event}`)
    }
  })

raceRule('TKO-8', `of ${together} who come by ticket or signed in one joins`, async (pair) => {
  for (let round = 0; round < rounds; round++) {
    const { id, email } = await person(pair)
    const form = { identifier: email, password: rightPassword }
    const { headers } = await pair.request(0, 'POST', '/client/sign_ins', form, '')
    const { id: invitation, organizationId, ticket } = await invitedTo(pair, email)
    const accept = {
      method: 'POST',
      path: `/me/organization_invitations/${invitation}/accept`,
      body: {},
      token: headers.get('authorization')!,
    }
    const redeem = {
      method: 'POST',
      path: '/client/sign_ins',
      body: { strategy: 'ticket', ticket },
      token: '',
    }
    const calls = Array.from({ length: together }, (_, i) => (i % 4 < 2 ? accept : redeem))
    const answers = await pair.together(calls)
    assert.equal(tally(answers)['200'], 1, JSON.stringify(tally(answers)))
    await oneRow(pair, `select id from memberships where user_id = '${id}'`)
    const event = `subject = '${invitation}' and type = 'organizationInvitation.accepted'`
    await oneRow(pair, `select id from events where ${event}`)
    await oneRow(pair, `select id from memberships where organization_id = '${organizationId}'`)
  }
})
