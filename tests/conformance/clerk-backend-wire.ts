import assert from 'node:assert/strict'
import { checked, rawRequest } from '#tests/raw-request.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape are taken apart
type Any = any

/** Fails as the client would, with the place. */
export type Check = (value: Any, where: string) => void

const check =
  (what: string, holds: (value: Any) => boolean): Check =>
  (value, where) =>
    assert.ok(holds(value), `${where} must be ${what}, but is ${JSON.stringify(value)}`)

export const text = check('a text', (value) => typeof value === 'string')
export const flag = check('true or false', (value) => typeof value === 'boolean')
export const integer = check('an integer', (value) => Number.isInteger(value))
export const anything = check(
  'an object',
  (value) => value !== null && typeof value === 'object' && !Array.isArray(value),
)
export const oneOf = (...words: unknown[]) =>
  check(`one of ${words.join(', ')}`, (value) => words.includes(value))
export const listOf =
  (item: Check): Check =>
  (value, where) => {
    assert.ok(Array.isArray(value), `${where} must be a list, but is ${JSON.stringify(value)}`)
    for (const [i, one] of value.entries()) item(one, `${where}[${i}]`)
  }

/** The key must be there, but null will do. */
export const nullable =
  (inner: Check): Check =>
  (value, where) => {
    assert.notEqual(value, undefined, `${where} is missing`)
    if (value !== null) inner(value, where)
  }

export const shape =
  (fields: Record<string, Check>): Check =>
  (value, where) => {
    anything(value, where)
    for (const [name, one] of Object.entries(fields)) one(value[name], `${where}.${name}`)
  }

/** What every generated client needs of an error; it throws something without status and code otherwise. */
export const errorEnvelope = shape({
  errors: listOf(shape({ message: text, long_message: text, code: text })),
  clerk_trace_id: text,
})

export interface WireClient {
  readonly headers: Record<string, string>
  /** Parses a user, or throws as the client does. */
  readonly user: Check
}

export interface WireCall {
  method: string
  target: string
  headers?: Record<string, string>
  body?: string
}

/** One request, byte for byte as the client writes it, and what all clients need of any answer. */
export async function call(server: TestServer, client: WireClient, request: WireCall): Promise<Answer> {
  const { method, target, body = '' } = request
  const headers = { ...client.headers, ...request.headers }
  const answer = await rawRequest(server, { method, target, headers, body })
  checked(method, target.replace(/^\/v1/, ''), answer)
  assert.equal(answer.headers.get('content-type'), 'application/json', 'compared as a whole by some clients')
  assert.notEqual(answer.text, '', 'no client reads an empty body')
  if (answer.status < 400) assert.equal(answer.status, 200, 'no client of Clerk knows another success')
  else errorEnvelope(answer.body, 'error')
  return answer
}

/** The call must succeed with a user that the client can parse. */
export async function userFrom(server: TestServer, client: WireClient, request: WireCall): Promise<Any> {
  const answer = await call(server, client, request)
  assert.equal(answer.status, 200, answer.text)
  client.user(answer.body, 'user')
  return answer.body
}

export async function usersFrom(server: TestServer, client: WireClient, target: string): Promise<Any[]> {
  const answer = await call(server, client, { method: 'GET', target })
  assert.equal(answer.status, 200, answer.text)
  listOf(client.user)(answer.body, 'users')
  return answer.body
}

/** The total, from an object whose two keys all clients need. */
export async function countFrom(server: TestServer, client: WireClient, target: string): Promise<number> {
  const answer = await call(server, client, { method: 'GET', target })
  assert.equal(answer.status, 200, answer.text)
  shape({ object: oneOf('total_count'), total_count: integer })(answer.body, 'count')
  return answer.body.total_count
}

export async function deletedFrom(server: TestServer, client: WireClient, request: WireCall): Promise<void> {
  const answer = await call(server, client, request)
  assert.equal(answer.status, 200, answer.text)
  shape({ object: oneOf('user'), deleted: oneOf(true), id: text })(answer.body, 'deleted')
}

/** A body as these clients announce it. */
export const json = (value: unknown) => {
  const body = typeof value === 'string' ? value : JSON.stringify(value)
  return {
    body,
    headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
  }
}
