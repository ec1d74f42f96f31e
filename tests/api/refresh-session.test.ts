import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { CompactSign } from 'jose'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { behind } from './behind-the-server.ts'
import { givenSession, partsOf, refreshTokenFor, tokenOf } from './given-sessions.ts'
import { refused, session, someone } from './sessions.ts'
import { createTemplate } from './templates.ts'

const origin = 'https://app.example.com'
const allowed = { settings: { allowed_origins: [origin] } }

/** A session with what a browser of it holds. */
async function held(server: TestServer, user?: Answer['body']) {
  const made = await session(server, user ?? (await someone(server)))
  return { ...made, expired: await tokenOf(server, made.id), refresh: refreshTokenFor(server, made) }
}

const ask = (server: TestServer, one: Answer['body'], more: object = {}): Promise<Answer> =>
  server.request('POST', `/sessions/${one.id}/refresh`, {
    body: { expired_token: one.expired, refresh_token: one.refresh, request_origin: origin, ...more },
    headers: { 'clerk-api-version': '2026-05-12' },
  })

rule(
  'SRF-1 SRF-2',
  'an old token and the refresh token give a new one',
  async (server) => {
    const one = await held(server)
    server.clock.advance(3 * 86_400_000)
    const { body } = await ask(server, one)
    assert.equal(body.object, 'token')
    const { header, claims } = partsOf(body.jwt)
    assert.equal(header.cat, 'cl_B7d4PD111AAA')
    assert.deepEqual([claims.sid, claims.sub, claims.azp, claims.v], [one.id, one.user_id, origin, 2])
    assert.equal(claims.exp, claims.iat + 60)
    assert.ok(claims.iat - partsOf(one.expired).claims.iat >= 3 * 86_400)
    const asCookies = await ask(server, one, {
      format: 'cookie',
      request_headers: { cookie: ['a=b'] },
      request_originating_ip: '203.0.113.7',
    })
    assert.equal(asCookies.body.object, 'cookies')
    const [plain, suffixed, ...more] = asCookies.body.cookies
    const jwt = /^__session=([\w.-]+); Path=\/; Max-Age=31536000; Secure; SameSite=Lax$/.exec(plain)?.[1]
    assert.equal(partsOf(jwt!).claims.sid, one.id)
    assert.match(suffixed, /^__session_[\w-]{8}=/)
    assert.equal(suffixed.replace(/_[\w-]{8}=/, '='), plain)
    assert.deepEqual(more, [])
    const overHttp = await ask(server, one, { format: 'cookie', request_origin: 'http://127.0.0.1:3000' })
    assert.ok(!overHttp.text.includes('Secure'))
    for (const format of [null, 'token'])
      assert.equal(
        (await ask(server, one, { format, request_headers: null, request_originating_ip: null })).body.object,
        'token',
      )
  },
  { ...allowed, fresh: true },
)

rule(
  'SRF-2',
  'a page of a strange origin is not named',
  async (server) => {
    const one = await held(server)
    const azpOf = async (request_origin: string) =>
      partsOf((await ask(server, one, { request_origin })).body.jwt).claims.azp
    for (const strange of ['https://evil.example.com', `${origin}.evil.com`, `${origin}/`, 'null', ''])
      assert.equal(await azpOf(strange), undefined, strange)
    assert.equal(await azpOf(server.url), server.url)
  },
  allowed,
)

const sign = (key: KeyObject | Uint8Array, claims: object, header: object) =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'RS256', ...header })
    .sign(key)

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

rule('SRF-3', 'only a session token of this session and this server is taken', async (server) => {
  const one = await held(server)
  const other = await held(server)
  const { header, claims } = partsOf(one.expired)
  const [first, , last] = one.expired.split('.')
  const template = await createTemplate(server, { claims: { sid: one.id } })
  const ofTemplate = await server.request('POST', `/sessions/${one.id}/tokens/${template.name}`, { body: {} })
  assert.equal(partsOf(ofTemplate.body.jwt).claims.sid, one.id)
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { keys } = (await server.request('GET', '/jwks')).body
  const strange: Record<string, string> = {
    'of another session': other.expired,
    'of a template': ofTemplate.body.jwt,
    'signed by a strange key': await sign(privateKey, claims, header),
    'signed with the public key': await sign(Buffer.from(JSON.stringify(keys[0])), claims, {
      ...header,
      alg: 'HS256',
    }),
    'of an unknown key': await sign(privateKey, claims, { ...header, kid: 'ins_nobody' }),
    unsigned: `${encoded({ ...header, alg: 'none' })}.${encoded(claims)}.`,
    altered: [first, encoded({ ...claims, exp: claims.exp + 1 }), last].join('.'),
    'cut short': one.expired.slice(0, -2),
    text: 'eyJ.eyJ.eyJ',
    empty: '',
  }
  for (const [name, expired_token] of Object.entries(strange)) {
    const answer = await ask(server, one, { expired_token })
    assert.equal(answer.status, 401, name)
    refused(answer, 401, 'session_token_invalid', 'expired_token')
  }
  assert.equal((await ask(server, one)).status, 200)
})

rule('SRF-4', 'only the refresh token of this session is taken', async (server) => {
  const user = await someone(server)
  const one = await held(server, user)
  const other = await held(server, user)
  const moved = refreshTokenFor(server, { id: one.id, client_id: other.client_id })
  const mac = one.refresh.split('.')[1]
  const strange = [other.refresh, moved, `${other.id}.${mac}`, `${one.id}.`, `${one.refresh}A`]
  for (const refresh_token of [...strange, one.refresh.toLowerCase(), one.expired, 'é'.repeat(50), ''])
    refused(await ask(server, one, { refresh_token }), 401, 'refresh_token_invalid', 'refresh_token')
  // Two sessions of one client.
  const sibling = await givenSession(server, user.id, { client_id: one.client_id })
  const swapped = { ...one, id: sibling, expired: await tokenOf(server, sibling) }
  refused(await ask(server, swapped), 401, 'refresh_token_invalid', 'refresh_token')
  await behind(server, `delete from sessions where id = '${sibling}'`)
  const refresh = refreshTokenFor(server, { id: sibling, client_id: one.client_id })
  refused(await ask(server, { ...swapped, refresh }), 401, 'refresh_token_invalid', 'refresh_token')
})

rule('SRF-5', 'a session that is over is not refreshed', async (server) => {
  const past = Date.now() - 1000
  const over: Record<string, unknown>[] = [
    ...['ended', 'removed', 'replaced', 'revoked'].map((status) => ({ status })),
    { expire_at: past },
    { abandon_at: past },
  ]
  for (const change of over) {
    const one = await held(server)
    assert.equal((await ask(server, one)).status, 200)
    const set = Object.entries(change).map(([name, value]) => `${name} = '${value}'`)
    await behind(server, `update sessions set ${set.join(', ')} where id = '${one.id}'`)
    refused(await ask(server, one), 401, 'session_over')
  }
})

rule('SRF-5', 'a ban and a deletion stop it, a lock does not', async (server) => {
  const after = async (method: string, ...paths: string[]) => {
    const one = await held(server)
    for (const path of paths) await server.request(method, `/users/${one.user_id}${path}`)
    return { one, answer: await ask(server, one) }
  }
  refused((await after('POST', '/ban')).answer, 401, 'session_over')
  refused((await after('POST', '/ban', '/unban')).answer, 401, 'session_over')
  assert.equal((await after('POST', '/lock')).answer.status, 200)
  const deleted = (await after('DELETE', '')).answer
  refused(deleted, 401, 'refresh_token_invalid', 'refresh_token')
  // Past the ban, which would have ended it.
  const { one } = await after('POST', '/ban')
  await behind(server, `update sessions set status = 'active' where id = '${one.id}'`)
  refused(await ask(server, one), 401, 'session_over')
})
