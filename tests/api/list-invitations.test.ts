import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { dayMs, invite } from '#tests/api/invitations.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

async function names(server: TestServer, query = ''): Promise<[string[], number | undefined]> {
  const answer = await server.request('GET', `/invitations${query}`)
  assert.equal(answer.status, 200, answer.text)
  const [list, total] = 'data' in answer.body ? [answer.body.data, answer.body.total_count] : [answer.body]
  return [list.map(({ email_address }: { email_address: string }) => email_address.split('@')[0]), total]
}

/** An accepted one cannot be had by the Backend API: the row is all that counts here. */
rule(
  'INV-15 INV-16 INV-17 INV-18',
  'lists are filtered, ordered and paged',
  async (server) => {
    assert.deepEqual(await names(server), [[], undefined])
    assert.deepEqual(await names(server, '?paginated=true'), [[], 0])
    const days = { b: 1, a: 3, c: 2, d: 40 }
    const ids: Record<string, string> = {}
    for (const [name, expires_in_days] of Object.entries(days)) {
      ids[name] = (await invite(server, { email_address: `${name}@Lists.example`, expires_in_days })).id
      server.clock.advance(1000)
    }
    await server.request('POST', `/invitations/${ids.d}/revoke`)

    assert.deepEqual(await names(server), [['c', 'a', 'b'], undefined])
    assert.deepEqual(await names(server, '?paginated=true&limit=2'), [['c', 'a'], 3])
    assert.deepEqual(await names(server, '?limit=2&offset=2'), [['b'], undefined])
    assert.deepEqual(await names(server, '?limit=0&offset=-1'), [['c', 'a', 'b'], undefined])
    assert.deepEqual(await names(server, '?order_by=email_address'), [['a', 'b', 'c'], undefined])
    assert.deepEqual(await names(server, '?order_by=-expires_at'), [['a', 'c', 'b'], undefined])
    assert.deepEqual(await names(server, '?order_by=%2Bcreated_at'), [['b', 'a', 'c'], undefined])

    server.clock.advance(dayMs)
    assert.deepEqual(await names(server, '?status=expired'), [['b'], undefined])
    assert.deepEqual(await names(server, '?status=pending'), [['c', 'a'], undefined])
    assert.deepEqual(await names(server, '?status=revoked'), [['d'], undefined])
    assert.deepEqual(await names(server, '?status=accepted&paginated=true'), [[], 0])
    assert.deepEqual(await names(server, '?status=revoked&status=expired&paginated=true'), [['d', 'b'], 2])
    assert.deepEqual(await names(server), [['c', 'a', 'b'], undefined])

    assert.deepEqual(await names(server, `?query=${ids.a}`), [['a'], undefined])
    assert.deepEqual(await names(server, '?query=C%40LIST&paginated=true'), [['c'], 1])
    assert.deepEqual(await names(server, '?query=lists.example'), [['c', 'a', 'b'], undefined])
    assert.deepEqual(await names(server, '?query=%25'), [[], undefined])
    assert.deepEqual(await names(server, '?query=a%00'), [[], undefined])
    assert.deepEqual(await names(server, '?query=a%00&paginated=true'), [[], 0])
    assert.deepEqual(await names(server, '?query='), [['c', 'a', 'b'], undefined])
  },
  { fresh: true },
)

rule('INV-16 INV-18', 'other words are refused', async (server) => {
  const list = (query: string) => server.request('GET', `/invitations?${query}`)
  refused(await list('status=open'), 422, 'form_param_value_invalid status')
  refused(await list('status=pending&status=open'), 422, 'form_param_value_invalid status')
  refused(await list('order_by=status'), 422, 'form_param_value_invalid order_by')
  refused(await list('paginated=perhaps'), 422, 'form_param_value_invalid paginated')
  refused(await list('status=pending&'.repeat(101)), 422, 'form_param_array_size_exceeded status')
})
