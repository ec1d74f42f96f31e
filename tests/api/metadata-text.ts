import assert from 'node:assert/strict'
import type { Answer, TestServer } from '#tests/running-server.ts'

export type MetadataField = 'public_metadata' | 'private_metadata' | 'unsafe_metadata'

const json = { 'content-type': 'application/json' }

/** Sends `{ field: <text> }` with the text as it is, so that no number or key order is lost on the way. */
export const sendMetadata = (
  server: TestServer,
  method: 'PATCH' | 'PUT',
  id: string,
  text: string,
  field: MetadataField = 'public_metadata',
): Promise<Answer> =>
  server.request(method, `/users/${id}/metadata`, { rawBody: `{"${field}":${text}}`, headers: json })

/** The source text of a metadata field in an answer: what a parser would hide shows here. */
export function metadataText(answer: Answer, field: MetadataField = 'public_metadata'): string {
  assert.equal(answer.status, 200, answer.text)
  const name = `"${field}":`
  const start = answer.text.indexOf(name) + name.length
  assert.ok(start >= name.length, `no ${field} in ${answer.text}`)
  let depth = 0
  for (const { 0: token, index } of answer.text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    if (token === '{' || token === '[') depth += 1
    if (token === '}' || token === ']') depth -= 1
    if (depth < 0 || (depth === 0 && token === ',')) return answer.text.slice(start, start + index)
    if (depth === 0) return answer.text.slice(start, start + index + token.length)
  }
  throw new Error(`unbalanced: ${answer.text}`)
}

/** A metadata object of exactly this many bytes, filled with the character. */
export function metadataOfSize(bytes: number, filler = 'x'): string {
  const room = bytes - '{"k":""}'.length
  const fillers = Math.floor(room / Buffer.byteLength(filler))
  const text = `{"k":"${filler.repeat(fillers)}${'x'.repeat(room - fillers * Buffer.byteLength(filler))}"}`
  assert.equal(Buffer.byteLength(text), bytes)
  return text
}

type Write = (server: TestServer, id: string, text: string, field?: MetadataField) => Promise<Answer>

/** Every way to write a field of an existing user; the last one exists up to version 2025-11-10. */
export const waysToWrite: Readonly<Record<string, Write>> = {
  'a merge': (server, id, text, field) => sendMetadata(server, 'PATCH', id, text, field),
  'a replacement': (server, id, text, field) => sendMetadata(server, 'PUT', id, text, field),
  'an update of the user': (server, id, text, field = 'public_metadata') =>
    server.request('PATCH', `/users/${id}`, { rawBody: `{"${field}":${text}}`, headers: json }),
}

/** A new user whose field is the text. */
export const createWithMetadata = (
  server: TestServer,
  address: string,
  text: string,
  field: MetadataField = 'public_metadata',
): Promise<Answer> =>
  server.request('POST', '/users', {
    rawBody: `{"email_address":["${address}"],"${field}":${text}}`,
    headers: json,
  })

/** Objects within each other, this many levels, around a 1. */
export const nestedObjects = (levels: number, key = 'a'): string =>
  `${`{"${key}":`.repeat(levels)}1${'}'.repeat(levels)}`
