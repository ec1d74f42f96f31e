import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { givenTeam, rolesIn } from './given-members.ts'
import {
  byKey,
  givenPermission,
  givenRole,
  keysOf,
  notEnabled,
  patchSettings,
  readRole,
  readSettings,
  record,
  roleKey,
  rolePath,
  withoutOrganizations,
} from './given-roles.ts'
import { refused } from './given-users.ts'

const patch = (server: TestServer, role: Answer['body'], body: object) =>
  server.request('PATCH', rolePath(role), { body })

rule('ROL-7', 'only what is given changes, and null is nothing', async (server) => {
  const [first, second] = [await givenPermission(server), await givenPermission(server)]
  const role = await givenRole(server, { description: 'Old', permissions: [first.id] })
  server.clock.advance(1000)
  const body = { name: 'New', key: null, description: null, permissions: [second.id] }
  const { updated_at, ...rest } = (await patch(server, role, body)).body
  const { updated_at: before, ...stayed } = role
  assert.deepEqual(rest, { ...stayed, name: 'New', permissions: [second] })
  assert.ok(updated_at > before)
  assert.deepEqual((await record(server, role.id)).at(-1), [
    'role.updated',
    { changed: ['name', 'permissions'] },
  ])
  const described = await patch(server, role, { name: null, description: 'Now', permissions: null })
  assert.deepEqual([described.body.description, described.body.permissions], ['Now', [second]])
  assert.deepEqual((await patch(server, role, { permissions: [] })).body.permissions, [])
})

rule('ROL-7', 'an update that changes nothing writes nothing', async (server) => {
  const role = await givenRole(server)
  server.clock.advance(1000)
  const { name, key } = role
  assert.deepEqual((await patch(server, role, { name, key, permissions: [] })).body, role)
  assert.equal((await record(server, role.id)).length, 1)
})

rule('ROL-7', 'what no role can be is refused, and nothing changes', async (server) => {
  const role = await givenRole(server)
  const other = await givenRole(server)
  const cases: [object, number, string][] = [
    [{ name: '' }, 422, 'form_param_nil name'],
    [{ name: 'n'.repeat(257) }, 422, 'form_param_max_length_exceeded name'],
    [{ key: other.key }, 422, 'form_identifier_exists key'],
    [{ key: 'Org:x' }, 422, 'form_param_format_invalid key'],
    [{ permissions: ['perm_nobody'] }, 404, 'resource_not_found'],
    [{ permissions: Array(501).fill('perm_x') }, 422, 'form_param_array_size_exceeded permissions'],
  ]
  for (const [body, status, code] of cases) refused(await patch(server, role, body), status, code)
  assert.deepEqual(await readRole(server, role), role)
  refused(await patch(server, { id: 'role_nobody' }, { name: 'X' }), 404, 'resource_not_found')
})

rule('ROL-10', 'of parallel changes of one role every one stays', async (server) => {
  const role = await givenRole(server)
  const bodies = [{ name: 'Together' }, { description: 'Alongside' }, { key: roleKey() }]
  const answers = await Promise.all(bodies.map((body) => patch(server, role, body)))
  for (const { status, text } of answers) assert.equal(status, 200, text)
  assert.partialDeepStrictEqual(await readRole(server, role), Object.assign({}, ...bodies))
})

rule('ROL-9', 'the creator role keeps what running an organization needs', async (server) => {
  const admin = await byKey(server, 'roles', 'org:admin')
  const needed = keysOf(admin.permissions).filter((key) => key !== 'org:sys_profile:delete')
  const ids = admin.permissions
    .filter(({ key }: { key: string }) => needed.includes(key))
    .map(({ id }: { id: string }) => id)
  refused(
    await patch(server, admin, { permissions: ids }),
    422,
    'organization_missing_creator_role_permissions',
  )
  assert.deepEqual(await readRole(server, admin), admin)
})

rule(
  'ROL-8',
  'members and settings keep the role under its new key',
  async (server) => {
    const { organization, admin, member } = await givenTeam(server)
    const role = await byKey(server, 'roles', 'org:admin')
    assert.equal((await patch(server, role, { key: 'org:owner' })).status, 200)
    assert.equal((await readSettings(server)).creator_role, 'org:owner')
    assert.deepEqual(await rolesIn(server, organization), {
      [admin.id]: 'org:owner',
      [member.id]: 'org:member',
    })
    const guest = await givenRole(server)
    await patchSettings(server, { domains_default_role_id: guest.id })
    const key = roleKey()
    assert.equal((await patch(server, guest, { key })).status, 200)
    assert.equal((await readSettings(server)).domains_default_role, key)
    const { rows } = { rows: await server.rows('events') }
    const changes = rows.filter(({ type }) => type === 'instance.settings.updated')
    assert.deepEqual(
      changes.map(({ details }) => JSON.parse(String(details)).changed),
      [
        ['organizations.creator_role'],
        ['organizations.domains_default_role'],
        ['organizations.domains_default_role'],
      ],
    )
  },
  { fresh: true },
)

rule(
  'ROL-8 OST-3',
  'a role that the settings file names keeps its key',
  async (server) => {
    const role = await byKey(server, 'roles', 'org:admin')
    refused(
      await patch(server, role, { name: 'Owner', key: 'org:owner' }),
      422,
      'form_param_value_invalid key',
    )
    assert.deepEqual(await readRole(server, role), role)
    assert.equal((await patch(server, role, { name: 'Owner' })).status, 200)
  },
  { settings: { organizations: { creator_role: 'org:admin' } } },
)

rule(
  'ROL-16',
  'without organizations no role changes',
  async (server) => {
    const [role] = await server.rows('roles')
    refused(await patch(server, role, { name: 'X' }), 403, notEnabled)
  },
  withoutOrganizations,
)
