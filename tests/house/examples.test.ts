import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { createClerkClient } from '@clerk/backend'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { addressOf, clientText } from '#contract/examples/calls.ts'
import { callsOf, exampleOf } from '#contract/examples.ts'
import { type Operation, wireBody } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { startServer } from '#tests/running-server.ts'

interface Sent {
  method: string
  url: string
  key: string | undefined
  body: unknown
}

/** JSON as it is; of a form the names of its parts. */
function bodySent(contentType: string | undefined, body: string): unknown {
  if (contentType?.startsWith('multipart/form-data'))
    return { form: [...body.matchAll(/ name="(\w+)"/g)].map(([, name]) => name) }
  return body === '' ? undefined : JSON.parse(body)
}

/** Notes every request, and answers with the example of the operation that is being tried. */
const sent: Sent[] = []
let reply = ''
const server = createServer(async (request: IncomingMessage, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const { method = '', url = '', headers } = request
  sent.push({ method, url, key: headers.authorization, body: bodySent(headers['content-type'], body) })
  response.setHeader('content-type', 'application/json')
  response.end(url.startsWith('/v1/users/count') ? '{"object":"total_count","total_count":2}' : reply)
})
let serverUrl = ''
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => server.close())

const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: 'array' })
;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)

/** The order of a query does not matter, its pairs do. */
const sortedAddress = (address: string) => {
  const url = new URL(address, 'http://127.0.0.1')
  url.searchParams.sort()
  return url.pathname + url.search
}

function expected(operation: Operation): Sent {
  const example = exampleOf(operation, serverUrl)
  const url = sortedAddress(addressOf(operation, example, serverUrl))
  const body = operation.upload ? { form: [operation.upload.field] } : wireBody(operation, example.body)
  return { method: operation.method, url, key: 'Bearer sk_test_example', body }
}

const seen = () => sent.map((one) => ({ ...one, url: sortedAddress(one.url) }))

/** Runs program text as a reader would, with the client that is installed here. */
async function run(text: string): Promise<void> {
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor
  const names = ['createClerkClient', 'process', 'readFile']
  const program = new AsyncFunction(...names, text.replace(/^import .*$/gm, ''))
  const readFile = async () => Buffer.from('a picture')
  await program(createClerkClient, { env: { CLERK_SECRET_KEY: 'sk_test_example' } }, readFile)
}

/** What a shell makes of the text, without the program that it calls. */
function shellWords(text: string): string[] {
  const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${text}`
  const env = { PATH: process.env.PATH, CLERK_SECRET_KEY: 'sk_test_example' }
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env }).split('\0').slice(0, -1)
}

const formOf = (parts: string[]) =>
  parts.length > 0 ? { form: parts.map((part) => part.split('=@')[0]) } : undefined

function curlRequest(words: string[]): Sent {
  const option = (name: string) => words.flatMap((word, i) => (words[i - 1] === name ? [word] : []))
  const headers = new Headers(option('-H').map((line) => line.split(': ') as [string, string]))
  const address = words.find((word) => word.startsWith('http'))!
  const [data] = option('-d')
  if (data !== undefined) assert.equal(headers.get('content-type'), 'application/json')
  return {
    method: option('-X')[0] ?? 'GET',
    url: sortedAddress(address),
    key: headers.get('authorization') ?? undefined,
    body: data === undefined ? formOf(option('-F')) : JSON.parse(data),
  }
}

for (const operation of operations) {
  test(`the example of ${operation.id} is a request and an answer of the contract`, () => {
    const {
      params = {},
      query = {},
      body,
      result,
    } = structuredClone(exampleOf(operation, 'http://127.0.0.1:1'))
    const parts = { params, query, body, result } as const
    for (const part of ['params', 'query', 'body', 'result'] as const) {
      const schema = operation[part]
      if (!schema) assert.equal(parts[part], undefined, `${operation.id} takes no ${part}`)
      else if (parts[part] !== undefined || part === 'result') {
        const check = ajv.compile({
          ...schema,
          ...(part === 'result' ? {} : { additionalProperties: false }),
        })
        assert.ok(check(parts[part]), `${part}: ${ajv.errorsText(check.errors)}`)
      }
    }
    assert.ok(!operation.body || body, 'an operation with a body shows one')
  })

  test(`@clerk/backend sends what the example of ${operation.id} says`, async () => {
    sent.length = 0
    reply = JSON.stringify(exampleOf(operation, serverUrl).result)
    await run(callsOf(operation, serverUrl).client.text)
    const wanted = expected(operation)
    assert.ok(
      seen().some((one) => JSON.stringify(one) === JSON.stringify(wanted)),
      `wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(seen())}`,
    )
  })

  test(`curl sends what the example of ${operation.id} says`, () => {
    assert.deepEqual(curlRequest(shellWords(callsOf(operation, serverUrl).curl)), expected(operation))
  })

  test(`fetch would send the same for ${operation.id}, had the client no method`, async () => {
    sent.length = 0
    const example = { ...exampleOf(operation, serverUrl), client: null }
    await run(clientText(operation, example, serverUrl).text)
    assert.deepEqual(seen(), [expected(operation)])
  })
}

/** What a fresh server says to the tokens of examples, which no server has signed, and while it knows no domains. */
const freshAnswers = ['session_token_invalid', 'client_token_invalid', 'organization_domains_not_enabled']

test('no example is refused for what it says: at most its user is unknown to a fresh server', async () => {
  const fresh = await startServer('sqlite')
  try {
    for (const operation of operations) {
      const example = exampleOf(operation, fresh.url)
      const address = addressOf(operation, example, fresh.url).slice(`${fresh.url}/v1`.length)
      const form = new FormData()
      if (operation.upload) form.append(operation.upload.field, new Blob(['no picture']))
      const sends = operation.upload ? { form } : { body: wireBody(operation, example.body) }
      const answer = await fresh.request(operation.method, address, sends)
      const code = answer.body.errors?.[0].code
      const isUnknown = answer.status === 404 || freshAnswers.includes(code)
      assert.ok(answer.status === 200 || isUnknown, `${operation.id}: ${answer.text}`)
    }
  } finally {
    await fresh.stop()
  }
})
