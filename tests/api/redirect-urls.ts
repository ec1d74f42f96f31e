import assert from 'node:assert/strict'
import type { Answer, TestServer } from '#tests/running-server.ts'

export const askRedirect = (server: TestServer, body: object): Promise<Answer> =>
  server.request('POST', '/redirect_urls', { body })

/** A listed address, which must be taken. */
export async function redirectUrl(server: TestServer, url: string): Promise<Answer['body']> {
  const answer = await askRedirect(server, { url })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}
