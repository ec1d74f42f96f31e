import assert from 'node:assert/strict'
import { address, refused } from '#tests/api/given-users.ts'
import { invite, tokenOf } from '#tests/api/invitations.ts'
import { messagesTo } from '#tests/mail/mailed.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const bulk = (server: TestServer, body: unknown) => server.request('POST', '/invitations/bulk', { body })
const people = (count: number) =>
  Array.from({ length: count }, () => ({ email_address: address('bulk') as string }))

rule('INV-10', 'all are invited, in the order of the request', async (server) => {
  const asked = [
    ...people(7).reverse(),
    { email_address: address('quiet'), notify: false, public_metadata: { plan: 'x' } },
  ]
  const answer = await bulk(server, asked)
  assert.equal(answer.status, 200, answer.text)
  const addresses = (list: { email_address: string }[]) => list.map((one) => one.email_address)
  assert.deepEqual(addresses(answer.body), addresses(asked))
  assert.equal(new Set(answer.body.map(tokenOf)).size, 8)
  assert.deepEqual(answer.body[7].public_metadata, { plan: 'x' })
  assert.equal((await messagesTo(server, asked[0]!.email_address))[0].link, answer.body[0].url)
  assert.deepEqual(await messagesTo(server, asked[7]!.email_address), [])
  for (const { id } of answer.body) assert.equal((await server.events(id))[0]!.type, 'invitation.created')
})

rule('INV-11', 'one that is refused keeps all from being invited', async (server) => {
  const { email_address } = await invite(server)
  const user = await server.create({ email_address: [address('here')] })
  const own = user.email_addresses[0].email_address
  const counts = async () => [
    (await server.rows('invitations')).length,
    (await server.rows('messages')).length,
    (await server.events()).length,
  ]
  const before = await counts()
  const attempt = (body: object) => bulk(server, [people(1)[0], body, people(1)[0]])
  refused(await attempt({ email_address }), 400, 'duplicate_record')
  refused(await attempt({ email_address: own }), 422, 'form_identifier_exists email_address')
  refused(await attempt({ email_address: 'none' }), 422, 'form_param_format_invalid email_address')
  refused(await attempt({}), 422, 'form_param_missing email_address')
  refused(await attempt({ email_address: '' }), 422, 'form_param_nil email_address')
  const long = { email_address: address('long'), public_metadata: { a: 'x'.repeat(8192) } }
  refused(await attempt(long), 422, 'form_param_exceeds_allowed_size public_metadata')
  const late = { email_address: address('late'), expires_in_days: 366 }
  refused(await attempt(late), 422, 'form_param_value_too_large expires_in_days')
  refused(await bulk(server, { email_address: address('one') }), 400, 'request_body_invalid')
  refused(await bulk(server, ['ada@example.com']), 400, 'request_body_invalid')
  assert.deepEqual(await counts(), before)
  const both = await bulk(server, [
    { email_address, ignore_existing: true },
    { email_address: own, ignore_existing: true },
  ])
  assert.equal(both.status, 200, both.text)
})

rule('INV-12', 'from one to ten', async (server) => {
  refused(await bulk(server, []), 400, 'bulk_size_exceeded')
  refused(await bulk(server, people(11)), 400, 'bulk_size_exceeded')
  assert.equal((await bulk(server, people(10))).body.length, 10)
  assert.equal((await bulk(server, people(1))).body.length, 1)
})

rule('INV-13', 'an address comes once', async (server) => {
  const [one] = people(1)
  const twice = [one, { email_address: one!.email_address.toUpperCase() }]
  refused(await bulk(server, twice), 400, 'duplicate_record')
  assert.equal((await bulk(server, [one, { ...one, ignore_existing: true }])).body.length, 2)
})
