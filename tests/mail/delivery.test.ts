import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { address } from '#tests/api/given-users.ts'
import type { TestServer } from '#tests/running-server.ts'
import { mailRule, until } from './mail-rule.ts'
import { messagesTo, prepare } from './mailed.ts'

/** A user with one address, to which a code was mailed. */
async function mailTo(server: TestServer, email = address('mailed')) {
  const user = await server.create({ email_address: [email] })
  assert.equal((await prepare(server, user.email_addresses[0].id)).status, 200)
  return { email, user }
}

const statusOf = async (server: TestServer, email: string) => {
  const rows = await server.rows('messages')
  const row = rows.find(({ recipient }) => recipient === email)!
  return { status: row.status, attempts: Number(row.attempts), error: row.last_error }
}
const reaches = (server: TestServer, email: string, status: string) =>
  until(async () => (await statusOf(server, email)).status === status, `${email} ${status}`)

mailRule('MSG-6', 'a message arrives once, at the stored address', async (server, standIn) => {
  const { email } = await mailTo(server, "o'hara+{news}&co@example.com")
  await reaches(server, email, 'sent')
  const [message] = await messagesTo(server, email)
  assert.equal(standIn.received.length, 1)
  const [{ from, to, raw }] = standIn.received as [(typeof standIn.received)[number]]
  assert.deepEqual([from, to], ['login@bartleby.example', [email]])
  for (const part of [
    `To: ${email}\r\n`,
    'From: Bartleby <login@bartleby.example>\r\n',
    `Message-ID: <${message.id}@bartleby.example>\r\n`,
    'Subject: Confirm your e-mail address for Bartleby\r\n',
    'Auto-Submitted: auto-generated\r\n',
    message.code,
  ])
    assert.ok(raw.includes(part), `${part} is missing in\n${raw}`)
  assert.ok(raw.includes('o&#39;hara+{news}&amp;co@example.com'), raw)
  await sleep(2500)
  assert.equal(standIn.received.length, 1)
  assert.deepEqual(await statusOf(server, email), { status: 'sent', attempts: 1, error: null })
})

mailRule(
  'MSG-6',
  'a name that looks like headers and markup stays a name',
  async (server, standIn) => {
    const { email } = await mailTo(server)
    await reaches(server, email, 'sent')
    const { raw, to } = standIn.received[0]!
    assert.deepEqual(to, [email])
    const headers = raw.slice(0, raw.indexOf('\r\n\r\n'))
    const names = headers.split(/\r\n(?![ \t])/).map((line) => line.slice(0, line.indexOf(':')))
    assert.deepEqual(names.toSorted(), [
      'Auto-Submitted',
      'Content-Type',
      'Date',
      'From',
      'MIME-Version',
      'Message-ID',
      'Subject',
      'To',
    ])
    const [message] = await messagesTo(server, email)
    assert.ok(message.html.includes('&lt;b&gt;&quot;Bcc: eve@example.com&quot;'), message.html)
    assert.ok(!message.html.includes('<b>'))
  },
  {
    settings: { application_name: '<b>"Bcc: eve@example.com"\u2028Bcc: <eve@example.com>' },
  },
)

mailRule('MSG-7', 'what was refused for now is offered again, later and later', async (server, standIn) => {
  standIn.behave('refuse for now')
  const { email } = await mailTo(server)
  await until(async () => (await statusOf(server, email)).error !== null, 'a first refusal')
  assert.deepEqual(await statusOf(server, email), {
    status: 'queued',
    attempts: 1,
    error: 'EENVELOPE at RCPT TO, answer 451',
  })
  await sleep(2500)
  assert.equal(standIn.offered(), 1)
  server.clock.advance(7_000)
  await until(() => standIn.offered() === 2, 'a second attempt')
  standIn.behave('accept')
  server.clock.advance(7_000)
  await sleep(2500)
  assert.equal(standIn.received.length, 0)
  server.clock.advance(12_000)
  await reaches(server, email, 'sent')
  assert.equal(standIn.received.length, 1)
  const log = server.log.join('')
  assert.ok(log.includes('a mail could not be sent yet') && !log.includes('not now') && !log.includes(email))
})

mailRule('MSG-7', 'what was refused for good is not offered again', async (server, standIn) => {
  standIn.behave('refuse for good')
  const { email } = await mailTo(server)
  await reaches(server, email, 'failed')
  standIn.behave('accept')
  server.clock.advance(3_600_000)
  await sleep(2500)
  assert.equal(standIn.offered(), 1)
  assert.equal((await statusOf(server, email)).error, 'EENVELOPE at RCPT TO, answer 550')
})

mailRule(
  'MSG-7',
  'a mail server that drops connections or is away may come back',
  async (server, standIn) => {
    standIn.behave('drop')
    const { email } = await mailTo(server)
    await until(async () => (await statusOf(server, email)).error !== null, 'a dropped connection')
    await standIn.stop()
    server.clock.advance(7_000)
    await until(async () => (await statusOf(server, email)).attempts === 2, 'a refused connection')
    await until(async () => (await statusOf(server, email)).status === 'queued', 'a refused connection')
    await standIn.start()
    standIn.behave('accept')
    server.clock.advance(20_000)
    await reaches(server, email, 'sent')
    assert.equal(standIn.received.length, 1)
  },
)

mailRule('MSG-7', 'a code is given up after ten minutes, a notice is not', async (server, standIn) => {
  standIn.behave('refuse for now')
  const { email, user } = await mailTo(server)
  const other = address('second')
  const second = await server.request('POST', '/email_addresses', {
    body: { user_id: user.id, email_address: other, verified: true },
  })
  const body = { primary: true, notify_primary_email_address_changed: true }
  await server.request('PATCH', `/email_addresses/${second.body.id}`, { body })
  await until(() => standIn.offered() === 2, 'both refused')
  server.clock.advance(600_000)
  const statuses = async () => {
    const rows = await server.rows('messages')
    return rows.map(({ kind, status, attempts }) => `${kind} ${status} ${attempts}`).toSorted()
  }
  const expected = ['primary_email_address_changed queued 2', 'verification_code failed 2']
  await until(async () => String(await statuses()) === String(expected), expected.join())
  standIn.behave('accept')
  server.clock.advance(20_000)
  await until(() => standIn.received.length === 1, 'the notice')
  assert.deepEqual(standIn.received[0]!.to, [email])
})

mailRule(
  'MSG-9',
  'a mail server whose certificate nobody vouches for gets nothing',
  async (server, standIn) => {
    const { email } = await mailTo(server)
    await until(async () => (await statusOf(server, email)).error !== null, 'a refused certificate')
    assert.equal(standIn.offered(), 0)
    assert.deepEqual(await statusOf(server, email), {
      status: 'queued',
      attempts: 1,
      error: 'ESOCKET at CONN, the certificate is not trusted',
    })
  },
  { encrypted: true },
)

mailRule(
  'MSG-3',
  'in the live environment the words of a message are deleted once it is sent or given up',
  async (server, standIn) => {
    const { email } = await mailTo(server)
    await reaches(server, email, 'sent')
    standIn.behave('refuse for good')
    const lost = await mailTo(server)
    await reaches(server, lost.email, 'failed')
    assert.deepEqual(
      (await server.rows('messages')).map(({ body }) => body),
      [null, null],
    )
  },
  { environment: 'live' },
)
