import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { readSettings } from '#server/settings/read-settings.ts'
import { version } from '#server/version.ts'
import { isBreached } from './breached-passwords.ts'
import { passwordProblems } from './password-policy.ts'

/** A list of our own that answers as each test wants. */
let answer: (response: ServerResponse, suffix: string) => void = (response) => response.end()
const requests: IncomingMessage[] = []
let suffix = ''
const server = createServer((request, response) => {
  requests.push(request)
  answer(response, suffix)
})
let url = ''
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/range`
})
after(() => {
  server.closeAllConnections()
  server.close()
})

const password = 'brass-otter 41'
const sha1 = hash('sha1', password).toUpperCase()
const others = ['0018A45C4D1DEF81644B54AB7F969B88D65:10', '00D4F6E8FA6EECAD2A3AA415EEC418D38EC:2']

interface LookUp {
  readonly found: boolean
  readonly warnings: readonly string[]
}

async function lookUp(respond: typeof answer, at = url): Promise<LookUp> {
  answer = respond
  suffix = sha1.slice(5)
  requests.length = 0
  const warnings: string[] = []
  const found = await isBreached(password, at, (message) => warnings.push(message))
  return { found, warnings }
}

const lines = (response: ServerResponse, ...given: string[]) => response.end(given.join('\r\n'))

test('a password that is listed is found, whatever the order, line ends and case', async () => {
  const hit = { found: true, warnings: [] }
  assert.deepEqual(await lookUp((response, mine) => lines(response, ...others, `${mine}:3`)), hit)
  assert.deepEqual(await lookUp((response, mine) => lines(response, `${mine}:1`, ...others)), hit)
  assert.deepEqual(
    await lookUp((response, mine) => response.end(`${others[0]}\n${mine.toLowerCase()}:1\n`)),
    hit,
  )
})

test('a password that is not listed is not found; nor is one that only pads the answer', async () => {
  const miss = { found: false, warnings: [] }
  assert.deepEqual(await lookUp((response) => lines(response, ...others)), miss)
  assert.deepEqual(await lookUp((response) => response.end()), miss)
  assert.deepEqual(await lookUp((response, mine) => lines(response, `${mine}:0`, ...others)), miss)
  assert.deepEqual(await lookUp((response, mine) => lines(response, mine, `${mine}:`, `${mine}:many`)), miss)
  assert.deepEqual(
    await lookUp((response, mine) => lines(response, `${mine.slice(1)}:5`, `A${mine}:5`)),
    miss,
  )
})

test('five characters of the hash leave the server, and nothing more of the password', async () => {
  await lookUp((response) => lines(response, ...others))
  assert.equal(requests.length, 1)
  const [{ method, url: path, headers }] = requests as [IncomingMessage]
  assert.equal(method, 'GET')
  assert.equal(path, `/range/${sha1.slice(0, 5)}`)
  assert.equal(headers['add-padding'], 'true')
  assert.equal(headers['user-agent'], `Bartleby/${version}`)
  const sent = JSON.stringify([path, headers]).toUpperCase()
  for (const secret of [sha1.slice(0, 6), sha1.slice(5, 15), 'BRASS']) assert.ok(!sent.includes(secret))
})

test('an address with a slash at its end is the same address', async () => {
  await lookUp((response) => lines(response, ...others), `${url}/`)
  assert.equal(requests[0]!.url, `/range/${sha1.slice(0, 5)}`)
})

/** Everything but an answer of the list: the password passes, with one warning. */
const failures: [about: string, respond: typeof answer, reason: RegExp][] = [
  ['status 500', (response, mine) => response.writeHead(500).end(`${mine}:3`), /status 500/],
  ['status 404', (response, mine) => response.writeHead(404).end(`${mine}:3`), /status 404/],
  [
    'a redirect, which is not followed',
    (response) => response.writeHead(302, { location: `${url}/elsewhere` }).end(),
    /status 302/,
  ],
  [
    'more than a megabyte',
    (response, mine) => response.end(`${`${others[0]}\r\n`.repeat(30_000)}${mine}:3`),
    /more than 1048576 bytes/,
  ],
  ['no answer in time', () => {}, /within 1000 ms/],
  [
    'an answer that does not end in time',
    (response, mine) => {
      response.write(`${mine}:3\r\n`)
    },
    /within 1000 ms/,
  ],
  [
    'a connection that breaks',
    (response) => response.destroy(),
    /\((UND_ERR_SOCKET|ECONNRESET|no connection)\)/,
  ],
]
for (const [about, respond, reason] of failures) {
  test(`${about}: the password passes, and the log is told`, async () => {
    const before = performance.now()
    const { found, warnings } = await lookUp(respond)
    assert.equal(found, false)
    assert.equal(warnings.length, 1)
    assert.match(warnings[0]!, reason)
    assert.ok(performance.now() - before < 3000)
    assert.equal(requests.length, 1)
    for (const secret of [password, sha1.slice(0, 5), sha1.slice(5)])
      assert.ok(!warnings[0]!.toUpperCase().includes(secret.toUpperCase()))
  })
}

test('nobody there: the password passes, and the log is told', async () => {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const { port } = closed.address() as AddressInfo
  await new Promise((resolve) => closed.close(resolve))
  const { found, warnings } = await lookUp(() => {}, `http://127.0.0.1:${port}/range`)
  assert.equal(found, false)
  assert.match(warnings[0]!, /ECONNREFUSED/)
})

test('the policy asks the list only when it is told to, and only about a password that passes so far', async () => {
  const { password: defaults } = readSettings({})
  const names = async (text: string, disable_hibp: boolean) => {
    requests.length = 0
    suffix = hash('sha1', text).toUpperCase().slice(5)
    answer = (response, mine) => lines(response, `${mine}:3`)
    const policy = { ...defaults, disable_hibp, breach_lookup_url: url }
    const problems = await passwordProblems(text, { identifiers: [], warn: assert.fail }, policy)
    return [problems.map(({ name }) => name), requests.length]
  }
  assert.deepEqual(await names(password, true), [[], 0])
  assert.deepEqual(await names(password, false), [['form_password_pwned'], 1])
  assert.deepEqual(await names('short', false), [['form_password_length_too_short'], 0])
  assert.deepEqual(await names('password123', false), [['form_password_pwned'], 0])
})
