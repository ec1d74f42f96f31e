import assert from 'node:assert/strict'
import { test } from 'node:test'
import { address, refused } from '#tests/api/given-users.ts'
import { engines } from '#tests/engines.ts'
import { messagesTo, prepare } from '#tests/mail/mailed.ts'
import { rule } from '#tests/rules.ts'
import { startServer, type TestServer } from '#tests/running-server.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'

async function addressed(server: TestServer, email = address('reader')) {
  const user = await server.create({ email_address: [email] })
  const [own] = user.email_addresses
  return { email, send: () => prepare(server, own.id) }
}
const list = (server: TestServer, query: string) => server.request('GET', `/bartleby/messages?${query}`)

rule('MSG-1', 'messages come newest first, with everything that a test looks for', async (server) => {
  const { email, send } = await addressed(server, 'jane.reader+tag@example.com')
  const other = await addressed(server)
  await send()
  await other.send()
  await send()
  const [newer, older, ...more] = await messagesTo(server, email)
  assert.deepEqual(more, [])
  assert.ok(newer.created_at >= older.created_at && newer.id !== older.id)
  const { id, text, html, code, created_at, ...rest } = newer
  assert.match(id, /^msg_[0-9A-Za-z]{27}$/)
  assert.ok(text.includes(code) && html.includes(code) && created_at > 1_700_000_000_000)
  assert.deepEqual(rest, {
    object: 'message',
    to: email,
    subject: 'Confirm your e-mail address for Bartleby',
    kind: 'verification_code',
    link: null,
    status: 'stored',
  })
  assert.deepEqual(await messagesTo(server, email, `&after=${older.id}`), [newer])
  assert.deepEqual(await messagesTo(server, email, `&after=${newer.id}`), [])
  assert.deepEqual(await messagesTo(server, email, '&limit=1'), [newer])
  // The sign as it is, which a query turns into a space.
  assert.deepEqual((await list(server, `to=${email.toUpperCase()}&limit=0`)).body, [newer, older])
  const all = (await list(server, 'limit=100')).body.map(({ to }: { to: string }) => to)
  assert.ok(all.includes(email) && all.includes(other.email))
})

rule('MSG-2', 'a reader waits for the message, and no longer', async (server) => {
  const { email, send } = await addressed(server)
  const began = performance.now()
  assert.deepEqual(await messagesTo(server, email, '&wait=1s'), [])
  assert.ok(performance.now() - began >= 1000)
  const waiting = messagesTo(server, email, '&wait=10s')
  await new Promise((resolve) => setTimeout(resolve, 100))
  const sending = performance.now()
  await send()
  const [message] = await waiting
  assert.ok(performance.now() - sending < 400)
  assert.deepEqual(await messagesTo(server, email, '&wait=10'), [message])
  const next = messagesTo(server, email, `&wait=10s&after=${message.id}`)
  await send()
  assert.deepEqual(
    (await next).map(({ to, id }) => [to, id === message.id]),
    [[email, false]],
  )
})

for (const engine of engines) {
  test(`[MSG-2] a message of another process is seen, and a stop ends the wait (${engine})`, async () => {
    const server = await startServer(engine)
    const other = await spawnBartleby({ database: server.database })
    const { email } = await addressed(server)
    const waiting = (async () => {
      const query = `to=${email}&wait=20s`
      const headers = { authorization: `Bearer ${server.secretKey}` }
      return (await fetch(`${other.url}/v1/bartleby/messages?${query}`, { headers })).json()
    })()
    const user = (await server.request('GET', `/users?email_address=${email}`)).body[0]
    await prepare(server, user.email_addresses[0].id)
    assert.equal(((await waiting) as unknown[]).length, 1)
    other.kill('SIGTERM')
    await other.exited
    const last = list(server, 'to=nobody@example.com&wait=30s')
    await new Promise((resolve) => setTimeout(resolve, 200))
    const stopping = performance.now()
    await server.stop()
    assert.deepEqual((await last).body, [])
    assert.ok(performance.now() - stopping < 5000)
  })

  test(`[MSG-5] codes are shown to the person at the console, not in the log (${engine})`, async (t) => {
    const shown: unknown[] = []
    const server = await startServer(engine, { showMail: (mail) => shown.push(mail), logLevel: 'trace' })
    t.after(() => server.stop())
    const { email, send } = await addressed(server)
    await send()
    const [{ code }] = await messagesTo(server, email)
    assert.deepEqual(shown, [{ kind: 'verification_code', recipient: email, code, link: null }])
    assert.ok(!server.log.join('').includes(email) && !server.log.join('').includes(`"${code}"`))
  })

  test(`[MSG-3] in the live environment nobody reads or sees a message (${engine})`, async (t) => {
    const shown: unknown[] = []
    const server = await startServer(engine, { environment: 'live', showMail: (mail) => shown.push(mail) })
    t.after(() => server.stop())
    const { email, send } = await addressed(server)
    assert.equal((await send()).status, 200)
    for (const query of ['', `to=${email}`, 'wait=x', 'wait=10s'])
      refused(await list(server, query), 400, 'request_invalid_for_environment')
    assert.deepEqual(shown, [])
    const rows = await server.rows('messages')
    assert.deepEqual(
      rows.map(({ status, body }) => [status, body]),
      [['stored', null]],
    )
    assert.ok(server.log.join('').includes('BARTLEBY_SMTP_URL is not set'))
  })
}

rule('MSG-4', 'a query that means nothing is refused', async (server) => {
  for (const to of ['ada', 'ada@example.com,eve@example.com', '@'])
    refused(await list(server, `to=${encodeURIComponent(to)}`), 422, 'form_param_format_invalid to')
  for (const wait of ['31s', '1m', '-1', '1.5s', '100', 'ever'])
    refused(await list(server, `wait=${wait}`), 422, 'form_param_value_invalid wait')
  for (const after of ['msg_nobody', 'a%00b'])
    refused(await list(server, `after=${after}`), 422, 'form_resource_not_found after')
  const both = await list(server, 'to=ada&wait=ever')
  refused(both, 422, 'form_param_value_invalid wait', 'form_param_format_invalid to')
})
