import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { joined, person } from './given-members.ts'
import { organization as newOrganization } from './given-organizations.ts'
import { refused } from './given-users.ts'

rule(
  'MBR-17',
  'the members of all organizations are listed, newest first or as asked',
  async (server) => {
    const asked = async (query = '') => {
      const answer = await server.request('GET', `/organization_memberships?${query}`)
      assert.equal(answer.status, 200, answer.text)
      return answer.body
    }
    assert.deepEqual(await asked(), { data: [], total_count: 0 })
    const [one, other] = [await newOrganization(server), await newOrganization(server)]
    const all = []
    for (const name of ['Ada', 'Cleo', 'Bob']) {
      const user = await person(server, { first_name: name })
      all.push(await joined(server, name === 'Cleo' ? other : one, user))
      server.clock.advance(1000)
    }
    const [ada, cleo, bob] = all
    assert.deepEqual(await asked(), { data: [bob, cleo, ada], total_count: 3 })
    assert.deepEqual(await asked('order_by=first_name&limit=2'), { data: [ada, bob], total_count: 3 })
    assert.deepEqual(await asked('order_by=created_at&offset=2'), { data: [bob], total_count: 3 })
    refused(
      await server.request('GET', '/organization_memberships?order_by=role'),
      422,
      'form_param_value_invalid order_by',
    )
  },
  { fresh: true },
)
