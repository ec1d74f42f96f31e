import assert from 'node:assert/strict'
import type { Answer, TestServer } from '#tests/running-server.ts'

let made = 0
/** A name that no other test uses; its slug is the same text. */
export const organizationName = (word = 'acme') => `${word}-${++made}`

/** `POST /v1/organizations`, which must succeed. */
export async function organization(
  server: TestServer,
  body: Record<string, unknown> = {},
): Promise<Answer['body']> {
  const answer = await server.request('POST', '/organizations', {
    body: { name: organizationName(), ...body },
  })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

export const readOrganization = async (server: TestServer, id: string): Promise<Answer['body']> =>
  (await server.request('GET', `/organizations/${id}`)).body

/** Type and details of what the record says of a subject. */
export const recordOf = async (server: TestServer, subject: string) =>
  (await server.events(subject)).map(({ type, details }) => [type, details])

/** A membership in the organization, as the database has it. */
export const membershipRows = async (server: TestServer, organizationId: string) =>
  (await server.rows('memberships')).filter(({ organization_id }) => organization_id === organizationId)
