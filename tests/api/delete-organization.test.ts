import assert from 'node:assert/strict'
import { membershipRows, organization, recordOf } from '#tests/api/given-organizations.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'

rule(
  'ORG-16 ORG-20',
  'all that is in it goes with it; its users stay',
  async (server) => {
    const user = await server.create({ email_address: [address()] })
    const [made, other] = [
      await organization(server, { created_by: user.id }),
      await organization(server, { created_by: user.id }),
    ]
    const within = async (path: string, body: object) => {
      const answer = await server.request('POST', path, { body })
      assert.equal(answer.status, 200, answer.text)
      return answer.body
    }
    const session = await within('/sessions', { user_id: user.id, active_organization_id: made.id })
    assert.equal(session.last_active_organization_id, made.id)
    const invited = { email_address: address(), role: 'org:member' }
    await within(`/organizations/${made.id}/invitations`, invited)
    const domain = { name: 'deleted-with-it.example', enrollment_mode: 'manual_invitation' }
    await within(`/organizations/${made.id}/domains`, domain)
    const remove = () => server.request('DELETE', `/organizations/${made.id}`)
    const answers = await Promise.all([remove(), remove()])
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404])
    assert.deepEqual(answers.find(({ status }) => status === 200)!.body, {
      object: 'organization',
      id: made.id,
      slug: made.slug,
      deleted: true,
    })
    refused(answers.find(({ status }) => status === 404)!, 404, 'resource_not_found')
    assert.equal((await membershipRows(server, other.id)).length, 1)
    for (const table of ['memberships', 'organization_invitations', 'organization_domains']) {
      const left = (await server.rows(table)).filter(({ organization_id }) => organization_id === made.id)
      assert.deepEqual(left, [], table)
    }
    const { body: after } = await server.request('GET', `/sessions/${session.id}`)
    assert.deepEqual([after.status, after.last_active_organization_id], ['active', null])
    assert.equal((await server.request('GET', `/organizations/${made.id}`)).status, 404)
    assert.equal((await server.request('GET', `/users/${user.id}`)).status, 200)
    assert.deepEqual((await recordOf(server, made.id)).slice(1), [
      ['organization.deleted', { slug: made.slug }],
    ])
    await organization(server, { slug: made.slug })
  },
  { settings: { organizations: { domains_enabled: true } } },
)

rule('ORG-17', 'a user who is deleted leaves, and the record says so', async (server) => {
  const user = await server.create({ email_address: [address()] })
  const made = [
    await organization(server, { created_by: user.id }),
    await organization(server, { created_by: user.id }),
  ]
  const members = await Promise.all(made.map(async ({ id }) => (await membershipRows(server, id))[0]!))
  assert.equal((await server.request('DELETE', `/users/${user.id}`)).status, 200)
  for (const [i, { id }] of made.entries()) {
    assert.deepEqual(await membershipRows(server, id), [])
    assert.deepEqual((await recordOf(server, String(members[i]!.id))).slice(1), [
      ['organizationMembership.deleted', { organization_id: id, user_id: user.id, role: 'org:admin' }],
    ])
    const query = 'include_members_count=true&include_missing_member_with_elevated_permissions=true'
    const { body } = await server.request('GET', `/organizations/${id}?${query}`)
    assert.partialDeepStrictEqual(body, {
      members_count: 0,
      missing_member_with_elevated_permissions: true,
    })
    assert.equal('created_by' in body, false)
  }
})
