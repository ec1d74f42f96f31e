import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import { checked, rawRequest } from '#tests/raw-request.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

/** Answers of every kind, successes first. */
async function answersOfEveryKind(server: TestServer): Promise<Answer[]> {
  const user = await server.create({ email_address: [address('headers')] })
  const path = `/users/${user.id}`
  const json = { 'content-type': 'application/json' }
  return [
    await server.request('GET', '/users?limit=1'),
    await server.request('GET', '/users/count'),
    await server.request('GET', path),
    await server.request('PATCH', path, { body: { first_name: 'Header' } }),
    await server.request('PATCH', `${path}/metadata`, { body: {} }),
    await server.request('PUT', `${path}/metadata`, { body: {} }),
    await server.request('DELETE', path),
    await server.request('GET', path),
    await server.request('GET', '/nowhere'),
    await server.request('OPTIONS', '/users'),
    await server.request('GET', '/users', { anonymous: true }),
    await server.request('GET', '/users?query=%zz'),
    await server.request('GET', '/users?banned=x'),
    await server.request('POST', '/users', { rawBody: '{', headers: json }),
    await server.request('POST', '/users', { rawBody: '{}', headers: { 'content-type': 'text/plain' } }),
    await server.request('POST', '/users', { rawBody: ' '.repeat(1_048_577), headers: json }),
  ]
}

rule('HDR-1 ERR-4', 'every answer carries a trace id of its own', async (server) => {
  const answers = await answersOfEveryKind(server)
  const traces = answers.map((answer) => answer.headers.get('clerk-trace-id'))
  for (const trace of traces) assert.match(trace ?? '', /^[0-9a-f]{32}$/)
  assert.equal(new Set(traces).size, traces.length)
})

rule(
  'HDR-1',
  'the trace id is the one in the log and in the record, never the one a caller sends',
  async (server) => {
    const wanted = 'f'.repeat(32)
    const headers = {
      'clerk-trace-id': wanted,
      'x-request-id': wanted,
      'request-id': wanted,
      traceparent: `00-${wanted}-${'1'.repeat(16)}-01`,
    }
    const answer = await server.request('POST', '/users', {
      headers,
      body: { email_address: [address('trace')] },
    })
    const trace = answer.headers.get('clerk-trace-id')
    assert.notEqual(trace, wanted)
    const [event] = await server.events(answer.body.id)
    assert.equal(event?.trace_id, trace)
    const lines = server.log.map((line) => JSON.parse(line)).filter((line) => line.trace_id === trace)
    assert.deepEqual(
      lines.map(({ method, route, status }) => ({ method, route, status })),
      [{ method: 'POST', route: '/v1/users', status: 200 }],
    )
  },
)

rule('HDR-2 HDR-3', 'no answer but 429 says when to come again, and none counts down', async (server) => {
  for (const answer of await answersOfEveryKind(server)) {
    assert.equal(answer.headers.get('retry-after'), null)
    for (const name of answer.headers.keys()) assert.doesNotMatch(name, /ratelimit|rate-limit/i)
  }
})

rule('HDR-3', 'an answer tells nothing of what it is made with', async (server) => {
  for (const answer of await answersOfEveryKind(server))
    for (const name of ['server', 'x-powered-by', 'etag', 'set-cookie', 'via', 'access-control-allow-origin'])
      assert.equal(answer.headers.get(name), null, name)
})

const introductions: Record<string, string>[] = [
  { 'user-agent': '@clerk/backend@3.25.0' },
  { 'user-agent': 'speakeasy-sdk/php 0.7.0 2.855.2 2025-11-10 clerkinc/backend-php' },
  { 'user-agent': 'clerk/clerk-sdk-go@v2.0.0', 'x-clerk-sdk': 'go/v2.0.0', 'x-clerk-application': 'my app' },
  { 'user-agent': 'Clerk/3.3.0; Faraday/1.1.0; Ruby/3.1.7', 'x-clerk-sdk': 'ruby/3.3.0' },
  { 'x-clerk-sdk': 'python/6.0.1', 'user-agent': 'speakeasy-sdk/python 6.0.1' },
  { 'user-agent': '', accept: 'text/html', 'accept-language': 'de', 'accept-encoding': 'gzip, br' },
  { 'x-clerk-sdk': 'x'.repeat(5000), referer: 'https://app.example/', origin: 'https://app.example' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' },
  {
    accept: 'application/xml;q=1',
    'if-none-match': '*',
    'if-modified-since': 'Tue, 24 Nov 2036 10:00:00 GMT',
  },
  { range: 'bytes=0-3', 'cache-control': 'only-if-cached', te: 'trailers' },
]

rule('HDR-4', 'the headers with which clients introduce themselves change nothing', async (server) => {
  const user = await server.create({ email_address: [address('sdk')], username: 'hdr4_sdk' })
  const targets = [`/users/${user.id}`, '/users?username=hdr4_sdk', '/users/count?username=hdr4_sdk']
  for (const target of [...targets, '/users/user_nobody']) {
    const plain = await server.request('GET', target)
    for (const headers of introductions) {
      const answer = await rawRequest(server, { target: `/v1${target}`, headers })
      checked('GET', target, answer)
      assert.equal(answer.status, plain.status)
      const trace = answer.body.clerk_trace_id
      const text = trace ? answer.text.replace(trace, plain.body.clerk_trace_id) : answer.text
      assert.equal(text, plain.text, JSON.stringify(headers).slice(0, 100))
    }
  }
})

rule('HDR-4 SRV-5', 'a host in the request appears in no answer', async (server) => {
  const user = await server.create({ email_address: [address('host')] })
  for (const host of ['evil.example', 'evil.example:80', '[::1]']) {
    const answer = await rawRequest(server, {
      target: `/v1/users/${user.id}`,
      headers: { host, 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
    })
    assert.deepEqual(checked('GET', `/users/${user.id}`, answer).body, user)
    assert.ok(!answer.text.includes('evil'), answer.text)
  }
})
