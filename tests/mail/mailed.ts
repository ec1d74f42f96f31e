import assert from 'node:assert/strict'
import type { Answer, TestServer } from '#tests/running-server.ts'

/** The messages to an address, newest first. */
export async function messagesTo(server: TestServer, to: string, more = ''): Promise<Answer['body'][]> {
  const answer = await server.request('GET', `/bartleby/messages?to=${encodeURIComponent(to)}${more}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

/** The kinds of the messages to an address, oldest first. */
export const kindsTo = async (server: TestServer, to: string): Promise<string[]> =>
  (await messagesTo(server, to)).map(({ kind }) => kind).reverse()

export const prepare = (server: TestServer, id: string): Promise<Answer> =>
  server.request('POST', `/email_addresses/${id}/prepare_verification`)

export const attempt = (
  server: TestServer,
  id: string,
  verification_id: string,
  code: string,
): Promise<Answer> =>
  server.request('POST', `/email_addresses/${id}/attempt_verification`, { body: { verification_id, code } })

/** A code that was just mailed: its verification, and the six digits. */
export async function mailedCode(server: TestServer, own: { id: string; email_address: string }) {
  const answer = await prepare(server, own.id)
  assert.equal(answer.status, 200, answer.text)
  const [message] = await messagesTo(server, own.email_address, '&limit=1')
  return { verification: answer.body, code: message.code as string }
}

/** Six digits that are not the code. */
export const otherThan = (code: string, by = 1): string =>
  String((Number(code) + by) % 1_000_000).padStart(6, '0')
