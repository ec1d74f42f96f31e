import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import type { Operation } from '#contract/operation.ts'
import { replaceUserMetadata } from '#contract/users/replace-user-metadata.ts'
import { updateUser } from '#contract/users/update-user.ts'
import { updateUserMetadata } from '#contract/users/update-user-metadata.ts'
import { address, problems, refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { RequestOptions } from '#tests/running-server.ts'

const json = { 'content-type': 'application/json' }
const raw = (rawBody: string | Buffer, headers: Record<string, string> = json): RequestOptions => ({
  rawBody,
  headers,
})
const good = '{"public_metadata":{"written":true}}'
const padded = (bytes: number) => good + ' '.repeat(bytes - good.length)

/** What is wrong with the request, its status, and each error as `code param`. */
const broken: [rules: string, name: string, RequestOptions, status: number, ...errors: string[]][] = [
  ['BOD-9', 'half an object', raw(good.slice(0, -1)), 400, 'request_body_invalid'],
  ['BOD-9', 'a trailing comma', raw('{"public_metadata":{"a":1,}}'), 400, 'request_body_invalid'],
  ['BOD-9', 'single quotes', raw("{'public_metadata':{}}"), 400, 'request_body_invalid'],
  ['BOD-9', 'two objects', raw(good + good), 400, 'request_body_invalid'],
  ['BOD-9', 'NaN', raw('{"public_metadata":{"a":NaN}}'), 400, 'request_body_invalid'],
  ['BOD-9', 'a raw line break in a text', raw('{"public_metadata":{"a":"\n"}}'), 400, 'request_body_invalid'],
  ['BOD-9', 'a byte order mark', raw(`\ufeff${good}`), 400, 'request_body_invalid'],
  ['BOD-9', 'spaces alone', raw('   '), 400, 'request_body_invalid'],
  ['BOD-13', 'an array', raw(`[${good}]`), 400, 'request_body_invalid'],
  ['BOD-13', 'a text', raw('"public_metadata"'), 400, 'request_body_invalid'],
  ['BOD-13', 'a number', raw('0'), 400, 'request_body_invalid'],
  ['BOD-13', 'false', raw('false'), 400, 'request_body_invalid'],
  [
    'BOD-2',
    'a form',
    raw('public_metadata=1', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'unsupported_content_type',
  ],
  ['BOD-2', 'plain text', raw(good, { 'content-type': 'text/plain' }), 415, 'unsupported_content_type'],
  [
    'BOD-2',
    'another JSON type',
    raw(good, { 'content-type': 'application/merge-patch+json' }),
    415,
    'unsupported_content_type',
  ],
  [
    'BOD-2',
    'another charset',
    raw(good, { 'content-type': 'application/json; charset=iso-8859-1' }),
    415,
    'unsupported_content_type',
  ],
  [
    'BOD-2',
    'a compressed body',
    raw(gzipSync(good), { ...json, 'content-encoding': 'gzip' }),
    415,
    'unsupported_content_type',
  ],
  ['BOD-10', 'a body of 1 MB and a byte', raw(padded(1024 * 1024 + 1)), 413, 'request_body_too_large'],
  [
    'BOD-11',
    'bytes that are not UTF-8',
    raw(Buffer.from('{"public_metadata":{"a":"\xff"}}', 'latin1')),
    422,
    'form_param_value_invalid body',
  ],
  [
    'BOD-11',
    'half a surrogate pair in UTF-8',
    raw(Buffer.from('{"public_metadata":{"a":"\xed\xa0\x80"}}', 'latin1')),
    422,
    'form_param_value_invalid body',
  ],
  [
    'BOD-7',
    'an unknown key',
    { body: { public_metadata: { written: true }, nickname: 'x' } },
    422,
    'form_param_unknown nickname',
  ],
  [
    'BOD-7',
    'several unknown keys',
    { body: { b: 1, public_metadata: {}, a: null, '': 2 } },
    422,
    'form_param_unknown b',
    'form_param_unknown a',
    'form_param_unknown',
  ],
  [
    'BOD-7 MDT-1',
    'hostile keys at the top',
    raw('{"__proto__":{"a":1},"constructor":1,"toString":2,"hasOwnProperty":3}'),
    422,
    'form_param_unknown __proto__',
    'form_param_unknown constructor',
    'form_param_unknown toString',
    'form_param_unknown hasOwnProperty',
  ],
  [
    'BOD-7',
    'a key in other letter case',
    { body: { publicMetadata: {}, Public_metadata: {} } },
    422,
    'form_param_unknown publicMetadata',
    'form_param_unknown Public_metadata',
  ],
  [
    'BOD-7',
    'the id of the path in the body',
    { body: { user_id: 'user_other' } },
    422,
    'form_param_unknown user_id',
  ],
  [
    'BOD-14',
    'a key twice',
    raw('{"public_metadata":{"written":1},"public_metadata":{"written":2}}'),
    422,
    'form_param_duplicate public_metadata',
  ],
  [
    'BOD-14',
    'a key twice, once with an escape',
    raw('{"public_metadata":{},"public\\u005fmetadata":{}}'),
    422,
    'form_param_duplicate public_metadata',
  ],
  [
    'MDT-8',
    'half a million brackets',
    raw(`{"public_metadata":${'['.repeat(500_000)}${']'.repeat(500_000)}}`),
    422,
    'form_param_value_invalid public_metadata',
  ],
  [
    'MDT-8',
    'brackets alone',
    raw(`${'['.repeat(500_000)}${']'.repeat(500_000)}`),
    400,
    'request_body_invalid',
  ],
  ['AUT-2', 'no key', { body: {}, anonymous: true }, 401, 'authentication_invalid'],
  [
    'AUT-3',
    'credentials of another form',
    { body: {}, headers: { authorization: 'Basic eDp5' } },
    401,
    'authorization_header_format_invalid',
  ],
  [
    'AUT-4',
    'an unknown key',
    { body: {}, headers: { authorization: `Bearer sk_test_${'0'.repeat(48)}` } },
    401,
    'clerk_key_invalid',
  ],
  [
    'VER-4',
    'an unknown version',
    { body: {}, headers: { 'clerk-api-version': '2026-05-13' } },
    400,
    'api_version_invalid',
  ],
]

const operations: Operation[] = [updateUser, updateUserMetadata, replaceUserMetadata]
for (const operation of operations) {
  const { id, method, path } = operation
  for (const [rules, name, request, status, ...errors] of broken)
    rule(rules, `${id} refuses ${name} and changes nothing`, async (server) => {
      const user = await server.create({ email_address: [address()], public_metadata: { a: { b: 1 } } })
      const at = path.replace('{user_id}', user.id)
      refused(await server.request(method, at, request), status, ...errors)
      assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
      assert.equal((await server.events(user.id)).length, 1)
    })

  rule('BOD-1 BOD-10', `${id} takes a body of 1 MB, and media type parameters`, async (server) => {
    const user = await server.create({ email_address: [address()] })
    for (const type of [
      'application/json',
      'application/json; charset=utf-8',
      'APPLICATION/JSON;Charset="UTF-8"',
      'application/json; profile=x',
    ]) {
      const at = path.replace('{user_id}', user.id)
      const answer = await server.request(method, at, raw(padded(1024 * 1024), { 'content-type': type }))
      assert.equal(answer.status, 200, answer.text)
      assert.deepEqual(answer.body.public_metadata, { written: true })
    }
  })

  rule(
    'ERR-9',
    `${id} of an unknown user tells the id, writes nothing and creates nobody`,
    async (server) => {
      for (const unknown of ['user_nobody', 'user_%00', '__proto__', 'x'.repeat(400)]) {
        const at = path.replace('{user_id}', unknown)
        const answer = await server.request(method, at, { body: { public_metadata: { a: 1 } } })
        refused(answer, 404, 'resource_not_found')
        const id = decodeURIComponent(unknown)
        assert.deepEqual(answer.body.errors[0].long_message, `No user was found with id ${id}`)
        assert.equal('meta' in answer.body.errors[0], false)
        assert.equal((await server.events(id)).length, 0)
      }
    },
  )
}

rule('BOD-7', 'the dashboard-like parameters of create are none of an update', async (server) => {
  const user = await server.create({ email_address: [address()] })
  const body = {
    email_address: ['x@example.com'],
    phone_number: [],
    web3_wallet: [],
    banned: true,
    locked: true,
    skip_user_requirement: true,
    email_address_identification_status: [],
  }
  const answer = await server.request('PATCH', `/users/${user.id}`, { body })
  refused(answer, 422, ...Object.keys(body).map((key) => `form_param_unknown ${key}`))
})

rule(
  'MDT-7 MDT-8',
  'numbers and nesting out of bounds are refused in any parameter of an update',
  async (server) => {
    const user = await server.create({ email_address: [address()] })
    const at = `/users/${user.id}`
    refused(
      await server.request('PATCH', at, raw('{"first_name":"Ada","create_organizations_limit":1e400}')),
      422,
      'form_param_value_invalid create_organizations_limit',
    )
    refused(
      await server.request('PATCH', at, raw(`{"first_name":${'['.repeat(1300)}${']'.repeat(1300)}}`)),
      422,
      'form_param_value_invalid first_name',
    )
    assert.deepEqual((await server.request('GET', at)).body, user)
  },
)

rule('ERR-5', 'unknown keys and wrong types come before values', async (server) => {
  const user = await server.create({ email_address: [address()] })
  const values = { created_at: 'x', locale: 'not a locale', username: '1234' }
  const send = (body: object) => server.request('PATCH', `/users/${user.id}`, { body })
  const shape = await send({ nickname: 'x', first_name: 1, ...values })
  assert.deepEqual(problems(shape), ['form_param_unknown nickname', 'form_param_type_invalid first_name'])
  assert.deepEqual(problems(await send(values)).sort(), [
    'form_param_format_invalid locale',
    'form_param_invalid_time created_at',
    'form_username_needs_non_number_char username',
  ])
})

rule('ERR-9', 'an unknown user is told before an unknown picture', async (server) => {
  const body = { profile_image_id: 'img_nobody' }
  refused(await server.request('PATCH', '/users/user_nobody', { body }), 404, 'resource_not_found')
})
