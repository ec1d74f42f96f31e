import assert from 'node:assert/strict'
import { createSessionToken } from '#contract/sessions/create-session-token.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { dayMs, givenSession, partsOf, tokenOf } from './given-sessions.ts'
import { address } from './given-users.ts'

const person = (server: TestServer, more: object = {}) =>
  server.create({ email_address: [address('token')], ...more })

const ask = (server: TestServer, session: string, body: unknown = {}, headers = {}) =>
  server.request('POST', `/sessions/${session}/tokens`, { body, headers })

const newest = { 'clerk-api-version': '2026-05-12' }

rule('JWT-1', 'header and claims are those of a session token of version 2', async (server) => {
  const user = await person(server)
  const session = await givenSession(server, user.id)
  const { header, claims } = partsOf((await ask(server, session, {}, newest)).body.jwt)
  const { keys } = (await server.request('GET', '/jwks')).body
  assert.deepEqual(header, { alg: 'RS256', cat: 'cl_B7d4PD111AAA', kid: keys[0].kid, typ: 'JWT' })
  const { iat, jti, ...rest } = claims
  assert.match(jti, /^[0-9a-f]{20}$/)
  assert.ok(Math.abs(iat - Date.now() / 1000) < 5)
  assert.deepEqual(rest, {
    exp: iat + 60,
    fva: [0, -1],
    iss: server.url.replace('http:', 'https:'),
    nbf: iat - 10,
    sid: session,
    sts: 'active',
    sub: user.id,
    v: 2,
  })
  const again = partsOf((await ask(server, session, {}, newest)).body.jwt)
  assert.notEqual(again.claims.jti, jti)
})

rule('JWT-2', 'an older version of the API has the older claims', async (server) => {
  const user = await person(server)
  const session = await givenSession(server, user.id)
  const versionOf = async (version: string) => {
    const { claims } = partsOf((await ask(server, session, {}, { 'clerk-api-version': version })).body.jwt)
    return ['v', 'jti', 'sid', 'sub'].map((claim) => claim in claims)
  }
  for (const version of ['2021-02-05', '2024-10-01'])
    assert.deepEqual(await versionOf(version), [false, false, true, true], version)
  for (const version of ['2025-04-10', '2025-11-10', '2026-05-12'])
    assert.deepEqual(await versionOf(version), [true, true, true, true], version)
})

rule('JWT-3', 'the lifetime is what is asked for, within its bounds', async (server) => {
  const user = await person(server)
  const session = await givenSession(server, user.id)
  const lifetime = async (body: object) => {
    const { exp, iat } = partsOf(await tokenOf(server, session, body)).claims
    return exp - iat
  }
  assert.equal(await lifetime({ expires_in_seconds: 30 }), 30)
  assert.equal(await lifetime({ expires_in_seconds: 315_360_000 }), 315_360_000)
  assert.equal(await lifetime({ expires_in_seconds: null }), 60)
  const refused: [unknown, string][] = [
    [29, 'form_param_value_invalid'],
    [315_360_001, 'form_param_value_too_large'],
    ['60', 'form_param_type_invalid'],
    [60.5, 'form_param_type_invalid'],
  ]
  for (const [expires_in_seconds, code] of refused) {
    const { status, body } = await ask(server, session, { expires_in_seconds })
    assert.deepEqual([status, body.errors[0].code], [422, code])
  }
})

scenarios(createSessionToken, [
  {
    rule: 'JWT-4',
    name: 'an unknown session has no token',
    params: () => ({ session_id: 'sess_nobody' }),
    send: {},
    status: 404,
    code: 'resource_not_found',
  },
])

rule('JWT-4', 'a session that is over has no token', async (server) => {
  const user = await person(server)
  const past = Date.now() - 1000
  const over: Record<string, unknown>[] = [
    ...['ended', 'removed', 'replaced', 'revoked'].map((status) => ({ status })),
    { expire_at: past },
    { abandon_at: past },
  ]
  for (const more of over) {
    const { status, body } = await ask(server, await givenSession(server, user.id, more))
    assert.deepEqual([status, body.errors[0].code], [404, 'resource_not_found'], JSON.stringify(more))
  }
})

rule('JWT-4', 'a banned and a deleted user have no token, a locked one goes on', async (server) => {
  const locked = await person(server)
  const lockedSession = await givenSession(server, locked.id)
  await server.request('POST', `/users/${locked.id}/lock`)
  assert.equal((await ask(server, lockedSession)).status, 200)
  const banned = await person(server, { banned: true })
  // Past the ban, which would have ended it.
  const bannedSession = await givenSession(server, banned.id)
  assert.equal((await ask(server, bannedSession)).status, 404)
  const gone = await person(server)
  const goneSession = await givenSession(server, gone.id)
  await server.request('DELETE', `/users/${gone.id}`)
  assert.equal((await ask(server, goneSession)).status, 404)
})

rule('JWT-5', 'the ages of the factors and the actor are told', async (server) => {
  const user = await person(server)
  const now = Date.now()
  const session = await givenSession(server, user.id, {
    first_factor_at: now - dayMs,
    second_factor_at: now - 5 * 60_000,
    actor: '{"sub":"user_support","ticket":12345678901234567890}',
  })
  const { claims, text } = partsOf(await tokenOf(server, session))
  assert.deepEqual(claims.fva, [1440, 5])
  assert.equal(claims.act.sub, 'user_support')
  assert.ok(text.endsWith(',"act":{"sub":"user_support","ticket":12345678901234567890}}'), text)
})
