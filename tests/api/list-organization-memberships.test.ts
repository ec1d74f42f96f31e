import assert from 'node:assert/strict'
import { type RuleOptions, rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { phoneNumbers } from './contacts.ts'
import { givenTeam, join, joined, memberPath, membersPath, person } from './given-members.ts'
import { organization as newOrganization } from './given-organizations.ts'
import { refused } from './given-users.ts'

type Body = Answer['body']

async function page(server: TestServer, organization: Body, query = ''): Promise<Body> {
  const answer = await server.request('GET', `${membersPath(organization)}?${query}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

rule('MBR-7', 'the newest members come first, a page at a time, with the total', async (server) => {
  const organization = await newOrganization(server)
  assert.deepEqual(await page(server, organization), { data: [], total_count: 0 })
  const all: Body[] = []
  for (let i = 0; i < 12; i++) {
    all.unshift(await joined(server, organization, await person(server)))
    server.clock.advance(1000)
  }
  await givenTeam(server)
  assert.deepEqual(await page(server, organization), { data: all.slice(0, 10), total_count: 12 })
  const rest = await page(server, organization, 'limit=5&offset=10')
  assert.deepEqual(rest, { data: all.slice(10), total_count: 12 })
  assert.deepEqual(await page(server, { id: organization.slug.toUpperCase() }, 'limit=500'), {
    data: all,
    total_count: 12,
  })
  for (const limit of ['0', '501', 'many'])
    assert.equal((await page(server, organization, `limit=${limit}`)).data.length, 10)
})

rule('MBR-7', 'an unknown organization has no list', async (server) => {
  for (const id of ['org_nobody', 'nobody', 'org_%00', '%00'])
    refused(await server.request('GET', membersPath({ id })), 404, 'resource_not_found')
})

/** Three members and a stranger who would match as well; `find` names those that a list answers. */
async function crew(server: TestServer) {
  const organization = await newOrganization(server)
  const mark = organization.id.slice(-10).toLowerCase()
  const names = {
    ada: { first_name: 'Ada', last_name: 'Zuse', username: `ada_${mark}` },
    bob: { first_name: 'Bob', phone_number: [phoneNumbers.value()] },
    cleo: { last_name: 'Ada', username: `cleo_${mark}` },
  }
  const users: Record<string, Body> = {}
  for (const [name, more] of Object.entries(names)) {
    const user = await person(server, { email_address: [`${name}.${mark}@example.com`], ...more })
    users[name] = user
    await joined(server, organization, user, name === 'bob' ? 'org:admin' : 'org:member')
    server.clock.advance(1000)
  }
  users.stranger = await person(server, { first_name: 'Ada', email_address: [`dora.${mark}@example.com`] })
  await joined(server, await newOrganization(server), users.stranger)
  const labels = new Map(Object.entries(users).map(([name, { id }]) => [id, name]))
  const find = async (query: string) => {
    const { data, total_count } = await page(server, organization, query)
    assert.equal(data.length, total_count)
    return data.map(({ public_user_data }: Body) => labels.get(public_user_data.user_id))
  }
  return { organization, mark, users, find }
}

rule('MBR-8', 'members are found by what they are as users', async (server) => {
  const { mark, users, find } = await crew(server)
  const { ada, bob, cleo, stranger } = users
  const finds = async (query: string, ...expected: string[]) =>
    assert.deepEqual(await find(query), expected, query)
  await finds(`user_id=${ada.id}&user_id=%2B${bob.id}&user_id=${stranger.id}`, 'bob', 'ada')
  await finds(`user_id=-${ada.id}`, 'cleo', 'bob')
  await finds(`user_id=user_nobody`)
  await finds(`email_address=ADA.${mark}@example.com&email_address=nobody@example.com`, 'ada')
  await finds(`email_address=dora.${mark}@example.com`)
  await finds(`phone_number=${encodeURIComponent(bob.phone_numbers[0].phone_number)}`, 'bob')
  await finds(`username=CLEO_${mark}`, 'cleo')
  await finds('web3_wallet=0x0000000000000000000000000000000000000000')
  await finds(`query=ada.${mark}`, 'ada')
  await finds(`query=${bob.id.toLowerCase()}`, 'bob')
  await finds('query=', 'cleo', 'bob', 'ada')
  await finds('name_query=zus', 'ada')
  await finds(`email_address_query=bob.${mark}`, 'bob')
  await finds(`username_query=eo_${mark}`, 'cleo')
  await finds(`phone_number_query=${bob.phone_numbers[0].phone_number.slice(4)}`, 'bob')
  await finds(`name_query=ada&username_query=cleo`, 'cleo')
  await finds('role=org:admin', 'bob')
  await finds('role=org:admin&role=org:member&role=org:nothing&name_query=ada', 'cleo', 'ada')
  await finds('role=org:nothing')
  await finds(`role=org:member&user_id=-${cleo.id}`, 'ada')
  await finds('banned=true&external_id=none&nonsense=1', 'cleo', 'bob', 'ada')
})

rule('MBR-8', 'times of creation are of the membership, of activity of the user', async (server) => {
  const { organization, users, find } = await crew(server)
  const { data } = await page(server, organization)
  const [, middle] = data as [Body, Body, Body]
  assert.deepEqual(await find(`created_at_before=${middle.created_at}`), ['ada'])
  assert.deepEqual(await find(`created_at_after=${middle.created_at}`), ['cleo'])
  const bounds = `created_at_after=${middle.created_at - 1}&created_at_before=${middle.created_at + 1}`
  assert.deepEqual(await find(bounds), ['bob'])
  assert.ok(users.bob.created_at < middle.created_at)
  assert.deepEqual(await find('last_active_at_after=1'), [])
  const begun = await server.request('POST', '/sessions', { body: { user_id: users.cleo.id } })
  const active = (await server.request('GET', `/users/${users.cleo.id}`)).body.last_active_at
  assert.equal(begun.status, 200)
  assert.deepEqual(await find(`last_active_at_after=${active - 1}`), ['cleo'])
  assert.deepEqual(await find(`last_active_at_after=${active}`), [])
  assert.deepEqual(await find(`last_active_at_before=${active + 1}`), ['cleo'])
})

rule('MBR-9', 'members are ordered by six fields, in both directions', async (server) => {
  const { find } = await crew(server)
  const orders = {
    created_at: ['ada', 'bob', 'cleo'],
    email_address: ['ada', 'bob', 'cleo'],
    phone_number: ['bob'],
    username: ['ada', 'cleo', 'bob'],
    first_name: ['ada', 'bob', 'cleo'],
    last_name: ['cleo', 'ada', 'bob'],
  }
  const nulls: Record<string, number> = { phone_number: 2, username: 1, first_name: 1, last_name: 1 }
  for (const [field, expected] of Object.entries(orders)) {
    const known = expected.slice(0, 3 - (nulls[field] ?? 0))
    for (const sign of ['', '%2B', '+'])
      assert.deepEqual((await find(`order_by=${sign}${field}`)).slice(0, known.length), known, field)
    const descending = await find(`order_by=-${field}`)
    assert.deepEqual(descending.slice(0, known.length), known.toReversed(), field)
    assert.equal(descending.length, 3)
  }
})

rule('MBR-9', 'what makes no sense is refused', async (server) => {
  const { organization } = await givenTeam(server)
  const asked = (query: string) => server.request('GET', `${membersPath(organization)}?${query}`)
  for (const order of ['role', 'web3wallet', '-', 'created_at,username'])
    refused(await asked(`order_by=${order}`), 422, 'form_param_value_invalid order_by')
  const many = (name: string) => Array.from({ length: 101 }, (_, i) => `${name}=v${i}`).join('&')
  for (const name of ['user_id', 'email_address', 'phone_number', 'username', 'web3_wallet', 'role'])
    refused(await asked(many(name)), 422, `form_param_array_size_exceeded ${name}`)
  for (const name of ['created_at_before', 'last_active_at_after'])
    refused(await asked(`${name}=today`), 422, `form_param_invalid_date ${name}`)
})

const off: RuleOptions = { settings: { organizations: { enabled: false } } }
rule(
  'MBR-18 ORM-3',
  'without organizations every operation of memberships is refused',
  async (server) => {
    const user = await person(server)
    const organization = { id: 'org_any' }
    const answers = [
      await server.request('GET', membersPath(organization)),
      await join(server, organization, user),
      await server.request('PATCH', memberPath(organization, user), { body: { role: 'org:admin' } }),
      await server.request('DELETE', memberPath(organization, user)),
      await server.request('PATCH', `${memberPath(organization, user)}/metadata`, { body: {} }),
      await server.request('GET', '/organization_memberships'),
      await server.request('GET', `/users/${user.id}/organization_memberships`),
    ]
    for (const answer of answers) refused(answer, 403, 'organization_not_enabled_in_instance')
  },
  off,
)
