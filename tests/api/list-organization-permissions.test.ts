import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { givenPermission, keysOf, notEnabled, withoutOrganizations } from './given-roles.ts'
import { refused } from './given-users.ts'

const system = [
  'org:sys_billing:manage',
  'org:sys_billing:read',
  'org:sys_domains:manage',
  'org:sys_domains:read',
  'org:sys_memberships:manage',
  'org:sys_memberships:read',
  'org:sys_profile:delete',
  'org:sys_profile:manage',
]

rule(
  'PER-1',
  'permissions of the system and your own are listed, found, ordered and paged',
  async (server) => {
    const list = async (query: string) => {
      const answer = await server.request('GET', `/organization_permissions?${query}`)
      assert.equal(answer.status, 200, answer.text)
      return [keysOf(answer.body.data), answer.body.total_count]
    }
    assert.deepEqual(await list('order_by=key'), [system, 8])
    server.clock.advance(1000)
    const own = await givenPermission(server, { name: 'Read invoices', key: 'org:invoices:read' })
    assert.deepEqual(await list('limit=1'), [['org:invoices:read'], 9])
    assert.deepEqual(await list('order_by=-key&limit=2&offset=7'), [
      ['org:sys_billing:manage', 'org:invoices:read'],
      9,
    ])
    assert.deepEqual(await list('query=INVOICE'), [['org:invoices:read'], 1])
    assert.deepEqual(await list(`query=${own.id}`), [['org:invoices:read'], 1])
    assert.deepEqual(await list('query=nothing'), [[], 0])
    const [oldestFirst] = await list('order_by=%2Bcreated_at&limit=9')
    assert.equal((oldestFirst as string[]).at(-1), 'org:invoices:read')
    const wrong = await server.request('GET', '/organization_permissions?order_by=type')
    refused(wrong, 422, 'form_param_value_invalid order_by')
  },
  { fresh: true },
)

rule(
  'PER-9',
  'without organizations there are no permissions to list',
  async (server) => refused(await server.request('GET', '/organization_permissions'), 403, notEnabled),
  withoutOrganizations,
)
