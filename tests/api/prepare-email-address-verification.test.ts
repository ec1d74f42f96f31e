import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { messagesTo, prepare } from '#tests/mail/mailed.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { added, emailAddresses, named } from './contacts.ts'

/** An address that nobody has verified, of a new user. */
async function unverified(server: TestServer, email_address = emailAddresses.value()) {
  const user = await named(server)
  return added(server, emailAddresses, user.id, { email_address })
}
const limited = { rateLimits: true, settings: { rate_limits: { preset: 'none' } } }

rule('COD-1', 'six digits go to the stored address', async (server) => {
  const own = await unverified(server, emailAddresses.value().toUpperCase())
  const before = server.clock.now
  const answer = await prepare(server, own.id)
  assert.equal(answer.status, 200, answer.text)
  const { id, expire_at, ...rest } = answer.body
  assert.match(id, /^ver_[0-9A-Za-z]{27}$/)
  assert.ok(expire_at >= before + 600_000)
  assert.deepEqual(rest, {
    object: 'verification_otp',
    status: 'unverified',
    strategy: 'email_code',
    attempts: 0,
  })
  const [message, ...others] = await messagesTo(server, own.email_address)
  assert.deepEqual(others, [])
  assert.match(message.code, /^\d{6}$/)
  assert.ok(message.text.includes(message.code) && message.html.includes(message.code))
  assert.ok(!message.subject.includes(message.code))
})

rule('COD-1', 'an address that is not there gets no code', async (server) => {
  for (const id of ['idn_nobody', 'a%00b']) refused(await prepare(server, id), 404, 'resource_not_found')
})

rule(
  'COD-2',
  'the sixth code for one address in an hour is refused, whatever is done in between',
  async (server) => {
    server.clock.freeze()
    const own = await unverified(server)
    for (let i = 0; i < 5; i++) {
      assert.equal((await prepare(server, own.id)).status, 200)
      server.clock.advance(600_000)
    }
    const answer = await prepare(server, own.id)
    refused(answer, 429, 'verification_code_too_many_requests')
    assert.equal(answer.headers.get('retry-after'), '600')
    assert.equal((await messagesTo(server, own.email_address)).length, 5)
    server.clock.advance(600_000)
    assert.equal((await prepare(server, own.id)).status, 200)
  },
  { ...limited, fresh: true },
)

rule(
  'COD-2',
  'the eleventh code to one mailbox is refused, whoever the user is',
  async (server) => {
    const mailbox = emailAddresses.value()
    const own = [
      await unverified(server, mailbox),
      await unverified(server, mailbox),
      await unverified(server, mailbox),
    ]
    for (let i = 0; i < 10; i++) assert.equal((await prepare(server, own[i % 3]!.id)).status, 200)
    refused(await prepare(server, own[1]!.id), 429, 'verification_code_too_many_requests')
    assert.equal((await prepare(server, (await unverified(server)).id)).status, 200)
  },
  limited,
)

rule('COD-2', 'without rate limits codes are sent again and again', async (server) => {
  const own = await unverified(server)
  for (let i = 0; i < 12; i++) assert.equal((await prepare(server, own.id)).status, 200)
})

rule('COD-3', 'no code lies anywhere in clear', async (server) => {
  const own = await unverified(server)
  await prepare(server, own.id)
  await prepare(server, own.id)
  const codes = (await messagesTo(server, own.email_address)).map(({ code }) => code)
  const rows = await Promise.all(
    ['codes', 'messages', 'code_budgets', 'events'].map((table) => server.rows(table)),
  )
  // Ids and times are long numbers, in which six digits can stand by chance.
  const words: string[] = JSON.stringify(rows).match(/(?<![0-9A-Za-z_-])\d{6}(?![0-9A-Za-z_-])/g) ?? []
  for (const code of codes) {
    assert.ok(!words.includes(code))
    assert.ok(!server.log.join('').includes(`"${code}"`))
  }
  const hashes = (await server.rows('codes')).map(({ code_hash }) => code_hash)
  assert.equal(new Set(hashes).size, hashes.length)
  const events = (await server.events(own.id)).filter(({ type }) => type === 'code.sent')
  assert.deepEqual(
    events.map(({ details }) => Object.keys(details)),
    [
      ['user_id', 'purpose'],
      ['user_id', 'purpose'],
    ],
  )
})

rule('COD-4', 'a test address gets no mail, in the test environment', async (server) => {
  const own = await unverified(server, `jane.${Date.now()}+clerk_test@example.com`)
  assert.equal((await prepare(server, own.id)).status, 200)
  assert.deepEqual(await messagesTo(server, own.email_address), [])
})

rule(
  'COD-4',
  'a test address is like any other in the live environment',
  async (server) => {
    const own = await unverified(server, 'jane+clerk_test@example.com')
    assert.equal((await prepare(server, own.id)).status, 200)
    const rows = await server.rows('messages')
    assert.deepEqual(
      rows.map(({ recipient, kind }) => [recipient, kind]),
      [[own.email_address, 'verification_code']],
    )
  },
  { environment: 'live', fresh: true },
)
