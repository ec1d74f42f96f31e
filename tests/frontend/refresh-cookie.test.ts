import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { publishableKey } from '#server/keys/publishable-key.ts'
import { refreshTokenFor } from '#tests/api/given-sessions.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { signInByTicket } from './signed-in.ts'
import { begin, person, ticketOf } from './signing-in.ts'
import { forVisitors, type Visitor, visitor } from './visitor.ts'

const suffixOf = (server: TestServer) =>
  createHash('sha1').update(publishableKey('test', server.url)).digest('base64url').slice(0, 8)

/** The cookies of the answer that are named so, and what the last one of all is called. */
function cookiesOf(answer: Answer, name: string): { found: string[]; last: string | undefined } {
  const all = answer.headers.getSetCookie()
  return { found: all.filter((one) => one.startsWith(`${name}=`)), last: all.at(-1)?.split('=')[0] }
}

const signIn = async (server: TestServer, browser: Visitor, userId: string) =>
  begin(browser, { strategy: 'ticket', ticket: await ticketOf(server, userId) })

rule(
  'SRF-6',
  'signing in sets the refresh token of the session, signing out empties it',
  async (server) => {
    const name = `__refresh_${suffixOf(server)}`
    const ada = await person(server)
    const browser = visitor(server)
    const began = await signIn(server, browser, ada.id)
    const session = (await server.request('GET', `/sessions/${began.body.response.created_session_id}`)).body
    const token = refreshTokenFor(server, session)
    const { found, last } = cookiesOf(began, name)
    assert.deepEqual(found, [`${name}=${token}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`])
    assert.equal(last, '__client')
    assert.match(token, /^sess_\w{27}\.[\w-]{43}$/)
    assert.ok(!began.text.includes(token), 'pages cannot read it')
    const seen = await browser.visit('GET', '/client')
    assert.deepEqual(seen.headers.getSetCookie(), [])

    const bob = await person(server)
    const second = await signIn(server, browser, bob.id)
    const id = second.body.response.created_session_id
    assert.match(cookiesOf(second, name).found[0]!, new RegExp(`^${name}=${id}\\.`))
    const one = await browser.visit('POST', `/client/sessions/${session.id}/end`, {})
    assert.deepEqual(cookiesOf(one, name).found, [], 'somebody is still signed in')
    const out = await browser.visit('POST', `/client/sessions/${id}/end`, {})
    const emptied = [`${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`]
    assert.deepEqual(cookiesOf(out, name).found, emptied)

    await signInByTicket(server, browser, ada.id)
    const gone = await browser.visit('DELETE', '/client', {})
    assert.deepEqual(cookiesOf(gone, name), { found: emptied, last: '__client' })
  },
  { settings: { ...forVisitors, sessions: { single_session_mode: false } } },
)

rule(
  'SRF-6',
  'an app gets no cookie',
  async (server) => {
    const ada = await person(server)
    const began = await signIn(server, visitor(server, { native: true }), ada.id)
    assert.equal(began.body.response.status, 'complete')
    assert.deepEqual(began.headers.getSetCookie(), [])
  },
  { settings: forVisitors },
)
