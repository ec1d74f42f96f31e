import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { publishableKey } from '#server/keys/publishable-key.ts'
import { partsOf, refreshTokenFor, tokenOf } from '#tests/api/given-sessions.ts'
import { session, someone } from '#tests/api/sessions.ts'
import { appOrigin, forVisitors, visitor } from '#tests/frontend/visitor.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { type ClientScene, clientOf, clientRule, refusalOf } from './clients.ts'

// Loaded behind `clients.ts`, which looks into what its `fetch` brings.
const { createClerkClient } = await import('@clerk/backend')

interface SessionApi {
  sessions: {
    refreshSession(id: string, params: object): Promise<{ jwt?: string; cookies?: string[] }>
    verifySession(id: string, token: string): Promise<{ id: string; status: string }>
  }
  clients: {
    getClientList(params?: object): Promise<{ data: { id: string }[]; totalCount: number }>
    verifyClient(token: string): Promise<{ id: string; sessionIds: string[] }>
  }
}

const apiOf = ({ clerk, server }: ClientScene) => clientOf(clerk, server) as unknown as SessionApi

clientRule('SRF-1 SVF-1 CLV-1 CLL-1', 'refreshes and verifies sessions and clients', async (scene) => {
  const { server } = scene
  const { sessions, clients } = apiOf(scene)
  const made = await session(server, await someone(server))
  const token = await tokenOf(server, made.id)
  const params = {
    expired_token: token,
    refresh_token: refreshTokenFor(server, made),
    request_origin: 'https://app.example.com',
    request_headers: { accept: ['text/html'] },
  }
  const { jwt } = await sessions.refreshSession(made.id, params)
  assert.equal(partsOf(jwt!).claims.sid, made.id)
  const refused = await refusalOf(sessions.refreshSession(made.id, { ...params, refresh_token: 'none' }))
  assert.deepEqual([refused.status, refused.errors[0]!.code], [401, 'refresh_token_invalid'])
  assert.equal((await sessions.verifySession(made.id, token)).status, 'active')
  assert.deepEqual((await clients.verifyClient(token)).sessionIds, [made.id])
  const { data, totalCount } = await clients.getClientList({ limit: 1 })
  assert.equal(data.length, 1)
  assert.ok(totalCount >= 1)
})

/** A browser's cookies by name, as the answers of the Frontend API leave them. */
async function signedInBrowser(server: TestServer) {
  const user = await someone(server)
  const ticket = await server.request('POST', '/sign_in_tokens', { body: { user_id: user.id } })
  const browser = visitor(server)
  const form = { strategy: 'ticket', ticket: ticket.body.token }
  const answer = await browser.visit('POST', '/client/sign_ins', form)
  const { created_session_id: sessionId } = answer.body.response
  const minted = await browser.visit('POST', `/client/sessions/${sessionId}/tokens`, {})
  const cookies = new Map(
    answer.headers.getSetCookie().map((cookie) => {
      const [name, value] = cookie.split(';')[0]!.split('=')
      return [name!, value!] as const
    }),
  )
  cookies.delete('__client')
  return { user, sessionId, cookies, jwt: minted.body.jwt as string }
}

/** What the app is asked for by a browser that opens a page. */
function pageRequest(cookies: ReadonlyMap<string, string>): Request {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, accept: 'text/html', 'sec-fetch-dest': 'document' }
  return new Request(`${appOrigin}/dashboard`, { headers })
}

rule(
  'SRF-7',
  'authenticateRequest of the unmodified client refreshes without a redirect',
  async (server) => {
    // The official client has a clock of its own.
    server.clock.advance(-600_000)
    const { user, sessionId, cookies, jwt } = await signedInBrowser(server)
    server.clock.advance(600_000)
    const key = publishableKey('test', server.url)
    const suffix = createHash('sha1').update(key).digest('base64url').slice(0, 8)
    for (const name of ['__session', `__session_${suffix}`]) cookies.set(name, jwt)
    for (const name of ['__clerk_db_jwt', `__clerk_db_jwt_${suffix}`]) cookies.set(name, 'dev')
    const clerk = createClerkClient({
      secretKey: server.secretKey,
      publishableKey: key,
      apiUrl: server.url,
      telemetry: { disabled: true },
    })
    const state = await clerk.authenticateRequest(pageRequest(cookies))
    assert.equal(state.status, 'signed-in', `${state.reason}`)
    const auth = state.toAuth()
    assert.ok(auth && 'userId' in auth)
    assert.equal(auth.userId, user.id)
    assert.equal(state.headers.get('location'), null)
    const handed = state.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!.split('='))
    assert.deepEqual(
      handed.map(([name]) => name),
      ['__session', `__session_${suffix}`],
    )
    const { claims } = partsOf(handed[0]![1]!)
    assert.deepEqual([claims.sid, claims.azp], [sessionId, appOrigin])
    assert.ok(claims.exp > Date.now() / 1000)

    // With the cookies that it was handed, the browser is let in without asking this server.
    const renewed = new Map([...cookies, ...handed.map(([name, value]) => [name!, value!] as const)])
    assert.equal((await clerk.authenticateRequest(pageRequest(renewed))).status, 'signed-in')

    const without = new Map([...cookies].filter(([name]) => !name.startsWith('__refresh')))
    const sent = await clerk.authenticateRequest(pageRequest(without))
    assert.deepEqual(
      [sent.status, sent.reason],
      ['handshake', 'session-token-expired-refresh-non-eligible-no-refresh-cookie'],
    )
    await server.request('POST', `/sessions/${sessionId}/revoke`)
    const over = await clerk.authenticateRequest(pageRequest(cookies))
    assert.deepEqual([over.status, over.reason], ['handshake', 'session-token-expired-refresh-session_over'])
  },
  { settings: forVisitors, fresh: true },
)
