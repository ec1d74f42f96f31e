import assert from 'node:assert/strict'
import { signedIn } from '#tests/frontend/signed-in.ts'
import { forVisitors } from '#tests/frontend/visitor.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { tokenOf } from './given-sessions.ts'
import { refused } from './sessions.ts'

const ask = (server: TestServer, token: string) =>
  server.request('POST', '/clients/verify', { body: { token } })

rule(
  'CLV-1',
  'the token of a client or of a session shows the client',
  async (server) => {
    const { browser, sessionId } = await signedIn(server)
    const jwt = await tokenOf(server, sessionId)
    const byClient = (await ask(server, browser.token)).body
    assert.deepEqual(byClient.session_ids, [sessionId])
    assert.deepEqual((await ask(server, jwt)).body, byClient)
    assert.deepEqual((await server.request('GET', `/clients/${byClient.id}`)).body, byClient)
    const strange = ['', byClient.id, sessionId, `${browser.token}A`, `${jwt.slice(0, -4)}AAAA`]
    for (const token of strange) refused(await ask(server, token), 400, 'client_token_invalid', 'token')
    server.clock.advance(61_000)
    refused(await ask(server, jwt), 400, 'client_token_invalid', 'token')
    const fresh = await tokenOf(server, sessionId)
    await server.request('POST', `/sessions/${sessionId}/revoke`)
    refused(await ask(server, fresh), 400, 'client_token_invalid', 'token')
    assert.deepEqual((await ask(server, browser.token)).body.session_ids, [])
    const { token } = browser
    await browser.visit('DELETE', '/client', {})
    refused(await ask(server, token), 400, 'client_token_invalid', 'token')
  },
  { settings: forVisitors, fresh: true },
)
