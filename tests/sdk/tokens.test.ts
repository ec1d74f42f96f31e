import assert from 'node:assert/strict'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { CompactSign, exportJWK, type JWTPayload, SignJWT } from 'jose'
import { type TokenError, type VerifyTokenOptions, verifyToken } from '#sdk/tokens/index.ts'
import { givenSession, tokenOf } from '#tests/api/given-sessions.ts'
import { address } from '#tests/api/given-users.ts'
import { createTemplate } from '#tests/api/templates.ts'
import { rule } from '#tests/rules.ts'

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwtKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const now = () => Math.floor(Date.now() / 1000)

const header = { alg: 'RS256', kid: 'ins_a', typ: 'JWT', cat: 'cl_B7d4PD111AAA' }
const claims = (): JWTPayload => ({
  iss: 'https://auth.example.com',
  sub: 'user_a',
  sid: 'sess_a',
  azp: 'https://app.example.com',
  iat: now(),
  nbf: now() - 10,
  exp: now() + 60,
})
const signed = (more: JWTPayload = {}, head: object = {}, key = pair.privateKey) =>
  new SignJWT({ ...claims(), ...more }).setProtectedHeader({ ...header, ...head }).sign(key)

const codeOf = (token: string, options: VerifyTokenOptions = { jwtKey }) =>
  verifyToken(token, options).then(
    () => 'taken',
    (error: TokenError) => error.code ?? String(error),
  )

test('[JWT-8] a session token is taken, with its claims as they are', async () => {
  const taken = await verifyToken(await signed({ act: { sub: 'user_b' } }), {
    jwtKey: jwtKey.replaceAll('\n', '\\n'),
    issuer: 'https://auth.example.com',
    authorizedParties: ['https://other.example.com', 'https://app.example.com'],
  })
  assert.deepEqual([taken.sub, taken.sid, taken.act], ['user_a', 'sess_a', { sub: 'user_b' }])
})

test('[JWT-8] what is no proof is refused, each with its code', async () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const token = await signed()
  const [head, body] = token.split('.')
  const hmac = await new SignJWT(claims())
    .setProtectedHeader({ ...header, alg: 'HS256' })
    .sign(Buffer.from(jwtKey))
  const none = `${Buffer.from(JSON.stringify({ ...header, alg: 'none' })).toString('base64url')}.${body}.`
  const { sid: _, ...nameless } = claims()
  const sessionless = new TextEncoder().encode(JSON.stringify(nameless))
  const cases: [string, string][] = [
    ['token_malformed', ''],
    ['token_malformed', 'a.b.c'],
    ['token_malformed', `${head}.${body}`],
    ['token_malformed', await new CompactSign(sessionless).setProtectedHeader(header).sign(pair.privateKey)],
    ['token_malformed', await signed({}, { typ: 'at+jwt' })],
    ['token_malformed', await signed({}, { kid: undefined })],
    ['token_algorithm', hmac],
    ['token_algorithm', none],
    ['token_algorithm', await signed({}, { alg: 'RS512' })],
    ['token_class', await signed({}, { cat: 'cl_B7d4PD222AAA' })],
    ['token_class', await signed({}, { cat: undefined })],
    ['token_signature', await signed({}, {}, other)],
    ['token_signature', `${token.slice(0, -8)}AAAAAAAA`],
    ['token_expired', await signed({ exp: now() - 10 })],
    ['token_not_active', await signed({ nbf: now() + 10 })],
  ]
  for (const [code, refused] of cases) assert.equal(await codeOf(refused), code, refused)
  assert.equal(await codeOf(token, { jwtKey, issuer: 'https://auth.example.net' }), 'token_issuer')
  assert.equal(await codeOf(token, { jwtKey, authorizedParties: ['https://evil.example'] }), 'token_party')
  const originless = await signed({ azp: undefined as unknown as string })
  assert.equal(await codeOf(originless, { jwtKey, authorizedParties: ['https://a.example'] }), 'token_party')
  assert.equal(await codeOf(await signed({ exp: now() - 3 })), 'taken')
  assert.equal(await codeOf(await signed({ exp: now() - 3 }), { jwtKey, clockSkewMs: 0 }), 'token_expired')
  await assert.rejects(verifyToken(token, {}), /Give one of apiUrl, jwksUrl and jwtKey/)
})

test('[JWT-9] keys are fetched once, again for an unknown id, and not for every strange token', async (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: Date.now() })
  let fetched = 0
  let kids = ['ins_a']
  let status = 200
  const jwk = await exportJWK(pair.publicKey)
  const fetch = async () => {
    fetched += 1
    const keys = kids.map((kid) => ({ ...jwk, kid, alg: 'RS256', use: 'sig' }))
    return { ok: status === 200, status, text: async () => JSON.stringify({ keys }) }
  }
  const options = { apiUrl: 'https://keys.example/v1/', fetch }
  const token = await signed()
  assert.deepEqual(
    await Promise.all(Array.from({ length: 10 }, () => codeOf(token, options))),
    Array(10).fill('taken'),
  )
  assert.equal(fetched, 1)
  kids = ['ins_b', 'ins_a']
  const next = await signed({}, { kid: 'ins_b' })
  for (let n = 0; n < 50; n++) assert.equal(await codeOf(next, options), 'token_key_unknown')
  assert.equal(fetched, 1)
  context.mock.timers.tick(10_000)
  assert.equal(await codeOf(next, options), 'taken')
  assert.equal(fetched, 2)
  context.mock.timers.tick(5 * 60_000)
  status = 503
  assert.equal(await codeOf(await signed(), options), 'keys_unavailable')
  status = 200
  assert.equal(await codeOf(await signed(), options), 'taken')
  assert.equal(fetched, 4)
})

rule('JWT-8', 'tokens of a server are told apart by it alone', async (server) => {
  const user = await server.create({ email_address: [address('sdk.token')] })
  const session = await givenSession(server, user.id)
  const token = await tokenOf(server, session)
  const { sub, sid } = await verifyToken(token, { apiUrl: server.url })
  assert.deepEqual([sub, sid], [user.id, session])
  const { keys } = (await server.request('GET', '/jwks')).body
  const pem = createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' })
  assert.equal(await codeOf(token, { jwtKey: pem.toString() }), 'taken')
  assert.equal(await codeOf(token, { jwtKey }), 'token_signature')
  const { name } = await createTemplate(server)
  const template = await server.request('POST', `/sessions/${session}/tokens/${name}`, { body: {} })
  assert.equal(await codeOf(template.body.jwt, { apiUrl: server.url }), 'token_class')
})
