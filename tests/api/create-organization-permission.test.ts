import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { givenPermission, notEnabled, permissionKey, record, withoutOrganizations } from './given-roles.ts'
import { refused } from './given-users.ts'

const create = (server: TestServer, body: object) =>
  server.request('POST', '/organization_permissions', { body })
const named = (more: object = {}) => ({ name: 'Thing', key: permissionKey(), ...more })

rule('PER-2', 'a permission is made, and recorded', async (server) => {
  const body = { name: 'Read invoices', key: permissionKey(), description: 'See what was billed.' }
  const answer = await create(server, body)
  assert.equal(answer.status, 200, answer.text)
  const { id, created_at, updated_at, ...rest } = answer.body
  assert.match(id, /^perm_/)
  assert.equal(created_at, updated_at)
  assert.deepEqual(rest, { object: 'permission', ...body, type: 'user' })
  assert.deepEqual(await record(server, id), [['permission.created', { key: body.key }]])
  assert.equal((await givenPermission(server, { description: null })).description, '')
})

rule('PER-3', 'what no permission can be is refused, and nothing is made', async (server) => {
  const { key } = await givenPermission(server)
  const before = (await server.rows('permissions')).length
  const cases: [object, string][] = [
    [{ key: permissionKey() }, 'form_param_missing name'],
    [{ name: 'Thing' }, 'form_param_missing key'],
    [named({ name: '' }), 'form_param_nil name'],
    [named({ name: 'n'.repeat(257) }), 'form_param_max_length_exceeded name'],
    [named({ type: 'system' }), 'form_param_unknown type'],
    [named({ key }), 'form_identifier_exists key'],
    [named({ key: 'org:sys_profile:manage' }), 'form_param_format_invalid key'],
    [named({ key: 'org:sys_own:do' }), 'form_param_format_invalid key'],
  ]
  for (const wrong of ['org:a', 'org:a:b:c', 'org::b', 'org:A:b', 'org:a:b c', 'a:b', 'my:a:b'])
    cases.push([named({ key: wrong }), 'form_param_format_invalid key'])
  for (const [body, problem] of cases) refused(await create(server, body), 422, problem)
  assert.equal((await server.rows('permissions')).length, before)
})

rule('PER-3', 'of many who make one key at once one wins', async (server) => {
  const body = named()
  const answers = await Promise.all(Array.from({ length: 6 }, () => create(server, body)))
  const won = answers.filter(({ status }) => status === 200)
  assert.equal(won.length, 1)
  for (const answer of answers) if (answer !== won[0]) refused(answer, 422, 'form_identifier_exists key')
  assert.equal((await server.rows('permissions')).filter(({ key }) => key === body.key).length, 1)
})

rule(
  'PER-9',
  'without organizations no permission is made',
  async (server) => refused(await create(server, named()), 403, notEnabled),
  withoutOrganizations,
)
