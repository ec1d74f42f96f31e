import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import {
  byKey,
  givenPermission,
  givenRole,
  notEnabled,
  readRole,
  record,
  roleKey,
  withoutOrganizations,
} from './given-roles.ts'
import { refused } from './given-users.ts'

const create = (server: TestServer, body: object) => server.request('POST', '/organization_roles', { body })
const named = (more: object = {}) => ({ name: 'Role', key: roleKey(), ...more })

rule('ROL-3', 'a role is made with its permissions, and recorded', async (server) => {
  const own = await givenPermission(server)
  const system = await byKey(server, 'permissions', 'org:sys_memberships:read')
  const key = roleKey()
  const { body, status } = await create(server, {
    name: 'Accountant',
    key,
    description: 'Looks after the invoices.',
    permissions: [own.id, system.id],
    include_in_initial_role_set: false,
  })
  assert.equal(status, 200)
  const { id, created_at, updated_at, permissions, ...rest } = body
  assert.match(id, /^role_/)
  assert.equal(created_at, updated_at)
  assert.deepEqual(permissions, [system, own])
  const expected = { object: 'role', name: 'Accountant', key, description: 'Looks after the invoices.' }
  assert.deepEqual(rest, { ...expected, is_creator_eligible: false })
  assert.deepEqual(await readRole(server, body), body)
  assert.deepEqual(await record(server, id), [['role.created', { key }]])
  const bare = await givenRole(server, { description: null, permissions: null })
  assert.deepEqual([bare.description, bare.permissions], [null, []])
})

rule('ROL-4', 'what no role can be is refused, and nothing is made', async (server) => {
  const { key, id } = await givenRole(server)
  const before = (await server.rows('roles')).length
  const permission = await givenPermission(server)
  const cases: [object, number, string][] = [
    [{ key: roleKey() }, 422, 'form_param_missing name'],
    [{ name: 'Role' }, 422, 'form_param_missing key'],
    [named({ name: '' }), 422, 'form_param_nil name'],
    [named({ name: 'n'.repeat(257) }), 422, 'form_param_max_length_exceeded name'],
    [named({ unheard_of: 1 }), 422, 'form_param_unknown unheard_of'],
    [named({ key }), 422, 'form_identifier_exists key'],
    [named({ permissions: [permission.id, permission.id] }), 422, 'form_param_duplicate permissions'],
    [named({ permissions: Array(501).fill('perm_x') }), 422, 'form_param_array_size_exceeded permissions'],
    [named({ permissions: [permission.key] }), 404, 'resource_not_found'],
    [named({ permissions: [id] }), 404, 'resource_not_found'],
  ]
  for (const wrong of ['role', 'org:', 'org:Role', 'org:a:b', 'org:a b', 'org:ä', 'other:role'])
    cases.push([named({ key: wrong }), 422, 'form_param_format_invalid key'])
  for (const [body, status, code] of cases) refused(await create(server, body), status, code)
  assert.equal((await server.rows('roles')).length, before)
})

rule('ROL-4', 'of many who make one key at once one wins', async (server) => {
  const key = roleKey()
  const answers = await Promise.all(Array.from({ length: 6 }, () => create(server, { name: 'Role', key })))
  const won = answers.filter(({ status }) => status === 200)
  assert.equal(won.length, 1)
  for (const answer of answers) if (answer !== won[0]) refused(answer, 422, 'form_identifier_exists key')
  assert.equal((await server.rows('roles')).filter((row) => row.key === key).length, 1)
})

rule(
  'ROL-5',
  'an instance has a hundred roles at most',
  async (server) => {
    for (let n = 2; n < 100; n++) await givenRole(server)
    refused(await create(server, named()), 403, 'organization_instance_roles_quota_exceeded')
    assert.equal((await server.rows('roles')).length, 100)
  },
  { fresh: true },
)

rule(
  'ROL-16',
  'without organizations no role is made',
  async (server) => refused(await create(server, named()), 403, notEnabled),
  withoutOrganizations,
)
