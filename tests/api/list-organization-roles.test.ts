import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { Answer } from '#tests/running-server.ts'
import { givenRole, keysOf, notEnabled, withoutOrganizations } from './given-roles.ts'
import { refused } from './given-users.ts'

rule(
  'ROL-1',
  'an instance begins with two roles',
  async (server) => {
    const { body } = await server.request('GET', '/organization_roles?order_by=key')
    assert.equal(body.total_count, 2)
    const [admin, member] = body.data
    assert.deepEqual([admin.key, admin.is_creator_eligible, admin.permissions.length], ['org:admin', true, 8])
    assert.deepEqual([member.key, member.is_creator_eligible], ['org:member', false])
    assert.deepEqual(keysOf(member.permissions), ['org:sys_billing:read', 'org:sys_memberships:read'])
    for (const { type } of admin.permissions) assert.equal(type, 'system')
  },
  { fresh: true },
)

rule(
  'ROL-1 ROL-2',
  'roles are found, ordered and paged',
  async (server) => {
    const list = async (query: string) => {
      const answer = await server.request('GET', `/organization_roles?${query}`)
      assert.equal(answer.status, 200, answer.text)
      return [keysOf(answer.body.data), answer.body.total_count]
    }
    const own: Answer['body'][] = []
    for (const [name, key] of [
      ['Blue', 'org:one'],
      ['apple', 'org:two'],
      ['Cherry', 'org:three'],
    ]) {
      server.clock.advance(1000)
      own.push(await givenRole(server, { name, key }))
    }
    const old = (await list('order_by=created_at'))[0] as string[]
    assert.deepEqual(old.slice(2), ['org:one', 'org:two', 'org:three'])
    assert.deepEqual((await list(''))[0], old.toReversed())
    assert.deepEqual(await list('limit=2&offset=1'), [['org:two', 'org:one'], 5])
    assert.deepEqual(await list('limit=501&offset=-1'), [old.toReversed(), 5])
    const named = ['org:admin', 'org:two', 'org:one', 'org:three', 'org:member']
    assert.deepEqual((await list('order_by=name'))[0], named)
    assert.deepEqual((await list('order_by=%2Bname'))[0], named)
    assert.deepEqual((await list('order_by=-key&limit=2'))[0], ['org:two', 'org:three'])
    assert.deepEqual(await list('query=BLU'), [['org:one'], 1])
    assert.deepEqual(await list('query=ORG%3AT'), [['org:two', 'org:three'].toReversed(), 2])
    assert.deepEqual(await list(`query=${own[1].id}`), [['org:two'], 1])
    assert.deepEqual(await list(`query=${own[1].id.slice(0, -1)}`), [[], 0])
    const wrong = await server.request('GET', '/organization_roles?order_by=description')
    refused(wrong, 422, 'form_param_value_invalid order_by')
  },
  { fresh: true },
)

rule(
  'ROL-16',
  'without organizations there are no roles to list',
  async (server) => refused(await server.request('GET', '/organization_roles'), 403, notEnabled),
  withoutOrganizations,
)
