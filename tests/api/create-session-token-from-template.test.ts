import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { jwtVerify } from 'jose'
import { anyPicture } from '#tests/images/pictures.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { givenSession, partsOf } from './given-sessions.ts'
import { address } from './given-users.ts'
import { createTemplate, hmacSecret, rsaPem } from './templates.ts'
import { uploaded } from './uploads.ts'

async function signedIn(server: TestServer, body: object = {}, more: Record<string, unknown> = {}) {
  const user = await server.create({ email_address: [address('template')], ...body })
  return { user, session: await givenSession(server, user.id, more) }
}

const ask = (server: TestServer, session: string, template: string, body: unknown = {}): Promise<Answer> =>
  server.request('POST', `/sessions/${session}/tokens/${template}`, { body })

/** Header and claims of a token with these claims. */
async function tokenWith(server: TestServer, session: string, claims: object, more: object = {}) {
  const { name } = await createTemplate(server, { claims, ...more })
  const answer = await ask(server, session, name)
  assert.equal(answer.status, 200, answer.text)
  return { ...partsOf(answer.body.jwt), jwt: answer.body.jwt as string }
}

rule('TPL-1', 'the claims of the template stand beside those of every token', async (server) => {
  const { user, session } = await signedIn(server)
  const { header, claims } = await tokenWith(server, session, { aud: 'reports', role: 'reader' })
  const { keys } = (await server.request('GET', '/jwks')).body
  assert.deepEqual(header, { alg: 'RS256', cat: 'cl_B7d4PD222AAA', kid: keys[0].kid, typ: 'JWT' })
  const { iat, jti, ...rest } = claims
  assert.ok(jti)
  assert.deepEqual(rest, {
    aud: 'reports',
    role: 'reader',
    exp: iat + 60,
    iss: server.url.replace('http:', 'https:'),
    nbf: iat - 5,
    sub: user.id,
  })
  assert.deepEqual(Object.keys((await tokenWith(server, session, {})).claims).length, 6)
})

rule('TPL-2', 'a shortcode alone keeps its type, among text it is text', async (server) => {
  const rawBody = `{"email_address":["${address('typed')}"],"first_name":"Ada \\"the\\" {{user.id}}","last_name":"L","public_metadata":{"n":12345678901234567890,"10":1,"2":{"deep":[1,"two"]},"yes":true,"no":false}}`
  const headers = { 'content-type': 'application/json' }
  const user = (await server.request('POST', '/users', { rawBody, headers })).body
  const session = await givenSession(server, user.id)
  const { claims, text } = await tokenWith(server, session, {
    '{{user.id}}': 'a key stays as it is',
    id: '{{user.id}}',
    spaced: ' {{  user.id  }} ',
    all: '{{user.public_metadata}}',
    deep: ['{{user.public_metadata.2.deep}}', { x: '{{user.public_metadata.yes}}' }],
    greeting: 'Hi {{user.first_name}} {{user.last_name}}, {{user.public_metadata.n}}: {{user.nothing}}!',
    unknown: '{{user.nothing}}',
    group: '{{user}}',
    beyond: '{{user.first_name.length}}',
    organization: '{{org.id}}',
    proto: '{{user.__proto__}}{{constructor.name}}',
    first: "{{user.nothing || user.public_metadata.no || user.last_name || 'none'}}",
    last: "{{user.nothing || 'it''s' || 'none'}}",
    literal: "{{user.username || 'nobody'}}",
  })
  assert.ok(
    text.includes('"all":{"n":12345678901234567890,"10":1,"2":{"deep":[1,"two"]},"yes":true,"no":false}'),
  )
  assert.equal(claims['{{user.id}}'], 'a key stays as it is')
  assert.deepEqual([claims.id, claims.spaced], [user.id, user.id])
  assert.deepEqual(claims.deep, [[1, 'two'], { x: true }])
  assert.equal(claims.greeting, 'Hi Ada "the" {{user.id}} L, 12345678901234567890: !')
  for (const claim of ['unknown', 'group', 'beyond', 'organization']) assert.equal(claims[claim], null, claim)
  assert.deepEqual([claims.proto, claims.first, claims.literal], ['', 'L', 'nobody'])
})

rule('TPL-3', 'shortcodes know the user and the actor, and nothing private', async (server) => {
  const phone = '+12025550177'
  const { user, session } = await signedIn(
    server,
    {
      phone_number: [phone],
      external_id: address('external'),
      first_name: 'Ada',
      private_metadata: { secret: 'hidden' },
      unsafe_metadata: { theme: { dark: true }, trick: '{{user.private_metadata.secret}}' },
    },
    { actor: '{"sub":"user_support"}' },
  )
  const names = [
    'id',
    'external_id',
    'username',
    'first_name',
    'last_name',
    'full_name',
    'image_url',
    'has_image',
    'created_at',
    'updated_at',
    'last_sign_in_at',
    'two_factor_enabled',
  ]
  const { claims } = await tokenWith(server, session, {
    user: Object.fromEntries(names.map((name) => [name, `{{user.${name}}}`])),
    mail: '{{user.primary_email_address}}',
    phone: '{{user.primary_phone_number}}',
    wallet: '{{user.primary_web3_wallet}}',
    verified: ['{{user.email_verified}}', '{{user.phone_number_verified}}'],
    dark: '{{user.unsafe_metadata.theme.dark}}',
    trick: '{{user.unsafe_metadata.trick}}',
    private: ['{{user.private_metadata}}', 'x{{user.private_metadata.secret}}', '{{user.password_digest}}'],
    actor: '{{session.actor}}',
    acting: '{{session.actor.sub}}',
  })
  const { full_name, ...same } = claims.user
  assert.partialDeepStrictEqual(user, same)
  assert.equal(full_name, 'Ada')
  assert.deepEqual(
    [claims.mail, claims.phone, claims.wallet, claims.verified],
    [user.email_addresses[0].email_address, phone, null, [true, true]],
  )
  assert.deepEqual([claims.dark, claims.trick], [true, '{{user.private_metadata.secret}}'])
  assert.deepEqual(claims.private, [null, 'x', null])
  assert.deepEqual([claims.actor, claims.acting], [{ sub: 'user_support' }, 'user_support'])
})

rule(
  'TPL-3',
  'the address of the picture is the one that answers show, drawn or uploaded',
  async (server) => {
    const { user, session } = await signedIn(server, { first_name: 'Ada' })
    const shown = { url: '{{user.image_url}}', has: '{{user.has_image}}' }
    const drawn = (await tokenWith(server, session, shown)).claims
    assert.deepEqual([drawn.url, drawn.has], [user.image_url, false])
    const { image_url } = await uploaded(server, user.id, anyPicture())
    assert.notEqual(image_url, user.image_url)
    const { claims } = await tokenWith(server, session, shown)
    assert.deepEqual([claims.url, claims.has], [image_url, true])
  },
)

rule('TPL-4', 'lifetime and skew are those of the template, or as asked for', async (server) => {
  const { session } = await signedIn(server)
  const { name } = await createTemplate(server, { lifetime: 900, allowed_clock_skew: 120 })
  const timesOf = async (body: object) => {
    const { exp, iat, nbf } = partsOf((await ask(server, session, name, body)).body.jwt).claims
    return [exp - iat, iat - nbf]
  }
  assert.deepEqual(await timesOf({}), [900, 120])
  assert.deepEqual(await timesOf({ expires_in_seconds: null }), [900, 120])
  assert.deepEqual(await timesOf({ expires_in_seconds: 30 }), [30, 120])
})

rule('TPL-5', 'a key of its own signs', async (server) => {
  const { user, session } = await signedIn(server)
  const pem = rsaPem()
  const custom = { custom_signing_key: true }
  const keys = [
    ['RS256', pem, createPublicKey(pem)],
    ['RS512', pem, createPublicKey(pem)],
    ['HS256', hmacSecret, Buffer.from(hmacSecret)],
  ] as const
  for (const [algorithm, signing_key, key] of keys) {
    const more = { ...custom, signing_algorithm: algorithm, signing_key }
    const { jwt, header } = await tokenWith(server, session, { role: 'x' }, more)
    assert.deepEqual(header, { alg: algorithm, cat: 'cl_B7d4PD222AAA', typ: 'JWT' })
    const { payload } = await jwtVerify(jwt, key, { algorithms: [algorithm] })
    assert.deepEqual([payload.sub, payload.role], [user.id, 'x'])
  }
})

rule('TPL-6', 'unknown templates and sessions that are over have no token', async (server) => {
  const { user, session } = await signedIn(server)
  const { name } = await createTemplate(server)
  const over = await givenSession(server, user.id, { status: 'revoked' })
  const codeOf = async (...asked: Parameters<typeof ask>) => {
    const { status, body } = await ask(...asked)
    return [status, body.errors[0].code]
  }
  assert.deepEqual(await codeOf(server, session, 'nobody'), [404, 'resource_not_found'])
  assert.deepEqual(await codeOf(server, 'sess_nobody', name), [404, 'resource_not_found'])
  assert.deepEqual(await codeOf(server, over, name), [404, 'resource_not_found'])
  const short = await codeOf(server, session, name, { expires_in_seconds: 29 })
  assert.deepEqual(short, [422, 'form_param_value_invalid'])
  const long = await codeOf(server, session, name, { expires_in_seconds: 315_360_001 })
  assert.deepEqual(long, [422, 'form_param_value_too_large'])
})
