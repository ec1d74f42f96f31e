import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

export const dayMs = 86_400_000

export const ask = (server: TestServer, body: unknown): Promise<Answer> =>
  server.request('POST', '/invitations', { body })

/** An invitation to the application, which must succeed. */
export async function invite(
  server: TestServer,
  body: Record<string, unknown> = {},
): Promise<Answer['body']> {
  const answer = await ask(server, { email_address: address('invited'), ...body })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

export const tokenOf = ({ url }: { url: string }): string => new URL(url).searchParams.get('ticket')!
