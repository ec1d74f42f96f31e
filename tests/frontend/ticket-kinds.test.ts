import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { refreshTokenFor } from '#tests/api/given-sessions.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { invitedIn, invitedTo, withPages } from './invited.ts'
import { begin, person, rightPassword, step, ticketOf } from './signing-in.ts'
import { appOrigin, type Visitor, visitor } from './visitor.ts'

const anyAddress = () => `kinds-${randomBytes(6).toString('hex')}@example.com`
const byTicket = (ticket: string) => ({ strategy: 'ticket', ticket })

/** Somebody who is signed in, with all that the doors below ask for. */
async function subject(server: TestServer) {
  const email = anyAddress()
  const { id } = await person(server, { email_address: [email] })
  const browser = visitor(server)
  const { body } = await begin(browser, { identifier: email, password: rightPassword })
  const [{ id: sessionId, last_active_token }] = body.client.sessions
  const session = (await server.request('GET', `/sessions/${sessionId}`)).body
  return { id, email, browser, session, jwt: last_active_token.jwt as string }
}
type Subject = Awaited<ReturnType<typeof subject>>

/** A new attempt of the subject that has been mailed a code. */
async function mailed(server: TestServer, { email }: Subject) {
  const browser = visitor(server)
  const { id } = await browser.post('/client/sign_ins', { identifier: email, strategy: 'email_code' })
  const { body } = await server.request('GET', `/bartleby/messages?to=${email}`)
  const code = body.find(({ code }: { code: string | null }) => code !== null).code as string
  return { browser, id: id as string, code }
}

async function kindsOf(server: TestServer, one: Subject) {
  const actor = await server.request('POST', '/actor_tokens', {
    body: { user_id: one.id, actor: { sub: 'support' } },
  })
  const testing = await server.request('POST', '/testing_tokens')
  const code = await mailed(server, one)
  return {
    code,
    secrets: {
      sign_in_token: await ticketOf(server, one.id),
      actor_token: actor.body.token as string,
      invitation_of_member: (await invitedTo(server, { email: one.email })).ticket,
      invitation_to_organization: (await invitedTo(server)).ticket,
      invitation_to_application: (await invitedIn(server)).ticket,
      mailed_code: code.code,
      client_token: one.browser.token,
      session_token: one.jwt,
      refresh_token: refreshTokenFor(server, one.session),
      testing_token: testing.body.token as string,
    },
  }
}
type Kind = keyof Awaited<ReturnType<typeof kindsOf>>['secrets']

const attempt = async (server: TestServer, one: Subject, form: Record<string, string>) => {
  const { browser, id } = await mailed(server, one)
  return step(browser, id, 'attempt_first_factor', form)
}

async function asClient(browser: Visitor, token: string): Promise<Answer> {
  browser.token = token
  return browser.visit('GET', '/me')
}

/** Every place that takes a secret, with the kinds that fit there. */
const doors: Record<
  string,
  { fits: Kind[]; knock: (server: TestServer, one: Subject, secret: string) => Promise<Answer> }
> = {
  'a sign-in': {
    fits: ['sign_in_token', 'actor_token', 'invitation_of_member'],
    knock: (server, _, secret) => begin(visitor(server), byTicket(secret)),
  },
  'an attempt by ticket': {
    fits: ['sign_in_token', 'actor_token', 'invitation_of_member'],
    knock: (server, one, secret) => attempt(server, one, byTicket(secret)),
  },
  'an attempt by mailed code': {
    fits: [],
    knock: (server, one, code) => attempt(server, one, { strategy: 'email_code', code }),
  },
  'an attempt by password': {
    fits: [],
    knock: (server, one, password) => attempt(server, one, { strategy: 'password', password }),
  },
  'a sign-up': {
    fits: ['invitation_to_organization', 'invitation_to_application'],
    knock: (server, _, secret) => visitor(server).visit('POST', '/client/sign_ups', byTicket(secret)),
  },
  'the cookie of a client': {
    fits: ['client_token'],
    knock: (server, _, secret) => asClient(visitor(server), secret),
  },
  'the header of an app': {
    fits: ['client_token'],
    knock: (server, _, secret) => asClient(visitor(server, { native: true }), secret),
  },
  'the refresh of a session': {
    fits: ['refresh_token'],
    knock: (server, { session, jwt }, secret) =>
      server.request('POST', `/sessions/${session.id}/refresh`, {
        body: { expired_token: jwt, refresh_token: secret, request_origin: appOrigin },
      }),
  },
  'the check of a client': {
    fits: ['client_token', 'session_token'],
    knock: (server, _, token) => server.request('POST', '/clients/verify', { body: { token } }),
  },
  'the check of a session': {
    fits: ['session_token'],
    knock: (server, { session }, token) =>
      server.request('POST', `/sessions/${session.id}/verify`, { body: { token } }),
  },
  'the Backend API': {
    fits: [],
    knock: (server, _, secret) =>
      server.request('GET', '/users', { headers: { authorization: `Bearer ${secret}` } }),
  },
}

rule(
  'TKO-7',
  'every secret is refused where another kind belongs, and stays good for its own place',
  async (server) => {
    const one = await subject(server)
    const { secrets, code } = await kindsOf(server, one)
    assert.equal(new Set(Object.values(secrets)).size, Object.keys(secrets).length)
    for (const [door, { fits, knock }] of Object.entries(doors))
      for (const [kind, secret] of Object.entries(secrets) as [Kind, string][]) {
        if (fits.includes(kind)) continue
        const answer = await knock(server, one, secret)
        assert.ok(answer.status >= 400 && answer.status < 500, `${kind} opens ${door}: ${answer.text}`)
        assert.ok(!answer.text.includes(secret), `${door} repeats ${kind}`)
      }
    const form = { strategy: 'email_code', code: secrets.mailed_code }
    const signedIn = await step(code.browser, code.id, 'attempt_first_factor', form)
    assert.equal(signedIn.status, 200, 'the mailed code is still good in its own attempt')
    const once = new Set<Kind>()
    for (const [door, { fits, knock }] of Object.entries(doors))
      for (const kind of fits.filter((kind) => !once.has(kind))) {
        once.add(kind)
        const answer = await knock(server, one, secrets[kind])
        assert.equal(answer.status, 200, `${kind} opens ${door} no more: ${answer.text}`)
      }
    assert.equal(once.size, 8)
  },
  { settings: { ...withPages, user_lockout: { enabled: false } } },
)
