import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { engines, freshDatabase } from '#tests/engines.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { until } from './mail-rule.ts'
import { startStandIn } from './stand-in.ts'

/** Calls the API and answers the body, which must be one of success. */
async function call(url: string, secretKey: string, method: string, path: string, body?: unknown) {
  const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' }
  const answer = await fetch(`${url}/v1${path}`, { method, headers, body: JSON.stringify(body) })
  const text = await answer.text()
  assert.equal(answer.status, 200, text)
  return JSON.parse(text)
}

for (const engine of engines)
  test(`[MSG-5 MSG-8] a hanging mail server holds up nobody, and a restart sends the rest (${engine})`, async () => {
    const database = await freshDatabase(engine)
    const standIn = await startStandIn()
    standIn.behave('hang')
    const env = {
      BARTLEBY_SMTP_URL: `smtp://127.0.0.1:${standIn.settings.port}`,
      BARTLEBY_MAIL_FROM: 'Example <login@bartleby.example>',
      BARTLEBY_LOG_LEVEL: 'trace',
    }
    const first = await spawnBartleby({ database, env })
    const addresses = Array.from({ length: 5 }, (_, index) => `user.${index}@example.com`)
    const began = performance.now()
    for (const email of addresses) {
      const user = await call(first.url, database.secretKey, 'POST', '/users', { email_address: [email] })
      const path = `/email_addresses/${user.email_addresses[0].id}/prepare_verification`
      await call(first.url, database.secretKey, 'POST', path)
    }
    assert.ok(performance.now() - began < 5000)
    await until(() => standIn.offered() === 3, 'three at once')
    const stopping = performance.now()
    first.kill('SIGTERM')
    await first.exited
    assert.ok(performance.now() - stopping < 6000)

    standIn.behave('accept')
    const second = await spawnBartleby({ database, env })
    await until(() => standIn.received.length === 5, 'all five')
    await sleep(2500)
    assert.deepEqual(standIn.received.flatMap(({ to }) => to).toSorted(), addresses)
    second.kill('SIGTERM')
    await second.exited

    const shown = first.output().matchAll(/^Mail to (\S+) \(verification code\): (\d{6})$/gm)
    const codes = new Map([...shown].map(([, email, code]) => [email!, code!]))
    assert.deepEqual([...codes.keys()], addresses)
    for (const { to, raw } of standIn.received) assert.ok(raw.includes(codes.get(to[0]!)!), raw)
    const logged = first.output().replaceAll(/^Mail to .*$/gm, '')
    for (const code of codes.values())
      assert.ok(!logged.includes(`"${code}"`) && !logged.includes(` ${code}`))
    await standIn.stop()
    await database.remove()
  })
