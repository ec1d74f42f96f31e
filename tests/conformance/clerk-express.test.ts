import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, suite, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { clerkMiddleware, getAuth } from '@clerk/express'
import express from 'express'
import { publishableKey } from '#server/keys/publishable-key.ts'
import { givenSession } from '#tests/api/given-sessions.ts'
import { address } from '#tests/api/given-users.ts'
import { createTemplate } from '#tests/api/templates.ts'
import { engines } from '#tests/engines.ts'
import { startServer, type TestServer } from '#tests/running-server.ts'

/** An app as the official guide has it, but for the three values that say where the server is. */
async function startApp(server: TestServer) {
  const app = express()
  app.use(
    clerkMiddleware({
      secretKey: server.secretKey,
      publishableKey: publishableKey('test', server.url),
      apiUrl: server.url,
    }),
  )
  app.get('/whoami', (request, response) => {
    const { isAuthenticated, userId, sessionId } = getAuth(request)
    response.status(isAuthenticated ? 200 : 401).json({ userId, sessionId })
  })
  const listening = app.listen(0, '127.0.0.1')
  after(() => listening.close())
  await new Promise((resolve) => listening.once('listening', resolve))
  const { port } = listening.address() as AddressInfo
  return async (token?: string) => {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const answer = await fetch(`http://127.0.0.1:${port}/whoami`, { headers })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
}

/** Both engines wait for the end of a token at the same time. */
suite('sessions in an app', { concurrency: true, timeout: 100_000 }, () => {
  for (const engine of engines)
    test(`[JWT-7 TPL-1] an unmodified @clerk/express lets people in, until they are signed out (${engine})`, async () => {
      const server = await startServer(engine)
      after(() => server.stop())
      const whoami = await startApp(server)
      const user = await server.create({ email_address: [address('express')] })
      const session = (await server.request('POST', '/sessions', { body: { user_id: user.id } })).body.id
      const mint = (path = '') => server.request('POST', `/sessions/${session}/tokens${path}`, { body: {} })
      const token = (await mint()).body.jwt
      const { name } = await createTemplate(server)
      const ofTemplate = (await mint(`/${name}`)).body.jwt

      assert.deepEqual(await whoami(token), { status: 200, body: { userId: user.id, sessionId: session } })
      for (const refused of [undefined, `${token.slice(0, -4)}AAAA`, ofTemplate])
        assert.equal((await whoami(refused)).status, 401, refused)
      const other = await startServer(engine)
      after(() => other.stop())
      const stranger = await other.create({ email_address: [address('stranger')] })
      const strange = await givenSession(other, stranger.id)
      const foreign = (await other.request('POST', `/sessions/${strange}/tokens`, { body: {} })).body.jwt
      assert.equal((await whoami(foreign)).status, 401)

      const revokedAt = Date.now()
      assert.equal((await server.request('POST', `/sessions/${session}/revoke`)).status, 200)
      assert.equal((await mint()).status, 404)
      while ((await whoami(token)).status === 200) {
        assert.ok(Date.now() - revokedAt < 65_000, 'the token lives on')
        await sleep(500)
      }
      assert.ok(Date.now() - revokedAt <= 66_000)
    })
})
