import assert from 'node:assert/strict'
import { operations } from '#contract/operations.ts'
import { getUserList } from '#contract/users/get-user-list.ts'
import { updateUser } from '#contract/users/update-user.ts'
import { call, completeUser } from '#tests/api/any-operation.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { checked, rawRequest } from '#tests/raw-request.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const published = ['2021-02-05', '2024-10-01', '2025-04-10', '2025-11-10', '2026-05-12']
const everyVersion = [...published, '2025-03-12']
const invalid = { status: 400, code: 'api_version_invalid' }

scenarios(getUserList, [
  ...everyVersion.flatMap((version) => [
    {
      rule: version === '2025-03-12' ? 'VER-6' : 'VER-1',
      name: `${version} is accepted in the header`,
      headers: { 'clerk-api-version': version },
      status: 200,
    },
    {
      rule: version === '2025-03-12' ? 'VER-6' : 'VER-2',
      name: `${version} is accepted in the query`,
      query: `__clerk_api_version=${version}`,
      status: 200,
    },
    {
      rule: 'VER-3',
      name: `${version} in header and query at once is refused`,
      query: `__clerk_api_version=${version}`,
      headers: { 'clerk-api-version': version },
      ...invalid,
    },
  ]),
  {
    rule: 'VER-3',
    name: 'two different versions in header and query are refused',
    query: '__clerk_api_version=2021-02-05',
    headers: { 'clerk-api-version': '2026-05-12' },
    ...invalid,
  },
  ...[
    '2026-05-13',
    '2027-01-01',
    '2021-02-04',
    '1',
    'latest',
    '2026-5-12',
    '2026-05-12T00:00:00Z',
    '20260512',
  ]
    .concat(['v1', '2026-05-12,', '2026-05-12 2021-02-05', '__proto__', 'constructor', 'toString', 'null'])
    .flatMap((version) => [
      {
        rule: 'VER-4',
        name: `the unknown version ${version} in the header is refused`,
        headers: { 'clerk-api-version': version },
        ...invalid,
      },
      {
        rule: 'VER-4',
        name: `the unknown version ${version} in the query is refused`,
        query: `__clerk_api_version=${encodeURIComponent(version)}`,
        ...invalid,
      },
    ]),
])

rule('VER-4', 'every operation refuses an unknown version, and does nothing', async (server) => {
  const user = await completeUser(server, 'version')
  const events = (await server.events()).length
  for (const operation of operations) {
    const headers = { 'clerk-api-version': '2020-01-01' }
    const answer = await call(server, operation, user, { headers })
    refused(answer, 400, 'api_version_invalid')
    assert.equal(answer.body.errors[0].message, 'invalid API version')
    const path = `${operation.path}?__clerk_api_version=2020-01-01`
    refused(await call(server, { ...operation, path }, user), 400, 'api_version_invalid')
  }
  assert.deepEqual((await server.request('GET', `/users/${user.id}`)).body, user)
  assert.equal((await server.events()).length, events)
})

rule('VER-3 VER-4', 'a version given twice is no version', async (server) => {
  const twice = await rawRequest(server, {
    target: '/v1/users',
    headers: { 'clerk-api-version': '2021-02-05\r\nClerk-API-Version: 2026-05-12' },
  })
  refused(checked('GET', '/users', twice), 400, 'api_version_invalid')
  const query = '__clerk_api_version=2021-02-05&__clerk_api_version=2026-05-12'
  refused(await server.request('GET', `/users?${query}`), 400, 'api_version_invalid')
})

type Send = (server: TestServer, path: string, version: string, body: unknown) => Promise<Answer>
const ways: Record<string, Send> = {
  header: (server, path, version, body) =>
    server.request('PATCH', path, { headers: { 'Clerk-API-Version': version }, body }),
  query: (server, path, version, body) =>
    server.request('PATCH', `${path}?__clerk_api_version=${version}`, { body }),
}

rule('VER-1 VER-2 VER-5 VER-6 UPD-11', 'the version named is the version served', async (server) => {
  const user = await server.create({ email_address: [address('served')] })
  const path = `/users/${user.id}`
  let n = 0
  const unnamed = await server.request('PATCH', path, { body: { public_metadata: { n } } })
  assert.deepEqual(unnamed.body.public_metadata, { n }, 'no version means 2021-02-05')
  for (const send of Object.values(ways)) {
    for (const version of everyVersion.filter((one) => one < '2026')) {
      const answer = await send(server, path, version, { public_metadata: { n: ++n } })
      assert.deepEqual(answer.body.public_metadata, { n }, version)
    }
    const answer = await send(server, path, '2026-05-12', { public_metadata: { n: 1000 } })
    refused(answer, 422, 'form_param_unknown public_metadata')
  }
  assert.deepEqual((await server.request('GET', path)).body.public_metadata, { n })
})

rule('VER-7', 'the same user reads the same in every version', async (server) => {
  const user = await server.create({
    email_address: [address('same')],
    phone_number: ['+12025550107'],
    web3_wallet: [`0x${'7'.repeat(40)}`],
    username: 'ver7_same',
    locale: 'de-AT',
    private_metadata: { a: null },
    legal_accepted_at: '2024-01-02T03:04:05.678Z',
  })
  const paths = [`/users/${user.id}`, '/users?username=ver7_same', '/users/count?username=ver7_same']
  for (const path of paths) {
    const plain = await server.request('GET', path)
    for (const version of everyVersion) {
      const answer = await server.request('GET', path, { headers: { 'clerk-api-version': version } })
      assert.equal(answer.status, 200)
      assert.equal(answer.text, plain.text, version)
    }
  }
})

rule('VER-8', 'parameters added over the years are accepted in every version', async (server) => {
  const filters = [
    'banned=false&last_sign_in_at_before=1&last_sign_in_at_after=1',
    'provider=oauth_google&provider_user_id=1',
    'email_address_query=a&phone_number_query=1&username_query=b&name_query=c',
    'last_active_at_since=1&last_active_at_before=1&last_active_at_after=1&created_at_before=1',
  ]
  for (const version of everyVersion) {
    const headers = { 'clerk-api-version': version }
    for (const query of filters) {
      assert.equal((await server.request('GET', `/users?${query}&limit=1`, { headers })).status, 200, query)
      assert.equal((await server.request('GET', `/users/count?${query}`, { headers })).status, 200, query)
    }
    const body = {
      email_address: [address('years')],
      email_address_identification_status: ['reserved'],
      phone_number_identification_status: [],
      locale: 'en-US',
      skip_user_requirement: true,
      bypass_client_trust: true,
      banned: true,
      locked: true,
      first_name: null,
      username: null,
    }
    const created = await server.request('POST', '/users', { headers, body })
    assert.equal(created.status, 200, created.text)
    assert.equal(created.body.email_addresses[0].reserved, true)
    assert.equal(created.body.locale, 'en-US')
    assert.deepEqual([created.body.banned, created.body.locked], [true, true])
    const change = { locale: 'fr', bypass_client_trust: false, last_name: null }
    const updated = await server.request('PATCH', `/users/${created.body.id}`, { headers, body: change })
    assert.equal(updated.status, 200, updated.text)
    assert.deepEqual([updated.body.locale, updated.body.bypass_client_trust], ['fr', false])
  }
})

scenarios(updateUser, [
  ...everyVersion
    .filter((version) => version < '2026')
    .map((version) => ({
      rule: 'VER-1 UPD-12',
      name: `metadata in the update is known in ${version}`,
      given: [{ email_address: [address('known')] }],
      headers: { 'clerk-api-version': version },
      send: { unsafe_metadata: { v: version } },
      status: 200,
      expect: { unsafe_metadata: { v: version } },
    })),
])
