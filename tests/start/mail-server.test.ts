import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { shownMail } from '#server/cli/banner.ts'
import { InvalidStart, readEnvironment } from '#server/settings/environment.ts'
import { startServer } from '#tests/running-server.ts'

const guide = await readFile(join(import.meta.dirname, '../../docs/guides/mail.md'), 'utf8')
const from = 'Example <login@example.com>'
const password = 'S3cret-of-mail'

const mailServer = (BARTLEBY_SMTP_URL: string, BARTLEBY_MAIL_FROM = from) =>
  readEnvironment({ BARTLEBY_SMTP_URL, BARTLEBY_MAIL_FROM }).mailServer!

test('[MSG-9] only a server on this machine, or one without a password, may go unencrypted', () => {
  const encryptions: Record<string, string> = {
    'smtps://mail.example.com': 'at once',
    'smtps://127.0.0.1:2465': 'at once',
    'smtp://user:p@mail.example.com': 'demanded',
    'smtp://127.0.0.1.example.com': 'demanded',
    'smtp://localhost.example.com:25': 'demanded',
    'smtp://127.0.0.1:1025': 'if offered',
    'smtp://[::1]:1025': 'if offered',
    'smtp://relay:25?starttls=off': 'none',
  }
  for (const [url, encryption] of Object.entries(encryptions))
    assert.equal(mailServer(url).encryption, encryption, url)
})

test('a mail server is read with its port and login', () => {
  assert.deepEqual(mailServer('smtp://a%40b:p%2Fw@MAIL.example.com', 'login@EXAMPLE.com'), {
    host: 'mail.example.com',
    port: 587,
    encryption: 'demanded',
    login: { user: 'a@b', password: 'p/w' },
    from: { name: '', address: 'login@example.com' },
  })
  assert.equal(mailServer('smtps://mail.example.com').port, 465)
  assert.equal(readEnvironment({ BARTLEBY_MAIL_FROM: from }).mailServer, undefined)
})

test('what is no mail server or no sender stops the start, without telling the password', () => {
  const wrong = [
    [`http://user:${password}@mail.example.com`, from],
    [`smtp://user:${password}@`, from],
    [`smtp://user:${password}@mail.example.com/path`, from],
    [`smtp://user:${password}@mail.example.com?tls=off`, from],
    [`smtp://user:${password}@mail.example.com?starttls=off`, from],
    [`smtps://user:${password}@mail.example.com?starttls=off`, from],
    [`smtp://:${password}@mail.example.com`, from],
    [`smtp://${password}@mail.example.com`, from],
    [`smtp://user:%zz${password}@mail.example.com`, from],
    [`smtp://user:${password}@mail.example.com`, ''],
    ['smtp://mail.example.com', 'Example'],
    ['smtp://mail.example.com', 'a@example.com, b@example.com'],
    ['smtp://mail.example.com', 'Example\r\nBcc: <eve@example.com>'],
    ['smtp://mail.example.com', 'Example <login@example.com> <eve@example.com>'],
  ]
  for (const [url, sender] of wrong)
    assert.throws(
      () => mailServer(url!, sender),
      (error) =>
        error instanceof InvalidStart &&
        /^BARTLEBY_(SMTP_URL|MAIL_FROM) [^\n]+$/.test(error.message) &&
        !error.message.includes(password),
      `${url} ${sender}`,
    )
})

test('the guide to mail shows variables that are read, and the line at the console', () => {
  const block = /BARTLEBY_SMTP_URL=(\S+)\nBARTLEBY_MAIL_FROM="(.+)"/.exec(guide)!
  assert.equal(mailServer(block[1]!, block[2]).host, 'mail.example.com')
  const shown = { kind: 'verification_code', recipient: 'ada@example.com', code: '204816', link: null }
  assert.ok(guide.includes(`\n${shownMail(shown)}`))
})

test('the call of the guide to mail reads the code', async () => {
  const server = await startServer('sqlite')
  const user = await server.create({ email_address: ['ada@example.com'] })
  await server.request('POST', `/email_addresses/${user.email_addresses[0].id}/prepare_verification`)
  const call = /```sh\n(curl [\s\S]*?)```/.exec(guide)![1]!.replaceAll('http://127.0.0.1:4747', server.url)
  const env = { PATH: process.env.PATH!, CLERK_SECRET_KEY: server.secretKey }
  const { stdout } = await promisify(execFile)('bash', ['-c', call], { env })
  assert.match(JSON.parse(stdout)[0].code, /^\d{6}$/)
  await server.stop()
})
