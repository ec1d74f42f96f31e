import assert from 'node:assert/strict'
import { listOrganizations } from '#contract/organizations/list-organizations.ts'
import { organizationOperations } from '#contract/organizations/organization-operations.ts'
import { pathOf } from '#tests/api/any-operation.ts'
import { organization } from '#tests/api/given-organizations.ts'
import { address, onDay, refused } from '#tests/api/given-users.ts'
import { pictureForm } from '#tests/images/pictures.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const list = async (server: TestServer, query = '') => {
  const answer = await server.request('GET', `/organizations${query && `?${query}`}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

const slugsOf = async (server: TestServer, query: string): Promise<string> => {
  const { data, total_count } = await list(server, query)
  const slugs = data.map(({ slug }: { slug: string }) => slug)
  assert.ok(total_count >= slugs.length)
  return slugs.join(' ')
}

rule(
  'ORG-1',
  'the ten newest and the number of all',
  async (server) => {
    assert.deepEqual(await list(server), { data: [], total_count: 0 })
    const made = []
    for (let n = 0; n < 12; n++) {
      made.unshift(await organization(server, { name: `Number ${n}` }))
      server.clock.advance(1000)
    }
    assert.deepEqual(await list(server), { data: made.slice(0, 10), total_count: 12 })
    assert.deepEqual(await list(server, 'limit=3&offset=2'), { data: made.slice(2, 5), total_count: 12 })
    assert.deepEqual(await list(server, 'limit=501&offset=-1'), { data: made.slice(0, 10), total_count: 12 })
    assert.deepEqual(await list(server, 'limit=500&offset=12'), { data: [], total_count: 12 })
  },
  { fresh: true },
)

rule(
  'ORG-2 ORG-3 ORG-4',
  'filters, order and counts',
  async (server) => {
    const [ada, eve] = [
      await server.create({ email_address: [address('ada')] }),
      await server.create({ email_address: [address('eve')] }),
    ]
    const beta = await organization(server, { name: 'beta Works', slug: 'one', created_at: onDay(3) })
    const alpha = await organization(server, {
      name: 'Alpha ÉTÉ',
      slug: 'two-works',
      created_at: onDay(2),
      created_by: ada.id,
    })
    const gamma = await organization(server, {
      name: 'Gamma',
      slug: 'three',
      created_at: onDay(1),
      created_by: eve.id,
    })
    const found = (query: string) => slugsOf(server, query)

    assert.equal(await found('query=WORKS'), 'one two-works')
    assert.equal(await found(`query=${encodeURIComponent('été')}`), 'two-works')
    assert.equal(await found('query=a'), 'one two-works three')
    assert.equal(await found(`query=${gamma.id}`), 'three')
    assert.equal(await found(`query=${gamma.id.slice(0, -1)}`), '')
    assert.equal(await found('query=org'), '')
    assert.equal(await found(`query=${encodeURIComponent('\n')}`), 'one two-works three')
    assert.equal(await found('query=%00'), '')
    assert.equal(await found('query=%25'), '')
    assert.equal(await found(`user_id=${ada.id}`), 'two-works')
    assert.equal(await found(`user_id=-${ada.id}`), 'one three')
    assert.equal(await found(`user_id=%2B${ada.id}&user_id=${eve.id}&user_id=user_nobody`), 'two-works three')
    assert.equal(await found(`user_id=${ada.id}&user_id=${eve.id}&user_id=-${eve.id}`), 'two-works')
    assert.equal(await found('user_id=user_nobody'), '')
    assert.equal(await found(`organization_id=${beta.id}&organization_id=${gamma.id}`), 'one three')
    assert.equal(await found(`organization_id=-${beta.id}`), 'two-works three')
    assert.equal(await found(`organization_id=${beta.id}&query=gamma`), '')

    assert.equal(await found('order_by=name'), 'two-works one three')
    assert.equal(await found('order_by=-name'), 'three one two-works')
    assert.equal(await found('order_by=+created_at'), 'three two-works one')
    assert.equal(await found('order_by='), 'one two-works three')
    assert.equal((await found('order_by=members_count')).split(' ')[0], 'one')
    assert.equal((await found('order_by=-members_count')).split(' ')[2], 'one')
    const paged = [0, 1, 2].map((offset) => found(`order_by=-members_count&limit=1&offset=${offset}`))
    assert.equal((await Promise.all(paged)).join(' '), await found('order_by=-members_count'))

    const [plain] = (await list(server, 'query=beta')).data
    assert.deepEqual(plain, beta)
    const counted = await list(server, 'include_members_count=true&order_by=name')
    assert.deepEqual(counted.data, [
      { ...alpha, members_count: 1, pending_invitations_count: 0 },
      { ...beta, members_count: 0, pending_invitations_count: 0 },
      { ...gamma, members_count: 1, pending_invitations_count: 0 },
    ])
    const missing = await list(server, 'include_missing_member_with_elevated_permissions=true&order_by=name')
    assert.deepEqual(
      missing.data.map((one: { missing_member_with_elevated_permissions: boolean }) => [
        one.missing_member_with_elevated_permissions,
        'members_count' in one,
      ]),
      [
        [false, false],
        [true, false],
        [false, false],
      ],
    )
  },
  { fresh: true },
)

scenarios(listOrganizations, [
  {
    rule: 'ORG-3',
    name: 'an order that is none is refused',
    query: 'order_by=slug',
    status: 422,
    code: 'form_param_value_invalid',
    param: 'order_by',
  },
  {
    rule: 'ORG-2',
    name: 'more than 100 ids are refused',
    query: Array.from({ length: 101 }, (_, i) => `organization_id=org_${i}`).join('&'),
    status: 422,
    code: 'form_param_array_size_exceeded',
    param: 'organization_id',
  },
  {
    rule: 'ORG-4',
    name: 'a switch that is neither is refused',
    query: 'include_members_count=yes',
    status: 422,
    code: 'form_param_value_invalid',
    param: 'include_members_count',
  },
])

const own = organizationOperations.filter(({ tag }) => tag === 'Organizations')

rule(
  'ORG-11',
  'without organizations each operation says so, whatever it is about',
  async (server) => {
    const bodies: Record<string, object> = { CreateOrganization: { name: 'Acme', created_by: 'user_nobody' } }
    for (const operation of own) {
      const path = pathOf(operation, { id: 'user_nobody' })
      const sends = operation.upload
        ? { form: pictureForm(Buffer.from('no picture')) }
        : { body: operation.body && (bodies[operation.id] ?? {}) }
      const answer = await server.request(operation.method, path, sends)
      refused(answer, 403, 'organization_not_enabled_in_instance')
    }
  },
  { settings: { organizations: { enabled: false } } },
)
