import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { refused } from '#tests/api/given-users.ts'
import { checked, rawBytes, rawRequest } from '#tests/raw-request.ts'
import { rule } from '#tests/rules.ts'

const notHttp = [
  ...['HELLO\r\n\r\n', 'GET /v1/users HTTP/9.9\r\n\r\n', 'FOO /v1/users HTTP/1.1\r\nHost: x\r\n\r\n'],
  ...[
    'GET /v1/us ers HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /v1/users HTTP/1.1\r\nHost x\r\n\r\n',
    '\0\0\0\0\r\n\r\n',
  ],
  ...[
    'GET /v1/users HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n',
  ],
  ...[
    'POST /v1/users HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ...['POST /v1/users HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
  ...[
    'POST /v1/users HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
    'GET /v1/users HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n',
  ],
]
rule('ERR-1 QRY-10', 'what is no proper HTTP is refused in the envelope too', async (server) => {
  for (const bytes of notHttp) {
    const answer = checked('GET', '/nowhere', await rawBytes(server, Buffer.from(bytes, 'latin1')))
    refused(answer, 400, 'malformed_request_parameters')
  }
  const many = `GET /v1/users HTTP/1.1\r\nHost: x\r\n${'X-Many: 1\r\n'.repeat(10_000)}\r\n`
  refused(checked('GET', '/nowhere', await rawBytes(server, many)), 400, 'malformed_request_parameters')
  assert.equal((await server.request('GET', '/users/count')).status, 200)
})

rule('ERR-1 BOD-3 HDR-1', 'a request without a host is served or refused in the envelope', async (server) => {
  const key = `Authorization: Bearer ${server.secretKey}\r\nConnection: close`
  const answer = await rawBytes(server, `GET /v1/users HTTP/1.1\r\n${key}\r\n\r\n`)
  if (answer.status !== 200) refused(answer, 400, 'malformed_request_parameters')
  checked('GET', answer.status === 200 ? '/users' : '/nowhere', answer)
})

rule('ERR-1 BOD-3 HDR-1', 'an expectation is met, or refused in the envelope', async (server) => {
  for (const expect of ['100-continue', 'miracles']) {
    const answer = await rawRequest(server, { target: '/v1/users', headers: { expect } })
    if (answer.status !== 200) refused(answer, 400, 'malformed_request_parameters')
    checked('GET', answer.status === 200 ? '/users' : '/nowhere', answer)
  }
})

rule(
  'STR-7',
  'a request that is cut off in the middle harms nobody',
  async (server) => {
    const start = `POST /v1/users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${server.secretKey}\r\nContent-Type: application/json\r\n`
    const { hostname, port } = new URL(server.url)
    for (const part of [
      'POST /v1/us',
      start,
      `${start}Content-Length: 100\r\n\r\n{"email_address":["cut@example.com"]`,
    ])
      await new Promise<void>((resolve, reject) => {
        const socket = connect(Number(port), hostname, () => socket.end(part, () => socket.destroy()))
        socket.on('close', () => resolve()).on('error', reject)
      })
    assert.equal((await server.request('GET', '/users/count')).body.total_count, 0)
    assert.ok(!server.log.some((line) => JSON.parse(line).level >= 50), server.log.join(''))
  },
  { fresh: true },
)
