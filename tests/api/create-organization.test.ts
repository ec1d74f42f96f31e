import assert from 'node:assert/strict'
import { createOrganization } from '#contract/organizations/create-organization.ts'
import { membershipRows, organization, organizationName, recordOf } from '#tests/api/given-organizations.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { rule, type Scenario, scenarios } from '#tests/rules.ts'

const named = (more: Record<string, unknown> = {}) => ({ name: organizationName(), ...more })
const without = (settings: Record<string, unknown>) => ({ settings: { organizations: settings } })

rule('ORG-5 ORG-10 ORG-20', 'an organization without a creator has nobody in it', async (server) => {
  const made = await organization(server, { name: 'Grüße & Söhne', slug: null, created_by: null })
  const { id, image_url, created_at, updated_at, ...rest } = made
  assert.match(id, /^org_\w{27}$/)
  assert.ok(image_url.startsWith(`${server.url}/images/`))
  assert.equal(created_at, updated_at)
  assert.deepEqual(rest, {
    object: 'organization',
    name: 'Grüße & Söhne',
    slug: 'gru-e-sohne',
    has_image: false,
    max_allowed_memberships: 0,
    admin_delete_enabled: true,
    public_metadata: {},
    private_metadata: {},
  })
  assert.deepEqual(await membershipRows(server, id), [])
  assert.deepEqual(await recordOf(server, id), [['organization.created', { slug: 'gru-e-sohne' }]])
})

rule('ORG-5 ORG-20', 'its creator is the first member, as admin', async (server) => {
  const user = await server.create({ email_address: [address()] })
  const made = await organization(server, { created_by: user.id })
  assert.equal(made.created_by, user.id)
  const [member, ...others] = await membershipRows(server, made.id)
  assert.deepEqual(others, [])
  const [admin] = (await server.rows('roles')).filter(({ key }) => key === 'org:admin')
  assert.partialDeepStrictEqual(member, { user_id: user.id, role_id: admin!.id })
  assert.deepEqual(await recordOf(server, made.id), [
    ['organization.created', { slug: made.slug, created_by: user.id }],
  ])
  assert.deepEqual(await recordOf(server, String(member!.id)), [
    ['organizationMembership.created', { organization_id: made.id, user_id: user.id, role: 'org:admin' }],
  ])
})

rule('ORG-5', 'an unknown creator is refused, and nothing is written', async (server) => {
  for (const created_by of ['user_nobody', '', 'user_\u{10ffff}']) {
    const slug = organizationName('ghost')
    const answer = await server.request('POST', '/organizations', { body: named({ slug, created_by }) })
    refused(answer, 400, 'organization_creator_not_found')
    assert.equal((await server.request('GET', `/organizations/${slug}`)).status, 404)
  }
})

rule('ORG-6', 'a slug that is made of the name gives way to the one who has it', async (server) => {
  const name = organizationName('Twice')
  const first = await organization(server, { name })
  const second = await organization(server, { name })
  assert.equal(first.slug, name.toLowerCase())
  assert.match(second.slug, new RegExp(`^${first.slug}-[a-z0-9]{6}$`))
  const nameless = await organization(server, { name: '社団法人' })
  assert.match(nameless.slug, /^org-[a-z0-9]{6}$/)
  const long = await organization(server, { name: 'a'.repeat(256) })
  assert.equal(long.slug, 'a'.repeat(64))
})

rule('ORG-6', 'of several at once one gets a given slug, and all get a made one', async (server) => {
  const slug = organizationName('contested')
  const many = (body: () => object) =>
    Promise.all(Array.from({ length: 8 }, () => server.request('POST', '/organizations', { body: body() })))
  const given = await many(() => named({ slug }))
  assert.deepEqual(given.map(({ status }) => status).sort(), [200, ...Array(7).fill(422)])
  refused(given.find(({ status }) => status === 422)!, 422, 'form_identifier_exists slug')
  const name = organizationName('crowd')
  const made = await many(() => ({ name }))
  assert.deepEqual(
    made.map(({ status }) => status),
    Array(8).fill(200),
  )
  assert.equal(new Set(made.map(({ body }) => body.slug)).size, 8)
})

const row = (
  id: string,
  name: string,
  more: Record<string, unknown>,
  problem: { status?: number; code: string; param?: string },
): Scenario => ({ rule: id, name, send: () => named(more), status: 422, ...problem })

const slugs = ['Acme', 'a_b', 'a b', 'å', 'a/b', '.']
const names = ['see https://evil.example', 'WWW.evil.example', 'a <b>bold</b> name', '</p>', 'x <img src=a>']

scenarios(createOrganization, [
  ...slugs.map((slug) =>
    row(
      'ORG-7',
      `the slug ${slug} is refused`,
      { slug },
      { code: 'form_param_format_invalid', param: 'slug' },
    ),
  ),
  row('ORG-7', 'an empty slug is refused', { slug: '' }, { code: 'form_param_nil', param: 'slug' }),
  row(
    'ORG-7',
    'a slug of 257 letters is refused',
    { slug: 'a'.repeat(257) },
    {
      code: 'form_param_max_length_exceeded',
      param: 'slug',
    },
  ),
  {
    rule: 'ORG-7',
    name: 'a slug may be of digits and hyphens',
    send: () => named({ slug: '-0-' }),
    status: 200,
    expect: { slug: '-0-' },
  },
  {
    ...row(
      'ORG-7',
      'a slug where slugs are switched off is refused',
      { slug: 'acme' },
      {
        status: 403,
        code: 'organization_slugs_disabled',
      },
    ),
    options: without({ slug_disabled: true }),
  },
  {
    rule: 'ORG-7',
    name: 'without a given one all is well where slugs are switched off',
    send: { name: 'Acme' },
    status: 200,
    expect: { slug: 'acme' },
    options: without({ slug_disabled: true }),
  },
  ...names.map((name) =>
    row(
      'ORG-8',
      `the name ${name} is refused`,
      { name },
      { code: 'form_param_value_invalid', param: 'name' },
    ),
  ),
  row('ORG-8', 'a blank name is refused', { name: ' ' }, { code: 'form_param_nil', param: 'name' }),
  row('ORG-8', 'an empty name is refused', { name: '' }, { code: 'form_param_nil', param: 'name' }),
  row(
    'ORG-8',
    'a name of 257 characters is refused',
    { name: '😀'.repeat(257) },
    {
      code: 'form_param_max_length_exceeded',
      param: 'name',
    },
  ),
  {
    rule: 'ORG-8',
    name: 'a name of 256 characters is taken as it is',
    send: { name: '😀'.repeat(256) },
    status: 200,
    expect: { name: '😀'.repeat(256) },
  },
  {
    rule: 'ORG-8',
    name: 'a name that looks like a site is a name',
    send: { name: 'Booking.com <3' },
    status: 200,
    expect: { name: 'Booking.com <3', slug: 'booking-com-3' },
  },
  {
    rule: 'ORG-8',
    name: 'a name is required',
    send: {},
    status: 422,
    code: 'form_param_missing',
    param: 'name',
  },
  row(
    'ORG-9',
    'metadata of 8193 bytes is refused',
    { public_metadata: { a: 'x'.repeat(8185) } },
    {
      code: 'form_param_exceeds_allowed_size',
      param: 'public_metadata',
    },
  ),
  row(
    'ORG-9',
    'so is private metadata',
    { private_metadata: { a: 'x'.repeat(8185) } },
    {
      code: 'form_param_exceeds_allowed_size',
      param: 'private_metadata',
    },
  ),
  row(
    'ORG-9',
    'metadata is an object',
    { public_metadata: [] },
    {
      code: 'form_param_value_invalid',
      param: 'public_metadata',
    },
  ),
  row(
    'ORG-9',
    'a time that is none is refused',
    { created_at: 'yesterday' },
    {
      code: 'form_param_invalid_time',
      param: 'created_at',
    },
  ),
  row(
    'ORG-9',
    'a time that lies ahead is refused',
    { created_at: '2999-01-01T00:00:00Z' },
    {
      code: 'form_disallow_future_date',
      param: 'created_at',
    },
  ),
  row(
    'ORG-9',
    'a limit below 0 is refused',
    { max_allowed_memberships: -1 },
    {
      code: 'form_param_value_invalid',
      param: 'max_allowed_memberships',
    },
  ),
  row(
    'ORG-9',
    'a limit above the integers is refused',
    { max_allowed_memberships: 2 ** 31 },
    {
      code: 'form_param_value_too_large',
      param: 'max_allowed_memberships',
    },
  ),
  row(
    'ORG-9',
    'a set of roles is refused',
    { role_set_key: 'role_set:default' },
    {
      status: 403,
      code: 'feature_not_enabled',
    },
  ),
  {
    rule: 'ORG-9 ORG-10',
    name: 'what is given is what is there',
    send: () =>
      named({
        created_at: '2020-02-29T12:00:00.5Z',
        max_allowed_memberships: 3,
        public_metadata: { plan: 'team' },
        private_metadata: { n: 1 },
        role_set_key: null,
      }),
    status: 200,
    expect: {
      created_at: 1_582_977_600_500,
      max_allowed_memberships: 3,
      public_metadata: { plan: 'team' },
      private_metadata: { n: 1 },
    },
  },
  {
    rule: 'ORG-10',
    name: 'what is not given comes from the settings',
    send: () => named({ max_allowed_memberships: null, public_metadata: null }),
    status: 200,
    expect: { max_allowed_memberships: 7, admin_delete_enabled: false, public_metadata: {} },
    options: without({ max_allowed_memberships: 7, admin_delete_enabled: false }),
  },
])
