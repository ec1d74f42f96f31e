import assert from 'node:assert/strict'
import { organization, organizationName, readOrganization, recordOf } from '#tests/api/given-organizations.ts'
import { refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const update = (server: TestServer, id: string, body: object, headers: Record<string, string> = {}) =>
  server.request('PATCH', `/organizations/${id}`, { body, headers })

rule('ORG-13 ORG-20', 'what is given changes, and is named in the record', async (server) => {
  const made = await organization(server, { public_metadata: { secret_plan: 1 } })
  server.clock.advance(1000)
  const slug = organizationName('renamed')
  const body = {
    name: 'Renamed',
    slug,
    max_allowed_memberships: 5,
    admin_delete_enabled: false,
    created_at: '2020-01-01T00:00:00Z',
    public_metadata: { secret_plan: 2 },
  }
  const { status, body: changed } = await update(server, made.id, body)
  assert.equal(status, 200)
  const { updated_at, ...rest } = changed
  assert.ok(updated_at > made.updated_at)
  const { updated_at: _, ...before } = made
  assert.deepEqual(
    { ...rest, image_url: '' },
    { ...before, ...body, created_at: 1_577_836_800_000, image_url: '' },
  )
  assert.deepEqual(await readOrganization(server, slug), changed)
  assert.equal((await server.request('GET', `/organizations/${made.slug}`)).status, 404)
  const record = await recordOf(server, made.id)
  assert.deepEqual(
    record.map(([type]) => type),
    ['organization.created', 'organization.updated'],
  )
  assert.deepEqual([...record[1]![1].changed].sort(), Object.keys(body).sort())
  assert.ok(!JSON.stringify(record).includes('secret_plan'))
})

rule('ORG-13 ORG-20', 'nothing changes where nothing is given, or what is there already', async (server) => {
  const made = await organization(server)
  server.clock.advance(1000)
  const nulls = { name: null, slug: null, max_allowed_memberships: null, created_at: null }
  for (const body of [{}, nulls, { name: made.name, slug: made.slug, public_metadata: {} }]) {
    const answer = await update(server, made.id, body)
    assert.deepEqual([answer.status, answer.body], [200, made])
  }
  assert.equal((await server.events(made.id)).length, 1)
})

rule('ORG-13', 'of changes at once none is lost', async (server) => {
  const made = await organization(server)
  const keys = Array.from({ length: 12 }, (_, n) => `key${n}`)
  const writes = keys.map((key) =>
    server.request('PATCH', `/organizations/${made.id}/metadata`, {
      body: { public_metadata: { [key]: 1 } },
    }),
  )
  await Promise.all([...writes, update(server, made.id, { name: 'Other' })])
  const after = await readOrganization(server, made.id)
  assert.deepEqual([Object.keys(after.public_metadata).sort(), after.name], [keys.sort(), 'Other'])
})

rule('ORG-6', 'a taken slug is refused, and nothing else of the request is done', async (server) => {
  const [one, two] = [await organization(server), await organization(server)]
  const answer = await update(server, two.id, { name: 'Other', slug: one.slug })
  refused(answer, 422, 'form_identifier_exists slug')
  assert.deepEqual(await readOrganization(server, two.id), two)
  assert.equal((await server.events(two.id)).length, 1)
})

rule('ORG-14', 'metadata leaves this operation with a version of the API', async (server) => {
  const made = await organization(server, { public_metadata: { a: 1, b: 2 }, private_metadata: { c: 3 } })
  const old = { 'clerk-api-version': '2025-11-10' }
  const changed = await update(server, made.id, { public_metadata: { a: 2 }, private_metadata: null }, old)
  assert.equal(changed.status, 200, changed.text)
  assert.deepEqual([changed.body.public_metadata, changed.body.private_metadata], [{ a: 2 }, {}])
  const present = { 'clerk-api-version': '2026-05-12' }
  const body = { name: 'Other', public_metadata: {}, private_metadata: {} }
  const refusedNow = await update(server, made.id, body, present)
  refused(refusedNow, 422, 'form_param_unknown public_metadata', 'form_param_unknown private_metadata')
  assert.equal((await readOrganization(server, made.id)).name, made.name)
})

rule(
  'ORG-7',
  'where slugs are switched off, a new one is refused and the old one may be sent',
  async (server) => {
    const made = await organization(server)
    refused(await update(server, made.id, { slug: 'other' }), 403, 'organization_slugs_disabled')
    const { status, body } = await update(server, made.id, { slug: made.slug, name: 'Other' })
    assert.deepEqual([status, body.name, body.slug], [200, 'Other', made.slug])
  },
  { settings: { organizations: { slug_disabled: true } } },
)

const problems: [send: object, status: number, problem: string][] = [
  [{ name: '' }, 422, 'form_param_nil name'],
  [{ name: '\u00a0' }, 422, 'form_param_nil name'],
  [{ name: 'n'.repeat(257) }, 422, 'form_param_max_length_exceeded name'],
  [{ name: 'at http://evil.example' }, 422, 'form_param_value_invalid name'],
  [{ slug: 'Upper' }, 422, 'form_param_format_invalid slug'],
  [{ max_allowed_memberships: 2 ** 31 }, 422, 'form_param_value_too_large max_allowed_memberships'],
  [{ created_at: '2020-02-30T00:00:00Z' }, 422, 'form_param_invalid_time created_at'],
  [{ created_at: '2999-01-01T00:00:00Z' }, 422, 'form_disallow_future_date created_at'],
  [{ private_metadata: { a: 'x'.repeat(8185) } }, 422, 'form_param_exceeds_allowed_size private_metadata'],
  [{ role_set_key: 'role_set:default' }, 403, 'feature_not_enabled'],
  [{ created_by: 'user_nobody' }, 422, 'form_param_unknown created_by'],
]

rule('ORG-8 ORG-9 ORG-7', 'what creation refuses, a change refuses', async (server) => {
  refused(await update(server, 'org_nobody', {}), 404, 'resource_not_found')
  const made = await organization(server)
  for (const [send, status, problem] of problems)
    refused(await update(server, made.id, { admin_delete_enabled: false, ...send }), status, problem)
  assert.deepEqual(await readOrganization(server, made.id), made)
})
