import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { forMe } from './me.ts'
import { found, type Guest, guest } from './rooms.ts'
import { appOrigin } from './visitor.ts'

interface Raw {
  readonly headers?: Record<string, string>
  readonly query?: string
}

/** One request as it is written, by nobody in particular. */
async function send(
  server: TestServer,
  method: string,
  path: string,
  { headers = {}, query = '' }: Raw = {},
) {
  const response = await fetch(`${server.url}${path}${query && `?${query}`}`, { method, headers })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
    text,
  }
}

type Sent = Awaited<ReturnType<typeof send>>
const codeOf = ({ body }: Sent) => body.errors[0].code
const isRefused = (answer: Sent, status: number, code: string, what = '') => {
  assert.deepEqual([answer.status, answer.body?.errors?.[0]?.code], [status, code], `${what} ${answer.text}`)
  assert.match(answer.headers.get('clerk-trace-id') ?? '', /^[0-9a-f]{32}$/)
}

const asServer = (server: TestServer) => ({ authorization: `Bearer ${server.secretKey}` })
const asPage = ({ browser }: Guest) => ({ origin: appOrigin, cookie: `__client=${browser.token}` })
const acting = ({ sessionId }: Guest) => `_clerk_session_id=${sessionId}`

rule(
  'FOR-1',
  'an address of both APIs leads to the one that the caller means',
  async (server) => {
    const ada = await guest(server)
    const id = await found(server, ada)
    const path = `/v1/organizations/${id}`
    const backend = async (raw: Raw, what: string) => {
      const answer = await send(server, 'GET', path, raw)
      assert.equal(answer.status, 200, `${what} ${answer.text}`)
      assert.equal(answer.body.id, id, what)
      assert.ok('private_metadata' in answer.body, what)
    }
    const key = asServer(server)
    await backend({ headers: key }, 'a key')
    await backend({ headers: { ...key, ...asPage(ada) }, query: acting(ada) }, 'a key with all of a page')
    await backend({ headers: key, query: `_is_native=1&${acting(ada)}` }, 'a key of an app')
    const page = await send(server, 'GET', path, { headers: asPage(ada), query: acting(ada) })
    assert.equal(page.body.response.id, id)
    assert.ok(!('private_metadata' in page.body.response))
    const app = await send(server, 'GET', path, {
      headers: { authorization: ada.browser.token },
      query: `_is_native=1&${acting(ada)}`,
    })
    assert.equal(app.body.response.id, id, app.text)
    for (const [what, raw] of [
      ['an origin', { headers: { origin: appOrigin } }],
      ['a session', { query: acting(ada) }],
      ['a version', { query: '_clerk_js_version=6.0.0' }],
    ] as [string, Raw][])
      isRefused(await send(server, 'GET', path, raw), 401, 'authentication_invalid', what)
    const { origin: _, ...alone } = asPage(ada)
    isRefused(await send(server, 'GET', path, { headers: alone }), 400, 'origin_invalid', 'a cookie alone')
    isRefused(await send(server, 'GET', path), 401, 'authentication_invalid', 'nothing')
    const { jwt } = await ada.browser.post(`/client/sessions/${ada.sessionId}/tokens`)
    const session = { authorization: `Bearer ${jwt}` }
    isRefused(
      await send(server, 'GET', path, { headers: session }),
      401,
      'clerk_key_invalid',
      'a session token',
    )
    const wrong = { ...asPage(ada), authorization: 'Bearer sk_test_0000' }
    isRefused(await send(server, 'GET', path, { headers: wrong }), 401, 'clerk_key_invalid', 'a wrong key')
  },
  forMe(),
)

rule(
  'FOR-2',
  'no spelling reaches more than its own proof opens',
  async (server) => {
    const ada = await guest(server)
    const eve = await guest(server)
    const id = await found(server, ada)
    const spellings = [
      `/v1/organizations/${id}`,
      `/v1/organizations/${id}/`,
      `/v1//organizations/${id}`,
      `//v1/organizations/${id}`,
      `/v1/organizations//${id}`,
      `/v1/ORGANIZATIONS/${id}`,
      `/V1/organizations/${id}`,
      `/v1/%6frganizations/${id}`,
      `/v1/organization%73/${id}`,
      `/v1/organizations/${id.replace('org', '%6frg')}`,
      `/v1/organizations%2f${id}`,
      `/v1/organizations;a=b/${id}`,
      `/v1/./organizations/${id}`,
      `/%76%31/organizations/${id}`,
    ]
    const proofs: [string, Raw][] = [
      ['nobody', {}],
      ['a strange page', { headers: { origin: appOrigin }, query: acting(ada) }],
      ["a stranger's page", { headers: asPage(eve), query: acting(eve) }],
      ["a stranger's page with her session", { headers: asPage(eve), query: acting(ada) }],
      [
        "a stranger's app",
        { headers: { authorization: eve.browser.token }, query: `_is_native=1&${acting(eve)}` },
      ],
    ]
    const tries = [
      ['GET', ''],
      ['GET', '_method=DELETE'],
      ['POST', ''],
      ['POST', '_method=DELETE'],
      ['POST', '_method=patch'],
      ['PATCH', ''],
      ['DELETE', ''],
    ] as const
    const before = await server.rows('organizations')
    for (const path of spellings)
      for (const [who, { headers, query = '' }] of proofs)
        for (const [method, hidden] of tries) {
          const all = [hidden, query].filter((part) => part !== '').join('&')
          const answer = await send(server, method, path, { headers, query: all })
          assert.ok([401, 404].includes(answer.status), `${who}: ${method} ${path}?${all} ${answer.text}`)
          assert.ok(codeOf(answer), answer.text)
        }
    assert.deepEqual(await server.rows('organizations'), before)
    // Her own page, and a server's key, reach theirs through the odd spellings as through the plain one.
    const odd = `/v1/%6frganizations/${id}`
    const own = await send(server, 'GET', odd, { headers: asPage(ada), query: acting(ada) })
    assert.equal(own.body.response.id, id, own.text)
    const known = await send(server, 'GET', odd, { headers: asServer(server) })
    assert.equal(known.body.id, id, known.text)
    assert.ok('private_metadata' in known.body)
    assert.equal((await server.rows('organizations')).length, before.length)
  },
  forMe(),
)

rule(
  'FOR-3',
  'the spelling of browsers is undone for pages and apps alone',
  async (server) => {
    const ada = await guest(server)
    const id = await found(server, ada)
    const path = `/v1/organizations/${id}`
    const there = async () => (await server.rows('organizations')).some((row) => row.id === id)
    const hidden = { headers: asServer(server), query: '_method=DELETE' }
    isRefused(await send(server, 'POST', path, hidden), 404, 'resource_not_found', 'a key with _method')
    const both = { headers: { ...asServer(server), ...asPage(ada) }, query: `_method=DELETE&${acting(ada)}` }
    isRefused(await send(server, 'POST', path, both), 404, 'resource_not_found', 'a key and a page')
    isRefused(
      await send(server, 'GET', `${path}/`, { headers: asServer(server) }),
      404,
      'resource_not_found',
      'a key and a slash',
    )
    const encoded = { headers: asPage(ada), query: `_method=DELETE&${acting(ada)}` }
    isRefused(await send(server, 'POST', `/v1/%6frganizations/${id}`, encoded), 404, 'resource_not_found')
    const read = await send(server, 'GET', path, encoded)
    assert.equal(read.status, 200, 'a read never becomes a write')
    assert.ok(await there())
    const gone = await send(server, 'POST', `${path}/`, encoded)
    assert.equal(gone.body.response?.deleted, true, gone.text)
    assert.ok(!(await there()))
  },
  forMe(),
)

rule(
  'FOR-1',
  'each API knows its own rooms only, and browsers may ask beforehand',
  async (server) => {
    const ada = await guest(server)
    const id = await found(server, ada)
    const path = `/v1/organizations/${id}`
    const page = { headers: asPage(ada), query: acting(ada) }
    const key = { headers: asServer(server) }
    for (const [method, room, raw] of [
      ['PATCH', '/metadata', page],
      ['PUT', '/metadata', page],
      ['GET', '/nothing', page],
      ['GET', '/nothing/at/all', page],
      ['PUT', '', page],
      ['GET', '/roles', key],
      ['POST', '/memberships/invitations', key],
      ['GET', '/nothing', key],
      ['GET', '/nothing', {}],
    ] as [string, string, Raw][])
      isRefused(
        await send(server, method, `${path}${room}`, raw),
        404,
        'resource_not_found',
        `${method} ${room}`,
      )
    isRefused(await send(server, 'GET', '/v1/organizations', page), 404, 'resource_not_found')
    const asking = (origin: string) => ({
      headers: { origin, 'access-control-request-method': 'DELETE' },
    })
    for (const room of ['', '/memberships', `/memberships/${ada.user.id}`, '/logo']) {
      const preflight = await send(server, 'OPTIONS', `${path}${room}`, asking(appOrigin))
      assert.equal(preflight.status, 204, preflight.text)
      assert.equal(preflight.headers.get('access-control-allow-origin'), appOrigin)
      assert.match(preflight.headers.get('access-control-allow-methods') ?? '', /DELETE/)
      const strange = await send(server, 'OPTIONS', `${path}${room}`, asking('https://evil.example'))
      isRefused(strange, 400, 'origin_invalid')
      assert.equal(strange.headers.get('access-control-allow-origin'), null)
    }
    isRefused(await send(server, 'OPTIONS', path, key), 404, 'resource_not_found', 'servers ask nothing')
  },
  forMe(),
)
