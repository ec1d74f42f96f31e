import assert from 'node:assert/strict'
import { createUser } from '#contract/users/create-user.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { rule, type Scenario, scenarios } from '#tests/rules.ts'

type Attributes = Record<string, { enabled?: boolean; required?: boolean }>
const withAttributes = (attributes: Attributes) => ({ settings: { attributes } })
const required = (...names: string[]) =>
  withAttributes(Object.fromEntries(names.map((name) => [name, { required: true }])))
const off = (...names: string[]) =>
  withAttributes(Object.fromEntries(names.map((name) => [name, { enabled: false }])))

/** The refusal of a body that lacks these attributes. */
function lacks(name: string, options: object, send: object, ...missing: string[]): Scenario {
  return {
    rule: 'CRT-10 SET-3 ERR-8',
    name: `refused for missing data: ${name}`,
    options,
    send,
    status: 422,
    code: 'form_data_missing',
    check({ body }) {
      const quoted = missing.map((one) => `"${one}"`).join(' ')
      assert.deepEqual(body.errors, [
        {
          message: 'missing data',
          long_message: `[${quoted}] data doesn't match user requirements set for this instance`,
          code: 'form_data_missing',
          meta: { param_names: missing },
        },
      ])
    },
  }
}

const identifierOf: Record<string, unknown> = {
  email_address: ['crt10@x.io'],
  phone_number: ['+12025550110'],
  web3_wallet: [`0x${'1'.repeat(40)}`],
  username: 'crt10_ada',
}

rule(
  'CRT-10 SET-3',
  'each required identifier must be there, another kind is no substitute',
  async (server) => {
    const all = ['email_address', 'phone_number', 'username', 'web3_wallet']
    for (const missing of all) {
      const { [missing]: _, ...body } = identifierOf
      const answer = await server.request('POST', '/users', { body })
      refused(answer, 422, 'form_data_missing')
      assert.deepEqual(answer.body.errors[0].meta, { param_names: [missing] })
    }
    await server.create(identifierOf)
  },
  required('email_address', 'phone_number', 'username', 'web3_wallet'),
)

scenarios(createUser, [
  lacks('a required name', required('first_name'), { email_address: ['crt10@x.io'] }, 'first_name'),
  lacks(
    'an empty name is no name',
    required('first_name', 'last_name'),
    { email_address: ['crt10@x.io'], first_name: '', last_name: null },
    'first_name',
    'last_name',
  ),
  lacks(
    'empty arrays and texts are no identifiers',
    required('email_address', 'username'),
    { email_address: [], username: '', phone_number: ['+12025550111'] },
    'email_address',
    'username',
  ),
  lacks(
    'everything that is missing is named at once',
    required('username', 'last_name', 'password', 'email_address', 'first_name', 'phone_number'),
    { web3_wallet: [`0x${'2'.repeat(40)}`] },
    'email_address',
    'phone_number',
    'username',
    'first_name',
    'last_name',
    'password',
  ),
  lacks(
    'a required password, which nobody can give yet',
    required('password'),
    { email_address: ['crt10@x.io'] },
    'password',
  ),
  {
    rule: 'CRT-10',
    name: 'skip_password_requirement lifts the demand for a password',
    options: required('password'),
    send: { email_address: ['crt10.skip@x.io'], skip_password_requirement: true },
    status: 200,
    expect: { password_enabled: false },
  },
  {
    rule: 'CRT-10',
    name: 'skip_password_requirement false or null lifts nothing',
    options: required('password'),
    send: { email_address: ['crt10.skip@x.io'], skip_password_requirement: null },
    status: 422,
    code: 'form_data_missing',
  },
  {
    rule: 'CRT-10 SET-3',
    name: 'who has all that is required is created',
    options: required('email_address', 'first_name'),
    send: { email_address: ['crt10.all@x.io'], first_name: 'Ada' },
    status: 200,
    expect: { first_name: 'Ada' },
  },
])

rule(
  'CRT-12',
  'skip_user_requirement lifts the required kinds',
  async (server) => {
    const body = { username: 'crt12_ada', skip_user_requirement: true }
    const user = await server.create(body)
    assert.equal(user.username, 'crt12_ada')
    assert.deepEqual(user.email_addresses, [])
    for (const skip of [false, null]) {
      const again = { username: 'crt12_bob', skip_user_requirement: skip }
      const answer = await server.request('POST', '/users', { body: again })
      refused(answer, 422, 'form_data_missing')
      assert.deepEqual(answer.body.errors[0].meta.param_names, ['email_address', 'phone_number'])
    }
  },
  required('email_address', 'phone_number'),
)

rule(
  'CRT-12 CRT-13',
  'one identifier must be there all the same',
  async (server) => {
    for (const body of [
      { skip_user_requirement: true },
      { skip_user_requirement: true, first_name: 'Ada', external_id: 'crt12' },
      { skip_user_requirement: true, email_address: [], phone_number: [], username: null },
    ]) {
      const answer = await server.request('POST', '/users', { body })
      refused(answer, 422, 'form_data_missing')
      assert.deepEqual(answer.body.errors[0].meta.param_names, ['email_address'])
    }
  },
  required('email_address'),
)

rule('CRT-13 SET-1', 'no identifier at all is refused, naming the kinds there are', async (server) => {
  for (const body of [
    {},
    { first_name: 'Ada', last_name: 'Lovelace', external_id: 'crt13', public_metadata: { a: 1 } },
    { email_address: [], phone_number: [], web3_wallet: [], username: '' },
    { skip_user_requirement: true },
  ]) {
    const answer = await server.request('POST', '/users', { body })
    refused(answer, 422, 'form_data_missing')
    const kinds = ['email_address', 'phone_number', 'username', 'web3_wallet']
    assert.deepEqual(answer.body.errors[0].meta.param_names.toSorted(), kinds)
  }
})

rule('CRT-13', 'a body that is absent, empty or null is a body without an identifier', async (server) => {
  for (const rawBody of [undefined, '', 'null', ' {} '])
    refused(
      await server.request('POST', '/users', { rawBody, headers: { 'content-type': 'application/json' } }),
      422,
      'form_data_missing',
    )
})

rule(
  'CRT-13',
  'kinds that are switched off are not named',
  async (server) => {
    const answer = await server.request('POST', '/users', { body: {} })
    refused(answer, 422, 'form_data_missing')
    assert.deepEqual(answer.body.errors[0].meta.param_names, ['username'])
  },
  off('email_address', 'phone_number', 'web3_wallet'),
)

rule('SET-1', 'each kind of identifier alone is enough without settings', async (server) => {
  for (const [kind, value] of Object.entries(identifierOf))
    assert.equal((await server.create({ [kind]: value })).object, 'user')
})

const disabled: [attribute: string, body: Record<string, unknown>][] = [
  ['email_address', { email_address: ['set2@x.io'], email_address_identification_status: ['verified'] }],
  ['phone_number', { phone_number: ['+12025550122'], phone_number_identification_status: ['reserved'] }],
  ['web3_wallet', { web3_wallet: [`0x${'2'.repeat(40)}`] }],
  ['username', { username: 'set2_ada' }],
  ['first_name', { first_name: 'Ada' }],
  ['last_name', { last_name: 'Lovelace' }],
]

for (const [attribute, body] of disabled)
  rule(
    'SET-2',
    `a disabled ${attribute} is an unknown parameter, whatever its value`,
    async (server) => {
      const other = attribute === 'username' ? { email_address: [address()] } : { username: 'set2_other' }
      const unknown = Object.keys(body).map((param) => `form_param_unknown ${param}`)
      refused(await server.request('POST', '/users', { body: { ...other, ...body } }), 422, ...unknown)
      for (const value of [null, '', 7]) {
        const odd = Object.fromEntries(Object.keys(body).map((key) => [key, value]))
        refused(await server.request('POST', '/users', { body: { ...other, ...odd } }), 422, ...unknown)
      }
      const user = await server.create(other)
      assert.ok(attribute in user || `${attribute}es` in user || `${attribute}s` in user)
    },
    off(attribute),
  )

rule(
  'SET-2',
  'several disabled attributes are told together, beside other unknown keys',
  async (server) => {
    const body = { first_name: 'Ada', nickname: 'A', username: 'set2_ada', last_name: 'L', email: 'a@x.io' }
    const answer = await server.request('POST', '/users', { body })
    refused(
      answer,
      422,
      'form_param_unknown first_name',
      'form_param_unknown nickname',
      'form_param_unknown last_name',
      'form_param_unknown email',
    )
    assert.equal(answer.body.errors[0].message, 'is unknown')
    assert.equal(answer.body.errors[0].long_message, 'first_name is not a valid parameter for this request.')
  },
  off('first_name', 'last_name'),
)

rule('SET-4', 'a username may have 4 to 64 characters unless the settings say otherwise', async (server) => {
  for (const username of ['ada', 'a'.repeat(65)]) {
    const answer = await server.request('POST', '/users', { body: { username } })
    refused(answer, 422, 'form_username_invalid_length username')
    assert.equal(answer.body.errors[0].message, 'Username must be between 4 and 64 characters long.')
  }
  for (const username of ['ada_', '_'.repeat(64)])
    assert.equal((await server.create({ username })).username, username)
})

rule(
  'SET-4',
  'the bounds of a username are those of the settings',
  async (server) => {
    for (const username of ['a', 'abcd']) {
      const answer = await server.request('POST', '/users', { body: { username } })
      refused(answer, 422, 'form_username_invalid_length username')
      assert.equal(answer.body.errors[0].message, 'Username must be between 2 and 3 characters long.')
    }
    for (const username of ['ab', 'abc']) assert.equal((await server.create({ username })).username, username)
  },
  { settings: { username: { min_length: 2, max_length: 3 } } },
)
