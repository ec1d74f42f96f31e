import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createInvitation } from '#contract/invitations/create-invitation.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { ask, dayMs, invite, tokenOf } from '#tests/api/invitations.ts'
import { messagesTo } from '#tests/mail/mailed.ts'
import { rule, type Scenario, scenarios } from '#tests/rules.ts'

rule('INV-1 INV-2', 'the link is in the answer and in the mail alone', async (server) => {
  const email_address = address('link')
  const rawBody = `{"email_address":"${email_address.toUpperCase()}","public_metadata":{"n":12345678901234567890}}`
  const headers = { 'content-type': 'application/json' }
  const answer = await server.request('POST', '/invitations', { rawBody, headers })
  assert.equal(answer.status, 200, answer.text)
  assert.ok(answer.text.includes('"public_metadata":{"n":12345678901234567890}'))
  const { id, url, public_metadata, created_at, updated_at, expires_at, ...rest } = answer.body
  assert.match(id, /^inv_\w{27}$/)
  assert.deepEqual(rest, { object: 'invitation', email_address, revoked: false, status: 'pending' })
  assert.equal(created_at, updated_at)
  const token = tokenOf({ url })
  assert.ok(Buffer.from(token, 'base64url').length >= 32)
  assert.equal(url, `${server.url}/v1/tickets/accept?ticket=${token}`)

  const [mail] = await messagesTo(server, email_address)
  assert.equal(mail.kind, 'invitation')
  assert.equal(mail.link, url)

  const stored = (await server.rows('invitations')).find((row) => row.id === id)!
  assert.equal(stored.token_hash, createHash('sha256').update(token).digest('hex'))
  const list = await server.request('GET', `/invitations?query=${id}`)
  assert.equal(list.body[0].id, id)
  const revoked = await server.request('POST', `/invitations/${id}/revoke`)
  const again = await ask(server, { email_address })
  const record = [
    await server.events(),
    stored,
    list.text,
    revoked.text,
    again.text,
    server.log,
    mail.subject,
  ]
  assert.ok(!JSON.stringify(record).includes(token))
  assert.equal(list.body[0].url, undefined)
  const [event] = await server.events(id)
  assert.deepEqual([event!.type, event!.details], ['invitation.created', {}])
})

rule('INV-2', 'with `notify` off nothing is mailed', async (server) => {
  const { email_address, url } = await invite(server, { notify: false })
  assert.deepEqual(await messagesTo(server, email_address), [])
  assert.ok(url)
  const { email_address: told } = await invite(server, { notify: null })
  assert.equal((await messagesTo(server, told)).length, 1)
})

rule('INV-3', 'it lasts as many days as it is given, and not a moment longer', async (server) => {
  server.clock.freeze()
  for (const [more, days] of [
    [{}, 30],
    [{ expires_in_days: null }, 30],
    [{ expires_in_days: 1 }, 1],
    [{ expires_in_days: 365 }, 365],
  ] as const) {
    const { created_at, expires_at } = await invite(server, more)
    assert.equal(expires_at, created_at + days * dayMs)
  }
  const { id } = await invite(server, { expires_in_days: 1 })
  const status = async () => (await server.request('GET', `/invitations?query=${id}`)).body[0].status
  server.clock.advance(dayMs - 1)
  assert.equal(await status(), 'pending')
  server.clock.advance(1)
  assert.equal(await status(), 'expired')
})

rule('INV-4', 'an address has one open invitation', async (server) => {
  const { email_address, id } = await invite(server, { expires_in_days: 2 })
  const twice = await ask(server, { email_address: email_address.toUpperCase() })
  refused(twice, 400, 'duplicate_record')
  assert.deepEqual(twice.body.errors[0].meta, { email_addresses: [email_address] })
  await server.request('POST', `/invitations/${id}/revoke`)
  await invite(server, { email_address, expires_in_days: 2 })
  refused(await ask(server, { email_address }), 400, 'duplicate_record')
  server.clock.advance(2 * dayMs + 1)
  await invite(server, { email_address })
  refused(await ask(server, { email_address }), 400, 'duplicate_record')
})

rule('INV-5', 'who is here already is not invited', async (server) => {
  const [verified, reserved, unverified] = [address('v'), address('r'), address('u')]
  await server.create({ email_address: [verified] })
  await server.create({ email_address: [reserved], email_address_identification_status: ['reserved'] })
  const { id } = await server.create({ email_address: [address('other')] })
  const unproved = { user_id: id, email_address: unverified, verified: false, primary: false }
  await server.request('POST', '/email_addresses', { body: unproved })
  const taken = 'form_identifier_exists email_address'
  refused(await ask(server, { email_address: verified.toUpperCase() }), 422, taken)
  refused(await ask(server, { email_address: reserved }), 422, taken)
  await invite(server, { email_address: unverified })
})

rule('INV-6', '`ignore_existing` invites beside another invitation and beside a user', async (server) => {
  const { email_address } = await invite(server)
  await invite(server, { email_address, ignore_existing: true })
  await invite(server, { email_address, ignore_existing: true })
  refused(await ask(server, { email_address, ignore_existing: false }), 400, 'duplicate_record')
  const user = await server.create({ email_address: [address('here')] })
  const own = user.email_addresses[0].email_address
  await invite(server, { email_address: own, ignore_existing: true })
  refused(
    await ask(server, { email_address: own, ignore_existing: null }),
    422,
    'form_identifier_exists email_address',
  )
})

const odd = (name: string, more: Record<string, unknown>, code: string, param: string): Scenario => ({
  rule: 'INV-7',
  name,
  send: () => ({ email_address: address('odd'), ...more }),
  status: 422,
  code,
  param,
})

scenarios(createInvitation, [
  {
    rule: 'INV-7',
    name: 'nobody to invite',
    send: {},
    status: 422,
    code: 'form_param_missing',
    param: 'email_address',
  },
  odd('an address that is null', { email_address: null }, 'form_param_nil', 'email_address'),
  odd('an address that is empty', { email_address: '' }, 'form_param_nil', 'email_address'),
  odd('an address that is none', { email_address: 'ada' }, 'form_param_format_invalid', 'email_address'),
  odd('a domain is no address', { email_address: '*@' }, 'form_param_format_invalid', 'email_address'),
  odd(
    'metadata beyond 8192 bytes',
    { public_metadata: { a: 'x'.repeat(8192) } },
    'form_param_exceeds_allowed_size',
    'public_metadata',
  ),
  odd('no day at all', { expires_in_days: 0 }, 'form_param_value_invalid', 'expires_in_days'),
  odd('more than a year', { expires_in_days: 366 }, 'form_param_value_too_large', 'expires_in_days'),
  odd('half a day', { expires_in_days: 1.5 }, 'form_param_type_invalid', 'expires_in_days'),
  odd('another template', { template_slug: 'welcome' }, 'form_param_value_invalid', 'template_slug'),
  odd('a relative page', { redirect_url: '/welcome' }, 'form_param_format_invalid', 'redirect_url'),
  odd(
    'a script as page',
    { redirect_url: 'javascript:alert(1)' },
    'form_param_format_invalid',
    'redirect_url',
  ),
  odd('what nobody knows', { role: 'org:admin' }, 'form_param_unknown', 'role'),
  {
    rule: 'INV-7',
    name: 'a template, a page and empty metadata are taken',
    send: () => ({
      email_address: address('fine'),
      template_slug: 'waitlist_invitation',
      redirect_url: 'https://app.example.com/welcome?a=1',
      public_metadata: null,
    }),
    status: 200,
    expect: { public_metadata: {} },
  },
])

rule(
  'INV-9',
  'without e-mail addresses nobody is invited',
  async (server) => {
    refused(await ask(server, {}), 403, 'feature_not_enabled')
    refused(await ask(server, { email_address: 'a@b.co' }), 422, 'form_param_unknown email_address')
  },
  { settings: { attributes: { email_address: { enabled: false } } } },
)
