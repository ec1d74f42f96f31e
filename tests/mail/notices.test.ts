import assert from 'node:assert/strict'
import { emailAddresses, phoneNumbers, update, updated } from '#tests/api/contacts.ts'
import { address } from '#tests/api/given-users.ts'
import { password } from '#tests/api/passwords.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { kindsTo, messagesTo } from './mailed.ts'

async function withPassword(server: TestServer): Promise<{ email: string; user: Answer['body'] }> {
  const email = address('told')
  return { email, user: await server.create({ email_address: [email], password }) }
}

async function changed(server: TestServer, method: string, path: string, body?: unknown) {
  const answer = await server.request(method, path, { body })
  assert.equal(answer.status, 200, answer.text)
}

rule('MSG-10', 'a new password is told, and a removed one', async (server) => {
  const { email, user } = await withPassword(server)
  await changed(server, 'PATCH', `/users/${user.id}`, { first_name: 'Ada' })
  assert.deepEqual(await kindsTo(server, email), [])
  await changed(server, 'PATCH', `/users/${user.id}`, { password: `${password} anew` })
  await changed(server, 'POST', `/users/${user.id}/remove_password`, {})
  assert.deepEqual(await kindsTo(server, email), ['password_changed', 'password_changed'])
  const [message] = await messagesTo(server, email)
  assert.equal(message.subject, 'Your Bartleby password was changed')
  assert.equal(message.code, null)
})

rule('MSG-10', 'a refused change is told to nobody', async (server) => {
  const { email, user } = await withPassword(server)
  const body = { password: `${password} anew`, primary_email_address_id: 'idn_nobody' }
  assert.equal((await server.request('PATCH', `/users/${user.id}`, { body })).status, 422)
  assert.deepEqual(await kindsTo(server, email), [])
})

rule('MSG-10', 'a phone number that becomes a second factor is told, and one that goes', async (server) => {
  const email = address('told')
  const user = await server.create({ email_address: [email], phone_number: [phoneNumbers.value()] })
  const [{ id }] = user.phone_numbers
  await updated(server, phoneNumbers, id, { reserved_for_second_factor: true })
  await updated(server, phoneNumbers, id, { reserved_for_second_factor: true })
  await updated(server, phoneNumbers, id, { reserved_for_second_factor: false })
  assert.deepEqual(await kindsTo(server, email), ['second_factor_added', 'second_factor_removed'])
  const [message] = await messagesTo(server, email)
  assert.ok(message.text.includes('a phone number'))
})

rule('MSG-10', 'the attempt that locks an account is told, once', async (server) => {
  const { email, user } = await withPassword(server)
  const guess = () =>
    server.request('POST', `/users/${user.id}/verify_password`, { body: { password: 'not the password' } })
  for (let i = 0; i < 9; i++) await guess()
  assert.deepEqual(await kindsTo(server, email), [])
  await Promise.all(Array.from({ length: 8 }, guess))
  assert.deepEqual(await kindsTo(server, email), ['account_locked'])
})

rule(
  'MSG-10',
  'the previous primary address is told where the caller wants it, even when it goes',
  async (server) => {
    const [first, second, third] = [address('first'), address('second'), address('third')]
    const user = await server.create({ email_address: [first, second] })
    const notify_primary_email_address_changed = true
    const primary_email_address_id = user.email_addresses[1].id
    await changed(server, 'PATCH', `/users/${user.id}`, {
      primary_email_address_id,
      notify_primary_email_address_changed,
    })
    assert.deepEqual(await kindsTo(server, first), ['primary_email_address_changed'])
    const replacement = { email_address: third, notify_primary_email_address_changed }
    await changed(server, 'PUT', `/users/${user.id}/email_address`, replacement)
    assert.deepEqual(await kindsTo(server, second), ['primary_email_address_changed'])
    const [message] = await messagesTo(server, second)
    assert.ok(message.text.includes(second) && !message.text.includes(third))
    assert.deepEqual(await kindsTo(server, third), [])
    assert.equal((await messagesTo(server, first)).length, 1)
  },
)

rule('MSG-10', 'without the flag nobody is told of another primary address', async (server) => {
  const [first, second] = [address('first'), address('second')]
  const user = await server.create({ email_address: [first, second] })
  const answer = await update(server, emailAddresses, user.email_addresses[1].id, { primary: true })
  assert.equal(answer.status, 200)
  assert.deepEqual([await kindsTo(server, first), await kindsTo(server, second)], [[], []])
})

rule(
  'MSG-10',
  'where security notices are off, only what a caller asks for is mailed',
  async (server) => {
    const { email, user } = await withPassword(server)
    await changed(server, 'PATCH', `/users/${user.id}`, { password: `${password} anew` })
    const other = await server.request('POST', '/email_addresses', {
      body: {
        user_id: user.id,
        email_address: address('other'),
        verified: true,
        primary: true,
        notify_primary_email_address_changed: true,
      },
    })
    assert.equal(other.status, 200)
    assert.deepEqual(await kindsTo(server, email), ['primary_email_address_changed'])
  },
  { settings: { security_notices: false } },
)

rule('MSG-11', 'messages and codes go with their user', async (server) => {
  const { email, user } = await withPassword(server)
  await changed(server, 'PATCH', `/users/${user.id}`, { password: `${password} anew` })
  await changed(server, 'POST', `/email_addresses/${user.email_addresses[0].id}/prepare_verification`)
  assert.equal((await messagesTo(server, email)).length, 2)
  await changed(server, 'DELETE', `/users/${user.id}`)
  assert.deepEqual(await messagesTo(server, email), [])
  const codes = (await server.rows('codes')).filter(({ user_id }) => user_id === user.id)
  assert.deepEqual(codes, [])
})
