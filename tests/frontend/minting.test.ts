import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { begin, mailedCode, type Person, person, rightPassword, step, ticketOf } from './signing-in.ts'
import { forVisitors, type Visitor, visitor } from './visitor.ts'

interface Case {
  readonly user: Person
  /** Signed in since before the user came into this state. */
  readonly browser: Visitor
  readonly sessionId: string
  readonly ticket: string
  /** An attempt that waits for its mailed code since before. */
  readonly waiting: Visitor
  readonly waitingId: string
}

const states = ['active', 'banned', 'locked', 'deleted'] as const
const requests = {
  active: undefined,
  banned: ['POST', '/ban'],
  locked: ['POST', '/lock'],
  deleted: ['DELETE', ''],
} as const

/** Every way to a session or a token. */
const paths: Record<string, (server: TestServer, given: Case) => Promise<Answer>> = {
  ticket: (server, { ticket }) => begin(visitor(server), { strategy: 'ticket', ticket }),
  password: (server, { user }) => begin(visitor(server), { identifier: user.email, password: rightPassword }),
  'mailed code': (_, { waiting, waitingId }) =>
    step(waiting, waitingId, 'attempt_first_factor', { strategy: 'email_code', code: mailedCode }),
  'POST /sessions': (server, { user }) => server.request('POST', '/sessions', { body: { user_id: user.id } }),
  token: (_, { browser, sessionId }) => browser.visit('POST', `/client/sessions/${sessionId}/tokens`, {}),
  'template token': (_, { browser, sessionId }) =>
    browser.visit('POST', `/client/sessions/${sessionId}/tokens/minted`, {}),
  'backend token': (server, { sessionId }) =>
    server.request('POST', `/sessions/${sessionId}/tokens`, { body: {} }),
  'backend template token': (server, { sessionId }) =>
    server.request('POST', `/sessions/${sessionId}/tokens/minted`, { body: {} }),
  touch: (_, { browser, sessionId }) => browser.visit('POST', `/client/sessions/${sessionId}/touch`, {}),
}

/** A lock stops signing in and leaves sessions alone; the rest follows from what each state is. */
const keepsSessions = ['token', 'template token', 'backend token', 'backend template token', 'touch']
const mayMint = (state: (typeof states)[number], path: string) =>
  state === 'active' || (state === 'locked' && keepsSessions.includes(path))

async function given(server: TestServer): Promise<Case> {
  const user = await person(server)
  const browser = visitor(server)
  const signIn = await browser.post('/client/sign_ins', { identifier: user.email, password: rightPassword })
  const waiting = visitor(server)
  const sent = await waiting.post('/client/sign_ins', { identifier: user.email, strategy: 'email_code' })
  const ticket = await ticketOf(server, user.id)
  return { user, browser, sessionId: signIn.created_session_id, ticket, waiting, waitingId: sent.id }
}

for (const state of states)
  rule(
    'SIN-16',
    `a user who is ${state} gets what the state allows, on every way, from the next request on`,
    async (server) => {
      await server.request('POST', '/jwt_templates', { body: { name: 'minted', claims: {} } })
      for (const [path, mint] of Object.entries(paths)) {
        const one = await given(server)
        const change = requests[state]
        if (change) await server.request(change[0], `/users/${one.user.id}${change[1]}`)
        const answer = await mint(server, one)
        const may = mayMint(state, path)
        assert.equal(answer.status === 200, may, `${state}, ${path}: ${answer.text}`)
        if (may) continue
        assert.ok(!answer.text.includes('"jwt"'), path)
        if (state === 'locked') continue
        const seen = (await one.browser.visit('GET', '/client')).body.response
        assert.deepEqual(seen.sessions, [], path)
      }
    },
    { settings: forVisitors },
  )
