import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { joined } from './given-members.ts'
import { organization as newOrganization } from './given-organizations.ts'
import { givenUsers, refused } from './given-users.ts'

rule(
  'LST-2 LST-3 LST-5 CNT-1',
  'users are found by the organizations that they are in',
  async (server) => {
    const { users, find } = await givenUsers(server, {
      one: { first_name: 'Ada' },
      both: { first_name: 'Ada' },
      other: {},
      neither: {},
    })
    const [first, second] = [await newOrganization(server), await newOrganization(server)]
    await joined(server, first, users.one)
    await joined(server, first, users.both, 'org:admin')
    await joined(server, second, users.both)
    await joined(server, second, users.other)
    const finds = async (query: string, ...expected: string[]) => {
      assert.deepEqual((await find(`order_by=created_at&${query}`)).sort(), expected.sort(), query)
      const { body } = await server.request('GET', `/users/count?${query}`)
      assert.equal(body.total_count, expected.length, query)
    }
    const [a, b] = [first.id, second.id]
    await finds(`organization_id=${a}`, 'one', 'both')
    await finds(`organization_id=%2B${a}&organization_id=+${b}`, 'one', 'both', 'other')
    await finds(`organization_id=-${a}`, 'other', 'neither')
    await finds(`organization_id=-${a}&organization_id=-${b}`, 'neither')
    await finds(`organization_id=${b}&organization_id=-${a}`, 'other')
    await finds(`organization_id=${b}&organization_id=org_nobody`, 'both', 'other')
    await finds(`organization_id=org_nobody`)
    await finds(`organization_id=-org_nobody`, 'one', 'both', 'other', 'neither')
    await finds(`organization_id=${a}&name_query=ada&user_id=-${users.one.id}`, 'both')
    await server.request('DELETE', `/organizations/${a}/memberships/${users.one.id}`)
    await finds(`organization_id=${a}`, 'both')
    const many = Array.from({ length: 101 }, (_, i) => `organization_id=org_${i}`).join('&')
    const refusal = await server.request('GET', `/users?${many}`)
    refused(refusal, 422, 'form_param_array_size_exceeded organization_id')
  },
  { fresh: true },
)
