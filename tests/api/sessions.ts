import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

export const someone = (server: TestServer, more: object = {}): Promise<Answer['body']> =>
  server.create({ email_address: [address('session')], ...more })

/** A session of the user, which must begin. */
export async function session(server: TestServer, user: Answer['body']): Promise<Answer['body']> {
  const answer = await server.request('POST', '/sessions', { body: { user_id: user.id } })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

/** The statuses of the user's sessions, the oldest first. */
export async function statuses(server: TestServer, user: Answer['body']): Promise<string[]> {
  const { body } = await server.request('GET', `/sessions?user_id=${user.id}&limit=500`)
  return body.map(({ status }: Answer['body']) => status).reverse()
}

/** The answer must refuse with that status and code, about that parameter. */
export function refused(answer: Answer, status: number, code: string, param?: string): Answer['body'] {
  assert.equal(answer.status, status, answer.text)
  assert.equal(answer.body.errors[0].code, code)
  assert.equal(answer.body.errors[0].meta?.param_name, param)
  return answer.body.errors[0]
}

export const sessionEvents = async (server: TestServer, id: string) =>
  (await server.events(id)).map(({ type }) => type)
