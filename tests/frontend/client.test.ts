import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { engines } from '#tests/engines.ts'
import { startServer, type TestServer } from '#tests/running-server.ts'
import { signedIn, signInByTicket } from './signed-in.ts'
import { appOrigin, forVisitors, visitor } from './visitor.ts'

const minuteMs = 60_000

for (const engine of engines) {
  describe(`clients (${engine})`, () => {
    let server: TestServer
    before(async () => {
      server = await startServer(engine, {
        settings: {
          ...forVisitors,
          sessions: {
            single_session_mode: false,
            inactivity_timeout_in_minutes: 30,
            lifetime_in_minutes: 120,
          },
        },
      })
    })
    after(() => server.stop())

    test(`[CLI-1] a browser that was never here has no client (${engine})`, async () => {
      const browser = visitor(server)
      const { body, headers } = await browser.visit('GET', '/client')
      assert.deepEqual(body, { response: null, client: null })
      assert.equal(headers.get('set-cookie'), null)
      browser.token = 'forged'
      assert.deepEqual((await browser.visit('GET', '/client')).body, { response: null, client: null })
      for (const [method, path] of [
        ['DELETE', '/client'],
        ['DELETE', '/client/sessions'],
        ['POST', '/client/sessions/sess_x/tokens'],
      ] as const)
        assert.equal((await browser.visit(method, path, {})).status, 401, path)
    })

    test(`[CLI-2 FAP-6] a client is made once and proves itself by its token (${engine})`, async () => {
      for (const method of ['PUT', 'POST']) {
        const browser = visitor(server)
        const { body, headers } = await browser.visit(method, '/client', {})
        const [cookie] = headers.getSetCookie()
        assert.match(cookie!, /^__client=[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/)
        assert.deepEqual(body.response.sessions, [])
        const again = await browser.visit(method, '/client', {})
        assert.equal(again.body.response.id, body.response.id)
        assert.equal(again.headers.get('set-cookie'), null)
        const row = (await server.rows('clients')).find(({ id }) => id === body.response.id)
        assert.equal(row?.token_hash, createHash('sha256').update(browser.token).digest('hex'))
        assert.ok(!JSON.stringify(row).includes(browser.token))
      }
      const app = visitor(server, { native: true })
      const { headers, body } = await app.visit('PUT', '/client', {})
      assert.equal(headers.get('set-cookie'), null)
      assert.match(app.token, /^[\w-]{43}$/)
      assert.equal((await app.get('/client')).id, body.response.id)
    })

    test(`[CLI-3] it shows who is signed in, with a token (${engine})`, async () => {
      const { browser, user, sessionId } = await signedIn(server, {
        first_name: 'Ada',
        public_metadata: { plan: 'pro', seats: 12345678901234567890n.toString() },
        private_metadata: { secret: 'only-the-backend' },
        unsafe_metadata: { theme: 'dark' },
      })
      const { body, text } = await browser.visit('GET', '/client')
      const [session] = body.response.sessions
      assert.equal(body.response.last_active_session_id, sessionId)
      assert.equal(session.id, sessionId)
      assert.equal(session.user.id, user.id)
      assert.equal(session.public_user_data.first_name, 'Ada')
      assert.equal(session.user.public_metadata.plan, 'pro')
      assert.equal(session.user.unsafe_metadata.theme, 'dark')
      assert.deepEqual(session.factor_verification_age, [0, -1])
      assert.ok(!text.includes('only-the-backend') && !text.includes('private_metadata'))
      const claims = decodeJwt(session.last_active_token.jwt)
      assert.equal(claims.sub, user.id)
      assert.equal(claims.sid, sessionId)
    })

    test(`[CLI-4] everybody can be signed out, with or without the client (${engine})`, async () => {
      const first = await signedIn(server)
      const second = await server.create({
        email_address: [`second-${first.user.id}@example.com`.toLowerCase()],
      })
      const secondId = await signInByTicket(server, first.browser, second.id)
      const both = await first.browser.get('/client')
      assert.deepEqual(
        both.sessions.map(({ id }: { id: string }) => id).sort(),
        [first.sessionId, secondId].sort(),
      )
      const out = await first.browser.visit('DELETE', '/client/sessions', {})
      assert.deepEqual(out.body.response.sessions, [])
      assert.equal(out.body.response.id, both.id)
      assert.match(out.headers.getSetCookie().join(), /__client_uat=0/)
      for (const id of [first.sessionId, secondId])
        assert.equal((await server.request('GET', `/sessions/${id}`)).body.status, 'removed')
      assert.equal((await first.browser.get('/client')).id, both.id)
      const { token } = first.browser
      await signInByTicket(server, first.browser, second.id)
      assert.notEqual(first.browser.token, token, 'signing in gives the client another token')
      const held = first.browser.token
      const gone = await first.browser.visit('DELETE', '/client', {})
      assert.equal(gone.body.response, null)
      assert.equal(first.browser.token, '')
      const thief = visitor(server)
      thief.token = held
      assert.equal(await thief.get('/client'), null)
    })

    test(`[CLI-5] touching a session makes it the active one (${engine})`, async () => {
      const { browser, user, sessionId } = await signedIn(server)
      const other = await server.create({ email_address: [`other-${user.id}@example.com`.toLowerCase()] })
      const otherId = await signInByTicket(server, browser, other.id)
      assert.equal((await browser.get('/client')).last_active_session_id, otherId)
      server.clock.advance(5 * minuteMs)
      const before = server.clock.now
      const { body } = await browser.visit('POST', `/client/sessions/${sessionId}/touch`, {
        active_organization_id: '',
        intent: 'focus',
      })
      assert.ok(body.response.last_active_at >= before)
      assert.equal(body.client.last_active_session_id, sessionId)
      const seen = await server.request('GET', `/users/${user.id}`)
      assert.ok(seen.body.last_active_at >= before)
    })

    test(`[CLI-6] an ended session mints nothing, and ends once (${engine})`, async () => {
      for (const way of ['end', 'remove']) {
        const { browser, sessionId } = await signedIn(server)
        const answers = await Promise.all(
          Array.from({ length: 16 }, () => browser.visit('POST', `/client/sessions/${sessionId}/${way}`, {})),
        )
        const won = answers.filter(({ status }) => status === 200)
        assert.equal(won.length, 1)
        assert.ok(answers.every(({ status }) => status === 200 || status === 404))
        assert.equal(won[0]!.body.response.status, way === 'end' ? 'ended' : 'removed')
        assert.deepEqual(won[0]!.body.client.sessions, [])
        assert.match(won[0]!.headers.getSetCookie().join(), /__client_uat=0/)
        for (const path of ['tokens', 'touch', 'tokens/any'])
          assert.equal(
            (await browser.visit('POST', `/client/sessions/${sessionId}/${path}`, {})).status,
            404,
            path,
          )
        assert.equal((await browser.visit('GET', `/client/sessions/${sessionId}`)).status, 404)
        assert.equal(
          (await server.request('POST', `/sessions/${sessionId}/tokens`, { body: {} })).status,
          404,
        )
        const ended = (await server.events(sessionId)).filter(
          ({ type }) => type === `session.${won[0]!.body.response.status}`,
        )
        assert.equal(ended.length, 1)
      }
    })

    test(`[CLI-7 FAP-7] a session of another client is nobody's (${engine})`, async () => {
      const { browser, sessionId, user } = await signedIn(server)
      const stranger = (await signedIn(server)).browser
      const paths = ['tokens', 'tokens/some', 'touch', 'end', 'remove']
      for (const path of paths)
        assert.equal(
          (await stranger.visit('POST', `/client/sessions/${sessionId}/${path}`, {})).status,
          404,
          path,
        )
      assert.equal((await stranger.visit('GET', `/client/sessions/${sessionId}`)).status, 404)
      const seen = await browser.get(`/client/sessions/${sessionId}`)
      assert.equal(seen.user.id, user.id)
      const { jwt } = seen.last_active_token
      const thief = visitor(server)
      for (const headers of [{ cookie: `__session=${jwt}` }, { authorization: `Bearer ${jwt}` }] as Record<
        string,
        string
      >[])
        for (const path of paths)
          assert.equal(
            (await thief.visit('POST', `/client/sessions/${sessionId}/${path}`, {}, { headers })).status,
            401,
          )
    })

    test(`[CLI-8] tokens are bare and say who asked (${engine})`, async () => {
      const { browser, sessionId, user } = await signedIn(server)
      const token = await browser.post(`/client/sessions/${sessionId}/tokens`, { organization_id: '' })
      assert.deepEqual(Object.keys(token), ['object', 'jwt'])
      const claims = decodeJwt(token.jwt)
      assert.equal(claims.azp, appOrigin)
      assert.equal(claims.sub, user.id)
      assert.equal(claims.exp! - claims.iat!, 60)
      assert.equal(claims.iss, `https://${new URL(server.url).host}`)
      const app = visitor(server, { native: true })
      const appSession = await signInByTicket(server, app, user.id)
      const { jwt } = await app.post(`/client/sessions/${appSession}/tokens`)
      assert.ok(!('azp' in decodeJwt(jwt)))
      const name = `for_${engine}`
      await server.request('POST', '/jwt_templates', {
        body: { name, claims: { aud: 'store', plan: '{{user.public_metadata.plan}}' } },
      })
      await server.request('PATCH', `/users/${user.id}/metadata`, {
        body: { public_metadata: { plan: 'pro' } },
      })
      const made = await browser.post(`/client/sessions/${sessionId}/tokens/${name}`)
      assert.equal(decodeJwt(made.jwt).plan, 'pro')
      assert.equal(decodeJwt(made.jwt).aud, 'store')
      assert.notEqual(decodeProtectedHeader(made.jwt).cat, decodeProtectedHeader(token.jwt).cat)
      const unknown = await browser.visit('POST', `/client/sessions/${sessionId}/tokens/nothing`, {})
      assert.equal(unknown.status, 404)
    })

    test(`[CLI-9] a session ends by itself (${engine})`, async () => {
      const idle = await signedIn(server)
      const busy = await signedIn(server)
      const mints = async ({ browser, sessionId }: typeof idle) =>
        (await browser.visit('POST', `/client/sessions/${sessionId}/tokens`, {})).status
      server.clock.advance(29 * minuteMs)
      assert.equal(await mints(idle), 200)
      await busy.browser.post(`/client/sessions/${busy.sessionId}/touch`)
      server.clock.advance(2 * minuteMs)
      assert.equal(await mints(idle), 404, 'minting alone is no use of it')
      assert.equal(await mints(busy), 200)
      for (let minutes = 31; minutes < 119; minutes += 22) {
        server.clock.advance(22 * minuteMs)
        await busy.browser.post(`/client/sessions/${busy.sessionId}/touch`)
      }
      server.clock.advance(3 * minuteMs)
      assert.equal(await mints(busy), 404)
      assert.deepEqual((await busy.browser.get('/client')).sessions, [])
    })
  })
}
