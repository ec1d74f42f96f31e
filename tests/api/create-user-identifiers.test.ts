import assert from 'node:assert/strict'
import { createUser } from '#contract/users/create-user.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { rule, scenarios } from '#tests/rules.ts'

const verifiedByAdmin = {
  object: 'verification_admin',
  status: 'verified',
  strategy: 'admin',
  attempts: null,
  expire_at: null,
}
const wallet = (digit: string) => `0x${digit.repeat(40)}`

rule('CRT-1', 'every address exists and is verified, the first is primary', async (server) => {
  const user = await server.create({ email_address: ['crt1.z@x.io', 'crt1.a@x.io', 'crt1.m@x.io'] })
  const [first] = user.email_addresses
  assert.equal(user.primary_email_address_id, first.id)
  assert.deepEqual(
    user.email_addresses,
    ['crt1.z@x.io', 'crt1.a@x.io', 'crt1.m@x.io'].map((email_address, i) => ({
      id: user.email_addresses[i].id,
      object: 'email_address',
      email_address,
      reserved: false,
      verification: verifiedByAdmin,
      linked_to: [],
      matches_sso_connection: false,
      created_at: first.created_at,
      updated_at: first.created_at,
    })),
  )
  assert.equal(new Set(user.email_addresses.map((one: { id: string }) => one.id)).size, 3)
  assert.equal(user.primary_phone_number_id, null)
  assert.equal(user.primary_web3_wallet_id, null)
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
})

rule('CRT-2', 'phone numbers likewise, and none is a second factor', async (server) => {
  const user = await server.create({ phone_number: ['+12025550102', '+442079460002'] })
  const [first] = user.phone_numbers
  assert.equal(user.primary_phone_number_id, first.id)
  assert.deepEqual(
    user.phone_numbers,
    ['+12025550102', '+442079460002'].map((phone_number, i) => ({
      id: user.phone_numbers[i].id,
      object: 'phone_number',
      phone_number,
      reserved_for_second_factor: false,
      default_second_factor: false,
      reserved: false,
      verification: verifiedByAdmin,
      linked_to: [],
      backup_codes: null,
      created_at: first.created_at,
      updated_at: first.created_at,
    })),
  )
  assert.notEqual(first.id, user.phone_numbers[1].id)
  assert.equal(user.primary_email_address_id, null)
})

rule('CRT-3', 'wallets are verified by the administrator, the first is primary', async (server) => {
  const solana = '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU'
  const user = await server.create({ web3_wallet: [wallet('3'), solana] })
  const [first] = user.web3_wallets
  assert.equal(user.primary_web3_wallet_id, first.id)
  assert.deepEqual(
    user.web3_wallets,
    [wallet('3'), solana].map((web3_wallet, i) => ({
      id: user.web3_wallets[i].id,
      object: 'web3_wallet',
      web3_wallet,
      verification: verifiedByAdmin,
      created_at: first.created_at,
      updated_at: first.created_at,
    })),
  )
  assert.notEqual(first.id, user.web3_wallets[1].id)
})

const statused = [
  { kind: 'email_address', values: ['crt4.a@x.io', 'crt4.b@x.io'] },
  { kind: 'phone_number', values: ['+12025550141', '+12025550142'] },
] as const

scenarios(
  createUser,
  statused.flatMap(({ kind, values }) => {
    const status = `${kind}_identification_status`
    const mismatch = { status: 422, code: 'form_param_array_length_mismatch', param: status }
    return [
      {
        rule: 'CRT-4',
        name: `fewer statuses than values of ${kind} are refused`,
        send: { [kind]: values, [status]: ['verified'] },
        ...mismatch,
      },
      {
        rule: 'CRT-4',
        name: `more statuses than values of ${kind} are refused`,
        send: { [kind]: values, [status]: ['verified', 'reserved', 'verified'] },
        ...mismatch,
      },
      {
        rule: 'CRT-4',
        name: `a status without any ${kind} is refused`,
        send: { username: 'crt4_none', [status]: ['verified'] },
        ...mismatch,
      },
      ...['unverified', 'Verified', ''].map((word) => ({
        rule: 'CRT-4',
        name: `a ${kind} cannot be created with the status "${word}"`,
        send: { [kind]: values, [status]: ['verified', word] },
        status: 422,
        code: 'form_param_value_invalid',
        param: status,
      })),
      {
        rule: 'CRT-4',
        name: `an empty array of statuses of ${kind} counts as omitted`,
        send: { [kind]: [values[0].replace('2025550141', '2025550149')], [status]: [] },
        status: 200,
        expect: { [kind === 'email_address' ? 'email_addresses' : 'phone_numbers']: [{ reserved: false }] },
      },
    ]
  }),
)

rule('CRT-5 IDM-2', 'a reserved address or number is not verified', async (server) => {
  const user = await server.create({
    email_address: ['crt5.a@x.io', 'crt5.b@x.io'],
    email_address_identification_status: ['verified', 'reserved'],
    phone_number: ['+12025550151', '+12025550152'],
    phone_number_identification_status: ['verified', 'reserved'],
  })
  const states = (list: { reserved: boolean; verification: unknown }[]) =>
    list.map(({ reserved, verification }) => [reserved, verification])
  for (const list of [user.email_addresses, user.phone_numbers])
    assert.deepEqual(states(list), [
      [false, verifiedByAdmin],
      [true, null],
    ])
})

rule('CRT-5 IDM-2', 'what one user has reserved nobody else can have', async (server) => {
  await server.create({
    email_address: ['crt5.held@x.io'],
    email_address_identification_status: ['reserved'],
    phone_number: ['+12025550153'],
    phone_number_identification_status: ['reserved'],
  })
  for (const status of ['verified', 'reserved']) {
    refused(
      await server.request('POST', '/users', {
        body: { email_address: ['Crt5.Held@X.io'], email_address_identification_status: [status] },
      }),
      422,
      'form_identifier_exists email_address',
    )
    refused(
      await server.request('POST', '/users', {
        body: { phone_number: ['+1 202 555 0153'], phone_number_identification_status: [status] },
      }),
      422,
      'form_identifier_exists phone_number',
    )
  }
})

rule('CRT-5', 'a reserved address is never primary: the first verified one is', async (server) => {
  const user = await server.create({
    email_address: ['crt5.c@x.io', 'crt5.d@x.io', 'crt5.e@x.io'],
    email_address_identification_status: ['reserved', 'verified', 'verified'],
    phone_number: ['+12025550154'],
    phone_number_identification_status: ['reserved'],
  })
  assert.equal(user.primary_email_address_id, user.email_addresses[1].id)
  assert.equal(user.primary_phone_number_id, null)
})

const taken = [
  { param: 'email_address', have: ['crt6@x.io'], want: ['CRT6@x.io'], kind: 'email address' },
  { param: 'phone_number', have: ['+12025550106'], want: ['+1 (202) 555-0106'], kind: 'phone number' },
  { param: 'web3_wallet', have: [wallet('e')], want: [wallet('E')], kind: 'web3 wallet' },
  { param: 'username', have: 'crt6_ada', want: 'CRT6_Ada', kind: 'username' },
]

for (const { param, have, want, kind } of taken)
  rule('CRT-6 IDM-1', `the ${param} of somebody else is taken, and nothing is created`, async (server) => {
    await server.create({ [param]: have })
    const before = [await server.rows('users'), await server.rows('identifications')]
    const others = param === 'email_address' ? { username: 'crt6_other' } : { email_address: [address()] }
    const answer = await server.request('POST', '/users', { body: { ...others, [param]: want } })
    refused(answer, 422, `form_identifier_exists ${param}`)
    const text = `That ${kind} is taken. Please try another.`
    assert.equal(answer.body.errors[0].message, text)
    assert.equal(answer.body.errors[0].long_message, text)
    assert.deepEqual([await server.rows('users'), await server.rows('identifications')], before)
    await server.create(others)
  })

rule('CRT-6', 'one taken address among free ones refuses them all', async (server) => {
  await server.create({ email_address: ['crt6.taken@x.io'] })
  const answer = await server.request('POST', '/users', {
    body: { email_address: ['crt6.free@x.io', 'crt6.taken@x.io'], phone_number: ['+12025550161'] },
  })
  refused(answer, 422, 'form_identifier_exists email_address')
  await server.create({ email_address: ['crt6.free@x.io'], phone_number: ['+12025550161'] })
})

rule('CRT-7', 'an external id in use is taken, another letter case is another id', async (server) => {
  await server.create({ email_address: [address()], external_id: 'crt7-Ext' })
  const answer = await server.request('POST', '/users', {
    body: { email_address: ['crt7@x.io'], external_id: 'crt7-Ext' },
  })
  refused(answer, 422, 'form_identifier_exists external_id')
  const user = await server.create({ email_address: ['crt7@x.io'], external_id: 'crt7-ext' })
  assert.equal(user.external_id, 'crt7-ext')
})

rule('CRT-7', 'any number of users have no external id', async (server) => {
  for (const external_id of [undefined, null, '', null, ''])
    assert.equal((await server.create({ email_address: [address()], external_id })).external_id, null)
})

scenarios(createUser, [
  ...[
    { param: 'email_address', twice: ['crt8@x.io', 'crt8.b@x.io', 'CRT8@X.IO'] },
    { param: 'email_address', twice: ['crt8@bücher.example', 'crt8@xn--bcher-kva.example'] },
    { param: 'phone_number', twice: ['+12025550108', '+1 202-555-0108'] },
    { param: 'web3_wallet', twice: [wallet('a'), wallet('A')] },
  ].map(({ param, twice }) => ({
    rule: 'CRT-8',
    name: `the same ${param} twice is refused: ${twice.join(' ')}`,
    send: { [param]: twice },
    status: 422,
    code: 'form_param_duplicate',
    param,
  })),
  ...[
    { param: 'email_address', wrong: ['ada', 'ada@', '@x.io', 'ada@x.io,bob@x.io', ''] },
    { param: 'phone_number', wrong: ['2025550100', '+1', '0012025550100', '+12025550100 ext. 5', ''] },
    { param: 'web3_wallet', wrong: ['0x', '0x123', wallet('g'), `${wallet('a')}a`, ''] },
  ].flatMap(({ param, wrong }) =>
    wrong.map((text) => ({
      rule: 'CRT-9',
      name: `"${text}" is no ${param}`,
      send: { username: 'crt9_ada', [param]: [text] },
      status: 422,
      code: 'form_param_format_invalid',
      param,
    })),
  ),
  {
    rule: 'CRT-9',
    name: 'one malformed value among good ones refuses them all; each wrong kind is told',
    send: {
      email_address: ['crt9@x.io', 'crt9'],
      phone_number: ['+12025550109', '12'],
      web3_wallet: [wallet('9'), '0x9'],
    },
    status: 422,
    code: Array(3).fill('form_param_format_invalid'),
    param: ['email_address', 'phone_number', 'web3_wallet'],
  },
])

scenarios(
  createUser,
  (['email_address', 'phone_number', 'web3_wallet'] as const).map((param) => ({
    rule: 'BOD-19',
    name: `more than 100 values of ${param} are refused`,
    send: { username: 'bod19_ada', [param]: Array.from({ length: 101 }, (_, i) => `value ${i}`) },
    status: 422,
    code: 'form_param_array_size_exceeded',
    param,
  })),
)
