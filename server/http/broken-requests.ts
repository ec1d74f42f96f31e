import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Refusal } from '#server/refusal.ts'
import { refusalAnswer } from './refuse.ts'

/** Answers what is not even HTTP, or takes too long to become it, with the same envelope, and hangs up. */
export function answerBrokenRequests(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const traceId = randomBytes(16).toString('hex')
  const { status, text } = refusalAnswer(new Refusal('malformed_request_parameters'), traceId)
  socket.end(
    `HTTP/1.1 ${status} Bad Request\r\nContent-Type: application/json\r\nClerk-Trace-Id: ${traceId}\r\n` +
      `Content-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
  )
}

/** Node would answer an `Expect` header that it does not know with an empty 417. */
export function answerStrangeExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const traceId = randomBytes(16).toString('hex')
  const { status, text } = refusalAnswer(new Refusal('malformed_request_parameters'), traceId)
  const body = Buffer.from(text)
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    'clerk-trace-id': traceId,
    connection: 'close',
  }
  response.writeHead(status, headers).end(body)
}
