import { connect } from 'node:net'
import { checkAnswer } from '#tests/contract-check.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

const answerWithinMs = 15_000

function readAnswer(bytes: Buffer): Answer {
  const end = bytes.indexOf('\r\n\r\n')
  // `100 Continue` comes before the answer.
  if (bytes.subarray(0, 12).toString('latin1').startsWith('HTTP/1.1 1'))
    return readAnswer(bytes.subarray(end + 4))
  const [start = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const headers = new Headers()
  for (const line of lines)
    headers.append(line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1))
  const text = bytes.subarray(end + 4).toString('utf8')
  const answer: Answer = { status: Number(start.split(' ')[1]), headers, text, body: undefined }
  try {
    answer.body = JSON.parse(text)
  } catch {
    answer.body = undefined
  }
  return answer
}

/** Sends the bytes as they are, so that no client library repairs them, and reads one answer to its end. */
export function rawBytes(server: TestServer, bytes: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.setTimeout(answerWithinMs, () => socket.destroy(new Error(`no answer in ${answerWithinMs} ms`)))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', (error) => (chunks.length > 0 ? undefined : reject(error)))
    socket.on('close', () =>
      chunks.length > 0
        ? resolve(readAnswer(Buffer.concat(chunks)))
        : reject(new Error('closed without an answer')),
    )
  })
}

export interface RawRequest {
  method?: string
  /** The request target as written on the first line. */
  target: string
  headers?: Record<string, string>
  /** Follows the headers as it is; give the headers that announce it. */
  body?: string | Buffer
}

/** One well-formed request with the server's key whose target no URL parser has touched. */
export function rawRequest(server: TestServer, request: RawRequest): Promise<Answer> {
  const headers = {
    host: new URL(server.url).host,
    authorization: `Bearer ${server.secretKey}`,
    connection: 'close',
    ...request.headers,
  }
  const head = [`${request.method ?? 'GET'} ${request.target} HTTP/1.1`]
  for (const [name, value] of Object.entries(headers)) head.push(`${name}: ${value}`)
  const start = Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1')
  return rawBytes(server, Buffer.concat([start, Buffer.from(request.body ?? '')]))
}

/** The same checks that every answer of `server.request` passes through. */
export function checked(method: string, path: string, answer: Answer): Answer {
  checkAnswer(method, path, answer)
  return answer
}
