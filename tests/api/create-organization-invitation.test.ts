import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { engines } from '#tests/engines.ts'
import { messagesTo } from '#tests/mail/mailed.ts'
import { rule } from '#tests/rules.ts'
import { startServer } from '#tests/running-server.ts'
import { dayMs, invitation, inviting, member, revoking, statusOf } from './given-invitations.ts'
import { organization, recordOf } from './given-organizations.ts'
import { address, refused } from './given-users.ts'

rule('OIN-1', 'the answer has the link, and so has the mail', async (server) => {
  const inviter = await server.create({
    first_name: 'Ada',
    last_name: 'Byron',
    email_address: [address('ada')],
  })
  const { id: organization_id, name } = await organization(server, { created_by: inviter.id })
  const email = address('Grace')
  const at = Date.now()
  const answer = await inviting(server, organization_id, {
    email_address: email.toUpperCase(),
    inviter_user_id: inviter.id,
  })
  assert.equal(answer.status, 200, answer.text)
  const { id, url, created_at, updated_at, expires_at, public_inviter_data: by, ...rest } = answer.body
  assert.match(id, /^orginv_\w{27}$/)
  assert.match(url, new RegExp(`^${server.url}/v1/tickets/accept\\?ticket=[\\w-]{43}$`))
  assert.ok(created_at >= at - 1000 && updated_at === created_at && expires_at === created_at + 30 * dayMs)
  assert.deepEqual(
    [by.user_id, by.first_name, by.identifier],
    [inviter.id, 'Ada', inviter.email_addresses[0].email_address],
  )
  assert.deepEqual(rest, {
    object: 'organization_invitation',
    email_address: email,
    role: 'org:member',
    role_name: 'Member',
    organization_id,
    inviter_id: inviter.id,
    status: 'pending',
    public_metadata: {},
    private_metadata: {},
  })
  const [mail] = await messagesTo(server, email)
  assert.deepEqual([mail.kind, mail.link, mail.code], ['organization_invitation', url, null])
  assert.equal(mail.subject, `You are invited to ${name}`)
  assert.ok(mail.text.includes(`Ada Byron invites you to join ${name}`) && mail.text.includes('for 30 days'))
  assert.ok(mail.text.includes(url) && mail.html.includes(`href="${url}"`))
  assert.deepEqual(await recordOf(server, id), [
    ['organizationInvitation.created', { organization_id, role: 'org:member' }],
  ])
})

rule('OIN-1', 'without an inviter somebody invites, and without notify nobody is told', async (server) => {
  const { id } = await organization(server)
  const quiet = await invitation(server, id, { notify: false })
  assert.deepEqual(await messagesTo(server, quiet.email_address), [])
  assert.ok(quiet.url.includes('ticket='))
  const told = await invitation(server, id, { notify: null, inviter_user_id: null, expires_in_days: 1 })
  assert.deepEqual([told.inviter_id, told.public_inviter_data], [null, null])
  const [mail] = await messagesTo(server, told.email_address)
  assert.ok(mail.text.startsWith('Somebody invites you') && mail.text.includes('for 1 day.'))
})

rule('OIN-1', 'metadata travels as the text that was sent', async (server) => {
  const { id } = await organization(server)
  const rawBody = `{"email_address":"${address('text')}","role":"org:member","public_metadata":{"n":12345678901234567890,"b":1,"a":2}}`
  const headers = { 'content-type': 'application/json' }
  const answer = await server.request('POST', `/organizations/${id}/invitations`, { rawBody, headers })
  assert.ok(answer.text.includes('"public_metadata":{"n":12345678901234567890,"b":1,"a":2}'), answer.text)
})

rule('OIN-2', 'the secret is told once, and lies nowhere in clear text', async (server) => {
  const { id: organization_id } = await organization(server)
  const made = await invitation(server, organization_id)
  const token = made.url.split('ticket=')[1]
  const path = `/organizations/${organization_id}/invitations`
  const later = [
    await server.request('GET', path),
    await server.request('GET', `${path}/${made.id}`),
    await server.request('GET', `${path}/pending`),
    await server.request('GET', '/organization_invitations'),
    await revoking(server, made),
  ]
  for (const answer of later) {
    assert.ok(answer.text.includes(made.id) && !answer.text.includes(token))
    assert.equal((answer.body.data?.[0] ?? answer.body).url, null)
  }
  const rows = await server.rows('organization_invitations')
  const stored = rows.find(({ id }) => id === made.id)!
  assert.equal(stored.token_hash, createHash('sha256').update(token).digest('hex'))
  const written = JSON.stringify([
    rows,
    await server.rows('events'),
    await server.rows('messages'),
    server.log,
  ])
  assert.ok(!written.includes(token))
})

rule('OIN-3', 'one open invitation for an address, to each organization', async (server) => {
  const { id } = await organization(server)
  const email_address = address('twice')
  const first = await invitation(server, id, { email_address })
  const again = (more = {}) => inviting(server, id, { email_address, ...more })
  refused(await again(), 400, 'organization_invitation_not_unique')
  refused(
    await again({ email_address: email_address.toUpperCase() }),
    400,
    'organization_invitation_not_unique',
  )
  await invitation(server, (await organization(server)).id, { email_address })
  assert.equal((await revoking(server, first)).status, 200)
  const second = await again({ expires_in_days: 1 })
  assert.equal(second.status, 200)
  refused(await again(), 400, 'organization_invitation_not_unique')
  server.clock.advance(dayMs)
  assert.equal((await again()).status, 200)
  assert.deepEqual(
    [await statusOf(server, first), await statusOf(server, second.body)],
    ['revoked', 'expired'],
  )
})

rule('OIN-4', 'whoever is a member already is not invited', async (server) => {
  const { id } = await organization(server)
  const [verified, reserved, loose] = [address('verified'), address('reserved'), address('loose')]
  const user = await server.create({
    email_address: [verified, reserved],
    email_address_identification_status: ['verified', 'reserved'],
  })
  await server.request('POST', '/email_addresses', {
    body: { user_id: user.id, email_address: loose, verified: false },
  })
  await invitation(server, id, { email_address: verified.replace('@', '+else@') })
  await member(server, id, user.id)
  for (const email_address of [verified, reserved])
    refused(await inviting(server, id, { email_address }), 400, 'already_a_member_in_organization')
  await invitation(server, id, { email_address: loose })
  await invitation(server, (await organization(server)).id, { email_address: verified })
})

rule('OIN-5', 'members and open invitations do not exceed the limit', async (server) => {
  const { id } = await organization(server, { max_allowed_memberships: 3 })
  await member(server, id, (await server.create({ email_address: [address()] })).id)
  const first = await invitation(server, id, { expires_in_days: 2 })
  const second = await invitation(server, id, { expires_in_days: 1 })
  refused(await inviting(server, id), 403, 'organization_membership_quota_exceeded')
  await revoking(server, first)
  await invitation(server, id)
  refused(await inviting(server, id), 403, 'organization_membership_quota_exceeded')
  server.clock.advance(dayMs)
  assert.equal(await statusOf(server, second), 'expired')
  await invitation(server, id)
})

rule(
  'OIN-6',
  'an invitation is open until its last millisecond is over',
  async (server) => {
    server.clock.freeze()
    const { id } = await organization(server)
    const made = await invitation(server, id, { expires_in_days: 365 })
    assert.equal(made.expires_at - made.created_at, 365 * dayMs)
    server.clock.advance(365 * dayMs - 1)
    assert.equal(await statusOf(server, made), 'pending')
    server.clock.advance(1)
    assert.equal(await statusOf(server, made), 'expired')
  },
  { fresh: true },
)

rule('OIN-7', 'who invites may manage the members', async (server) => {
  const admin = await server.create({ email_address: [address('admin')] })
  const { id } = await organization(server, { created_by: admin.id })
  const plain = await server.create({ email_address: [address('plain')] })
  const stranger = await server.create({ email_address: [address('stranger')] })
  await member(server, id, plain.id)
  for (const inviter_user_id of [plain.id, stranger.id, 'user_nobody'])
    refused(
      await inviting(server, id, { inviter_user_id }),
      403,
      'not_an_admin_in_organization inviter_user_id',
    )
  await invitation(server, id, { inviter_user_id: admin.id })
  refused(await inviting(server, id, { role: 'org:nothing' }), 422, 'form_resource_not_found role')
  refused(await inviting(server, 'org_nobody'), 404, 'resource_not_found')
})

for (const engine of engines)
  test(`[MSG-5] links are shown to the person at the console, not in the log (${engine})`, async (t) => {
    const shown: unknown[] = []
    const server = await startServer(engine, { showMail: (mail) => shown.push(mail), logLevel: 'trace' })
    t.after(() => server.stop())
    const { id } = await organization(server)
    const { email_address: recipient, url: link } = await invitation(server, id)
    await invitation(server, id, { notify: false })
    assert.deepEqual(shown, [{ kind: 'organization_invitation', recipient, code: null, link }])
    assert.ok(!server.log.join('').includes(recipient) && !server.log.join('').includes('ticket='))
  })

rule(
  'OIN-2',
  'a live server keeps no link that nobody will send',
  async (server) => {
    const { id } = await organization(server)
    const { url } = await invitation(server, id)
    const [row] = (await server.rows('messages')).filter(({ kind }) => kind === 'organization_invitation')
    assert.deepEqual([row?.status, row?.body], ['stored', null])
    const answers = JSON.stringify(await server.rows('events')) + server.log.join('')
    assert.ok(!answers.includes(url.split('ticket=')[1]))
  },
  { environment: 'live', fresh: true },
)
