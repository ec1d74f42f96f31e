import assert from 'node:assert/strict'
import { messagesTo } from '#tests/mail/mailed.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { member } from './given-invitations.ts'
import { organization } from './given-organizations.ts'
import { address, refused } from './given-users.ts'

const bulk = (server: TestServer, id: string, body: unknown) =>
  server.request('POST', `/organizations/${id}/invitations/bulk`, { body })

const some = (count: number, more: Record<string, unknown> = {}) =>
  Array.from({ length: count }, () => ({ email_address: address('bulk'), role: 'org:member', ...more }))

rule('OIN-10', 'ten are invited in the order in which they were given', async (server) => {
  const { id } = await organization(server)
  const asked = some(10).map((one, at) => ({
    ...one,
    ...(at === 3 ? { role: 'org:admin', expires_in_days: 2 } : {}),
  }))
  const { status, body, text } = await bulk(server, id, asked)
  assert.equal(status, 200, text)
  assert.equal(body.total_count, 10)
  assert.deepEqual(
    body.data.map((one: { email_address: string; role: string }) => [one.email_address, one.role]),
    asked.map(({ email_address, role }) => [email_address, role]),
  )
  const links = body.data.map(({ url }: { url: string }) => url)
  assert.equal(new Set(links).size, 10)
  for (const [at, { email_address }] of asked.entries()) {
    const mails = await messagesTo(server, email_address)
    assert.deepEqual(
      mails.map(({ link }) => link),
      [links[at]],
    )
  }
})

rule('OIN-10', 'none and more than ten are too few and too many', async (server) => {
  const { id } = await organization(server)
  for (const count of [0, 11])
    refused(await bulk(server, id, some(count)), 400, 'bulk_size_exceeded invitations')
  for (const body of [{}, { invitations: some(1) }, null])
    refused(await bulk(server, id, body), 400, 'request_body_invalid')
})

rule('OIN-11', 'where one is refused nobody is invited', async (server) => {
  const { id } = await organization(server, { max_allowed_memberships: 4 })
  const user = await server.create({ email_address: [address('member')] })
  await member(server, id, user.id)
  const email_address = user.email_addresses[0].email_address
  const [first, second] = some(2)
  const attempts: [unknown[], number, string][] = [
    [[first, first], 400, 'organization_invitation_not_unique'],
    [[first, { ...second, email_address }], 400, 'already_a_member_in_organization'],
    [[first, { ...second, role: 'org:nothing' }], 422, 'form_resource_not_found role'],
    [[first, { ...second, email_address: 'ada' }], 422, 'form_param_format_invalid email_address'],
    [[first, { ...second, inviter_user_id: user.id }], 403, 'not_an_admin_in_organization inviter_user_id'],
    [[first, { ...second, redirect_url: '/' }], 422, 'form_param_format_invalid redirect_url'],
    [
      [first, { ...second, public_metadata: { a: 'x'.repeat(8192) } }],
      422,
      'form_param_exceeds_allowed_size public_metadata',
    ],
    [[first, { ...second, expires_in_days: 366 }], 422, 'form_param_value_too_large expires_in_days'],
    [[first, { role: 'org:member' }], 422, 'form_param_missing email_address'],
    [[first, { ...second, role: '' }], 422, 'form_param_nil role'],
    [some(4), 403, 'organization_membership_quota_exceeded'],
  ]
  for (const [body, status, problem] of attempts) refused(await bulk(server, id, body), status, problem)
  refused(await bulk(server, 'org_nobody', [first]), 404, 'resource_not_found')
  const { body } = await server.request('GET', `/organizations/${id}/invitations`)
  assert.deepEqual(body, { data: [], total_count: 0 })
  assert.deepEqual(await messagesTo(server, first!.email_address), [])
  assert.equal((await bulk(server, id, some(3))).status, 200)
})
