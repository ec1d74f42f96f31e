import assert from 'node:assert/strict'
import { askToList, creationRules, entry } from '#tests/api/access-lists.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { invite } from '#tests/api/invitations.ts'
import { messagesTo } from '#tests/mail/mailed.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

creationRules('allowlist', ['ALW-1', 'ALW-2'])

rule('ALW-3', '`notify` lists and invites, or does neither', async (server) => {
  const ask = (identifier: string, notify: boolean | null = true) =>
    askToList(server, 'allowlist', { identifier, notify })
  const own = address('told')
  const told = await ask(own.toUpperCase())
  assert.equal(told.status, 200, told.text)
  const [invitation] = (await server.request('GET', `/invitations?query=${own}`)).body
  assert.equal(told.body.invitation_id, invitation.id)
  const [mail] = await messagesTo(server, own)
  assert.equal(mail.kind, 'invitation')
  assert.ok(!told.text.includes(new URL(mail.link).searchParams.get('ticket')!))

  const counts = async () => [
    (await server.rows('listed_identifiers')).length,
    (await server.rows('invitations')).length,
    (await server.rows('messages')).length,
    (await server.events()).length,
  ]
  const { email_address: invited } = await invite(server)
  const user = await server.create({ email_address: [address('here')] })
  const before = await counts()
  refused(await ask(own), 400, 'duplicate_record')
  refused(await ask(invited), 400, 'duplicate_record')
  refused(await ask(user.email_addresses[0].email_address), 422, 'form_identifier_exists email_address')
  assert.deepEqual(await counts(), before)

  for (const quiet of ['*@told.example', '+12025550199', `0x${'c'.repeat(40)}`]) {
    const answer = await ask(quiet)
    assert.equal(answer.status, 200, answer.text)
    assert.equal(answer.body.invitation_id, undefined)
  }
  assert.equal((await ask(address('quiet'), null)).body.invitation_id, undefined)
  assert.equal((await counts())[1], before[1])
})

const restrictions = {
  allowlist: { enabled: true, identifiers: ['*@file.example'] },
  block_email_subaddresses: { enabled: true },
}

rule(
  'ALW-6',
  'with an allowlist nobody else is created, and nobody is given other addresses',
  async (server: TestServer) => {
    const create = (email: string) => server.request('POST', '/users', { body: { email_address: [email] } })
    const out = async (email: string) => {
      const answer = await create(email)
      refused(answer, 403, 'not_allowed_access')
      assert.deepEqual(answer.body.errors[0].meta, { identifiers: [email] })
    }
    await out('ada@api.example')
    const whole = await entry(server, 'allowlist', '*@Api.example')
    await entry(server, 'allowlist', 'bob@one.example')
    await entry(server, 'allowlist', '+12025550161')
    const { id } = await server.create({ email_address: ['ada@API.example', 'ada@file.example'] })
    await server.create({ email_address: ['bob@one.example'], phone_number: ['+1 202 555 0161'] })
    await out('eve@one.example')
    await out('eve@sub.api.example')
    await out('eve+1@api.example')
    const add = (email_address: string) =>
      server.request('POST', '/email_addresses', { body: { user_id: id, email_address, verified: true } })
    const replace = (email_address: string) =>
      server.request('PUT', `/users/${id}/email_address`, { body: { email_address } })
    refused(await add('ada@elsewhere.example'), 403, 'not_allowed_access')
    assert.equal((await add('ada2@api.example')).status, 200)
    refused(await replace('ada@elsewhere.example'), 403, 'not_allowed_access')
    assert.equal((await replace('ada3@api.example')).status, 200)
    const phone = (phone_number: string) =>
      server.request('POST', '/phone_numbers', { body: { user_id: id, phone_number } })
    refused(await phone('+12025550162'), 403, 'not_allowed_access')
    await server.request('DELETE', `/allowlist_identifiers/${whole.id}`)
    await out('dan@api.example')
    await server.create({ email_address: ['dan@file.example'], username: `free_${server.engine}` })
  },
  { settings: { restrictions } },
)

rule('ALW-6', 'an allowlist that is not enabled keeps nobody out', async (server) => {
  await entry(server, 'allowlist', 'only@me.example')
  await server.create({ email_address: [address('free')] })
})
