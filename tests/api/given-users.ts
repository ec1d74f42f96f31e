import assert from 'node:assert/strict'
import type { Answer, TestServer } from '#tests/running-server.ts'

let addresses = 0
/** An address that no other test uses. */
export const address = (name = 'someone') => `${name.toLowerCase()}.${++addresses}@example.com`

/** The day of a month long past, in the form of the request field. */
export const onDay = (day: number) => `2020-01-${String(day).padStart(2, '0')}T12:00:00.000Z`

/** The ids that `GET /users` answers, in its order. */
export async function listIds(server: TestServer, query: string): Promise<string[]> {
  const answer = await server.request('GET', `/users?${query}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body.map((user: { id: string }) => user.id)
}

/** The errors of a refusal as `code param`, in order. */
export const problems = (answer: Answer): string[] =>
  answer.body.errors.map((error: { code: string; meta?: { param_name?: string } }) =>
    [error.code, error.meta?.param_name ?? ''].join(' ').trim(),
  )

/** Asserts one refusal: its status, and each error as `code param`. */
export function refused(answer: Answer, status: number, ...expected: string[]): void {
  assert.equal(answer.status, status, answer.text)
  assert.deepEqual(problems(answer), expected, answer.text)
}

/**
 * Creates the users in order, each with an address unless the body has one. `find` names those that a
 * list answers, in its order; users of other tests are left out.
 */
export async function givenUsers<Label extends string>(
  server: TestServer,
  bodies: Record<Label, Record<string, unknown>>,
) {
  const users = {} as Record<Label, Answer['body']>
  const labels = new Map<string, Label>()
  for (const [label, body] of Object.entries(bodies) as [Label, Record<string, unknown>][]) {
    users[label] = await server.create({ email_address: [address(label)], ...body })
    labels.set(users[label].id, label)
  }
  return {
    users,
    async find(query: string): Promise<Label[]> {
      const ids = await listIds(server, `limit=500&${query}`)
      return ids.flatMap((id) => labels.get(id) ?? [])
    },
  }
}
