import assert from 'node:assert/strict'
import { createOrganizationInvitation } from '#contract/organizations/create-organization-invitation.ts'
import { rule, type Scenario, scenarios } from '#tests/rules.ts'
import { inviting, withoutOrganizations } from './given-invitations.ts'
import { organization } from './given-organizations.ts'
import { address, refused } from './given-users.ts'

rule(
  'OIN-8',
  'a live server leads to its own pages only',
  async (server) => {
    const { id } = await organization(server)
    const to = (redirect_url: string) => inviting(server, id, { redirect_url, notify: false })
    assert.equal((await to('https://app.example.com/welcome?a=1')).status, 200)
    for (const url of [
      'https://evil.example.com/',
      'http://app.example.com/',
      'https://app.example.com.evil.net/',
    ])
      refused(await to(url), 422, 'form_param_value_invalid redirect_url')
    const listed = 'https://other.example.com/in'
    assert.equal((await server.request('POST', '/redirect_urls', { body: { url: listed } })).status, 200)
    assert.equal((await to(listed)).status, 200)
    refused(await to(`${listed}/more`), 422, 'form_param_value_invalid redirect_url')
  },
  { environment: 'live', settings: { allowed_origins: ['https://app.example.com'] } },
)

rule(
  'OIN-9',
  'without organizations nobody is invited',
  async (server) => {
    const [one, all] = ['/organizations/org_any/invitations', '/organization_invitations']
    const body = { email_address: address(), role: 'org:member' }
    const user = await server.create({ email_address: [address()] })
    const answers = [
      await server.request('POST', one, { body }),
      await server.request('POST', `${one}/bulk`, { body: [body] }),
      await server.request('GET', one),
      await server.request('GET', `${one}/pending`),
      await server.request('GET', `${one}/orginv_any`),
      await server.request('POST', `${one}/orginv_any/revoke`, { body: {} }),
      await server.request('GET', all),
      await server.request('GET', `/users/${user.id}/organization_invitations`),
    ]
    for (const answer of answers) refused(answer, 403, 'organization_not_enabled_in_instance')
  },
  withoutOrganizations,
)

const wrong = (name: string, more: Record<string, unknown>, code: string, param: string): Scenario => ({
  rule: code === 'form_param_value_too_large' ? 'OIN-6' : 'OIN-8',
  name,
  params: () => ({ organization_id: 'org_nobody' }),
  send: () => ({ email_address: address(), role: 'org:member', ...more }),
  status: 422,
  code,
  param,
})

scenarios(createOrganizationInvitation, [
  wrong('an address that is none', { email_address: 'ada' }, 'form_param_format_invalid', 'email_address'),
  wrong('an empty role', { role: '' }, 'form_param_nil', 'role'),
  wrong('no day', { expires_in_days: 0 }, 'form_param_value_invalid', 'expires_in_days'),
  wrong('more than a year', { expires_in_days: 366 }, 'form_param_value_too_large', 'expires_in_days'),
  wrong(
    'too much metadata',
    { private_metadata: { a: 'x'.repeat(8192) } },
    'form_param_exceeds_allowed_size',
    'private_metadata',
  ),
  ...[
    '/welcome',
    'ftp://example.com/',
    'javascript:alert(1)',
    'https://ada@example.com/',
    `https://e.com/${'x'.repeat(2048)}`,
  ].map((redirect_url) =>
    wrong(
      `${redirect_url.slice(0, 30)} is no place to be sent to`,
      { redirect_url },
      'form_param_format_invalid',
      'redirect_url',
    ),
  ),
  {
    rule: 'OIN-8',
    name: 'address and role are required',
    params: () => ({ organization_id: 'org_nobody' }),
    send: {},
    status: 422,
    code: ['form_param_missing', 'form_param_missing'],
    param: ['email_address', 'role'],
  },
])
