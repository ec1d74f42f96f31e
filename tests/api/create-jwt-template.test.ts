import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { createJWTTemplate } from '#contract/jwt-templates/create-jwt-template.ts'
import { reservedClaims } from '#contract/jwt-templates/jwt-template.ts'
import { rule, type Scenario, scenarios } from '#tests/rules.ts'
import { createTemplate, hmacSecret, rsaPem, templateName } from './templates.ts'

const named = (more: Record<string, unknown> = {}) => ({ name: templateName(), claims: {}, ...more })
const refused = (
  id: string,
  name: string,
  more: Record<string, unknown>,
  code: string,
  param: string,
): Scenario => ({ rule: id, name, send: () => named(more), status: 422, code, param })

rule('TPL-8', 'a template has the usual lifetime, skew and key unless told otherwise', async (server) => {
  const name = templateName()
  const rawBody = `{"name":"${name}","claims":{"n":12345678901234567890,"10":1,"2":[1, "{{user.id}}"]}}`
  const headers = { 'content-type': 'application/json' }
  const answer = await server.request('POST', '/jwt_templates', { rawBody, headers })
  assert.equal(answer.status, 200, answer.text)
  assert.ok(answer.text.includes('"claims":{"n":12345678901234567890,"10":1,"2":[1,"{{user.id}}"]}'))
  const { id, claims, created_at, updated_at, ...rest } = answer.body
  assert.match(id, /^jtmp_\w{27}$/)
  assert.equal(created_at, updated_at)
  assert.deepEqual(rest, {
    object: 'jwt_template',
    name,
    lifetime: 60,
    allowed_clock_skew: 5,
    custom_signing_key: false,
    signing_algorithm: 'RS256',
  })
  const given = await createTemplate(server, { lifetime: 30, allowed_clock_skew: 0, signing_key: null })
  assert.deepEqual([given.lifetime, given.allowed_clock_skew], [30, 0])
  const long = await createTemplate(server, { lifetime: 315_360_000, allowed_clock_skew: 300 })
  assert.deepEqual([long.lifetime, long.allowed_clock_skew], [315_360_000, 300])
})

scenarios(createJWTTemplate, [
  ...reservedClaims.map(
    (claim): Scenario => ({
      rule: 'TPL-9',
      name: `the claim ${claim} is the server's`,
      send: () => named({ claims: { [claim]: 'mine' } }),
      status: 400,
      code: 'jwt_template_reserved_claim',
      param: 'claims',
    }),
  ),
  {
    rule: 'TPL-9',
    name: 'below the top a reserved name is a name like any other',
    send: () => named({ claims: { hasura: { sub: '{{user.id}}' }, aud: 'reports' } }),
    status: 200,
  },
  {
    rule: 'TPL-9',
    name: 'claims of 8192 bytes are taken',
    send: () => named({ claims: { a: 'x'.repeat(8192 - 8) } }),
    status: 200,
  },
  refused(
    'TPL-9',
    'one byte more is too large',
    { claims: { a: 'x'.repeat(8192 - 7) } },
    'form_param_exceeds_allowed_size',
    'claims',
  ),
  refused('TPL-9', 'claims are an object', { claims: ['a'] }, 'form_param_value_invalid', 'claims'),
  refused('TPL-9', 'claims that are null', { claims: null }, 'form_param_nil', 'claims'),
  refused('TPL-9', 'a lifetime below 30', { lifetime: 29 }, 'form_param_value_invalid', 'lifetime'),
  refused(
    'TPL-9',
    'a lifetime above ten years',
    { lifetime: 315_360_001 },
    'form_param_value_too_large',
    'lifetime',
  ),
  refused(
    'TPL-9',
    'a skew above five minutes',
    { allowed_clock_skew: 301 },
    'form_param_value_too_large',
    'allowed_clock_skew',
  ),
  refused('TPL-10', 'a name that is empty', { name: '' }, 'form_param_nil', 'name'),
  refused('TPL-10', 'a name that is no part of a path', { name: 'a/b' }, 'form_param_format_invalid', 'name'),
  refused(
    'TPL-10',
    'a name of 256 characters',
    { name: 'n'.repeat(256) },
    'form_param_max_length_exceeded',
    'name',
  ),
  {
    rule: 'TPL-10',
    name: 'name and claims are required',
    send: {},
    status: 422,
    code: ['form_param_missing', 'form_param_missing'],
    param: ['name', 'claims'],
  },
  refused(
    'TPL-11',
    'a custom key needs an algorithm',
    { custom_signing_key: true, signing_key: hmacSecret },
    'form_conditional_param_missing',
    'signing_algorithm',
  ),
  refused(
    'TPL-11',
    'a custom key needs a key',
    { custom_signing_key: true, signing_algorithm: 'HS256' },
    'form_conditional_param_missing',
    'signing_key',
  ),
  refused(
    'TPL-11',
    'a key that would not sign',
    { signing_algorithm: 'HS256', signing_key: hmacSecret },
    'form_conditional_param_disallowed',
    'signing_key',
  ),
  refused(
    'TPL-11',
    'no signature is no algorithm',
    { custom_signing_key: true, signing_algorithm: 'none', signing_key: hmacSecret },
    'form_param_value_invalid',
    'signing_algorithm',
  ),
])

rule('TPL-10', 'of several at once one gets the name', async (server) => {
  const name = templateName()
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => server.request('POST', '/jwt_templates', { body: { name, claims: {} } })),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422, 422, 422, 422, 422])
  const [error] = answers.find(({ status }) => status === 422)!.body.errors
  assert.deepEqual([error.code, error.meta.param_name], ['form_identifier_exists', 'name'])
})

const ecPem = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()

rule('TPL-11 TPL-12', 'a key must fit its algorithm, and no refusal shows it', async (server) => {
  const weakSecret = 'one byte short of thirty-two ch'
  const keys: [string, string][] = [
    ['RS256', hmacSecret],
    ['RS256', rsaPem(1024)],
    ['RS256', ecPem],
    ['RS256', ''],
    ['HS256', weakSecret],
    ['HS512', hmacSecret],
  ]
  for (const [signing_algorithm, signing_key] of keys) {
    const body = named({ custom_signing_key: true, signing_algorithm, signing_key })
    const answer = await server.request('POST', '/jwt_templates', { body })
    assert.equal(answer.status, 422, answer.text)
    const [{ code, meta }] = answer.body.errors
    assert.deepEqual([code, meta.param_name], ['form_param_value_invalid', 'signing_key'])
    if (signing_key) assert.ok(!answer.text.includes(signing_key.slice(0, 20)), answer.text)
  }
})

rule('TPL-12', 'a key lies sealed and stands nowhere in clear text', async (server) => {
  const pem = rsaPem()
  const rsa = { custom_signing_key: true, signing_algorithm: 'RS256', signing_key: pem }
  const hmac = { custom_signing_key: true, signing_algorithm: 'HS256', signing_key: hmacSecret }
  const made = [await createTemplate(server, rsa), await createTemplate(server, hmac)]
  for (const template of made) {
    assert.equal(template.custom_signing_key, true)
    assert.equal('signing_key' in template, false)
  }
  const written = JSON.stringify([
    await server.rows('jwt_templates'),
    await server.rows('events'),
    made,
    server.log,
  ])
  const middle = pem.split('\n')[5]!
  for (const secret of [middle, Buffer.from(middle).toString('base64'), hmacSecret, 'PRIVATE KEY'])
    assert.ok(!written.includes(secret))
  const [row] = (await server.rows('jwt_templates')).filter(({ id }) => id === made[0].id)
  assert.match(String(row!.signing_key), /^v1\./)
})
