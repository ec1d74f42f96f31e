import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { domain, domainName, listedDomains, withDomains } from './given-domains.ts'
import { organization } from './given-organizations.ts'
import { refused } from './given-users.ts'

const path = '/organization_domains'

rule(
  'DOM-9',
  'the domains of every organization, filtered and ordered',
  async (server) => {
    const [one, other] = [await organization(server), await organization(server)]
    const word = domainName('zeta').split('.')[0]!
    const [first, second] = [`${word}-b.example.com`, `${word}-a.example.net`]
    await domain(server, one.id, { name: first })
    server.clock.advance(5)
    await domain(server, other.id, { name: second, verified: false })
    const search = `${path}?query=${word.toUpperCase()}`
    assert.deepEqual(await listedDomains(server, search), [[second, first], 2])
    assert.deepEqual(await listedDomains(server, `${search}&order_by=name&limit=1`), [[second], 2])
    assert.deepEqual(await listedDomains(server, `${search}&order_by=-name`), [[first, second], 2])
    assert.deepEqual(await listedDomains(server, `${search}&order_by=%2Bcreated_at`), [[first, second], 2])
    assert.deepEqual(await listedDomains(server, `${search}&verified=true`), [[first], 1])
    assert.deepEqual(await listedDomains(server, `${path}?query=${other.id}`), [[second], 1])
    assert.deepEqual(await listedDomains(server, `${path}?organization_id=${one.id}`), [[first], 1])
    const names = `domains=${first.toUpperCase()}&domains=${second}&domains=nobody.example.org`
    assert.deepEqual(await listedDomains(server, `${path}?${names}`), [[second, first], 2])
    assert.deepEqual(await listedDomains(server, `${search}&enrollment_mode=-manual_invitation`), [[], 0])
    for (const query of ['organization_id=a%00b', 'query=a%00b', 'domains=a%00b'])
      assert.deepEqual(await listedDomains(server, `${path}?${query}`), [[], 0])
  },
  withDomains,
)

rule(
  'DOM-8 DOM-9',
  'values that mean nothing are refused',
  async (server) => {
    const refusedFor = async (query: string, problem: string) =>
      refused(await server.request('GET', `${path}?${query}`), 422, problem)
    await refusedFor('order_by=verified', 'form_param_value_invalid order_by')
    await refusedFor('query=%20', 'form_param_value_invalid query')
    await refusedFor('enrollment_mode=by_hand', 'form_param_value_invalid enrollment_mode')
    await refusedFor('domains=a.example.com&'.repeat(101), 'form_param_array_size_exceeded domains')
  },
  withDomains,
)
