import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { attempt, mailedCode, otherThan, prepare } from '#tests/mail/mailed.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { added, emailAddresses, named, read } from './contacts.ts'

async function unverified(server: TestServer, email_address = emailAddresses.value()) {
  const user = await named(server)
  return { user, own: await added(server, emailAddresses, user.id, { email_address }) }
}

rule('COD-5', 'the right code verifies the address and makes it primary', async (server) => {
  const { user, own } = await unverified(server)
  const { verification, code } = await mailedCode(server, own)
  const answer = await attempt(server, own.id, verification.id, code)
  assert.deepEqual([answer.status, answer.body], [200, { ...verification, status: 'verified', attempts: 1 }])
  const after = await read(server, user.id)
  assert.equal(after.primary_email_address_id, own.id)
  assert.deepEqual(after.email_addresses[0].verification, {
    object: 'verification_otp',
    status: 'verified',
    strategy: 'email_code',
    attempts: null,
    expire_at: after.email_addresses[0].updated_at,
  })
})

rule('COD-5', 'a verified address stays as it is, and a primary one stays primary', async (server) => {
  const user = await named(server, { email_address: [emailAddresses.value()] })
  const [primary] = user.email_addresses
  const { verification, code } = await mailedCode(server, primary)
  assert.equal((await attempt(server, primary.id, verification.id, code)).body.status, 'verified')
  assert.deepEqual(await read(server, user.id), user)
  const second = await added(server, emailAddresses, user.id)
  const mailed = await mailedCode(server, second)
  assert.equal((await attempt(server, second.id, mailed.verification.id, mailed.code)).status, 200)
  assert.equal((await read(server, user.id)).primary_email_address_id, primary.id)
})

rule('COD-6', 'three wrong codes are the end of the right one', async (server) => {
  const { user, own } = await unverified(server)
  const { verification, code } = await mailedCode(server, own)
  const tries = [otherThan(code), '', otherThan(code, 2), code, code]
  const seen = []
  for (const tried of tries) {
    const { status, body } = await attempt(server, own.id, verification.id, tried)
    assert.equal(status, 200)
    seen.push([body.status, body.attempts])
  }
  assert.deepEqual(seen, [
    ['unverified', 1],
    ['unverified', 2],
    ['failed', 3],
    ['failed', 3],
    ['failed', 3],
  ])
  assert.equal((await read(server, user.id)).email_addresses[0].verification, null)
})

rule(
  'COD-7',
  'a code expires after ten minutes, not before',
  async (server) => {
    server.clock.freeze()
    const { own } = await unverified(server)
    const first = await mailedCode(server, own)
    server.clock.advance(600_000)
    assert.equal((await attempt(server, own.id, first.verification.id, first.code)).body.status, 'expired')
    const second = await mailedCode(server, own)
    server.clock.advance(599_999)
    assert.equal((await attempt(server, own.id, second.verification.id, second.code)).body.status, 'verified')
  },
  { fresh: true },
)

rule('COD-7', 'a newer code takes the place of an older one', async (server) => {
  const { own } = await unverified(server)
  const older = await mailedCode(server, own)
  const newer = await mailedCode(server, own)
  assert.equal((await attempt(server, own.id, older.verification.id, older.code)).body.status, 'expired')
  assert.equal((await attempt(server, own.id, newer.verification.id, newer.code)).body.status, 'verified')
})

rule('COD-8', 'a code is accepted once, however often it is sent at once', async (server) => {
  for (let round = 0; round < 5; round++) {
    const { own } = await unverified(server)
    const { verification, code } = await mailedCode(server, own)
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => attempt(server, own.id, verification.id, code)),
    )
    const accepted = answers.filter(({ status }) => status === 200)
    assert.deepEqual([accepted.length, accepted[0]?.body.status], [1, 'verified'])
    for (const answer of answers)
      if (answer !== accepted[0]) refused(answer, 400, 'verification_already_verified')
  }
})

rule('COD-9', 'whatever is not there is not found', async (server) => {
  const { own } = await unverified(server)
  const { own: other } = await unverified(server)
  const { verification, code } = await mailedCode(server, own)
  refused(await attempt(server, 'idn_nobody', verification.id, code), 404, 'resource_not_found')
  for (const id of ['ver_nobody', '', (await prepare(server, other.id)).body.id])
    refused(await attempt(server, own.id, id, code), 404, 'resource_not_found')
  const path = `/email_addresses/${own.id}/attempt_verification`
  const answer = await server.request('POST', path, { body: {} })
  refused(answer, 422, 'form_param_missing verification_id', 'form_param_missing code')
  assert.equal((await attempt(server, own.id, verification.id, code)).body.status, 'verified')
})

rule('COD-9', 'an address that somebody else has claimed meanwhile stays unverified', async (server) => {
  const value = emailAddresses.value()
  const { user, own } = await unverified(server, value)
  const { verification, code } = await mailedCode(server, own)
  await named(server, { email_address: [value] })
  refused(await attempt(server, own.id, verification.id, code), 422, 'form_identifier_exists email_address')
  assert.equal((await read(server, user.id)).email_addresses[0].verification, null)
})

rule('COD-4', 'the code of a test address is 424242', async (server) => {
  const { own } = await unverified(server, `jane.${Date.now()}+clerk_test@example.com`)
  const { id } = (await prepare(server, own.id)).body
  assert.equal((await attempt(server, own.id, id, '424243')).body.status, 'unverified')
  assert.equal((await attempt(server, own.id, id, '424242')).body.status, 'verified')
})

rule(
  'COD-4',
  '424242 is a guess like any other in the live environment',
  async (server) => {
    const { own } = await unverified(server, 'jane+clerk_test@example.com')
    const { id } = (await prepare(server, own.id)).body
    assert.equal((await attempt(server, own.id, id, '424242')).body.status, 'unverified')
  },
  { environment: 'live', fresh: true },
)
