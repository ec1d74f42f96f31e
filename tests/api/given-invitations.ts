import assert from 'node:assert/strict'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { address } from './given-users.ts'

/** `POST …/invitations`, as it is answered. */
export const inviting = (
  server: TestServer,
  organizationId: string,
  body: Record<string, unknown> = {},
): Promise<Answer> =>
  server.request('POST', `/organizations/${organizationId}/invitations`, {
    body: { email_address: address('invited'), role: 'org:member', ...body },
  })

/** An invitation, which must be made. */
export async function invitation(
  server: TestServer,
  organizationId: string,
  body: Record<string, unknown> = {},
): Promise<Answer['body']> {
  const answer = await inviting(server, organizationId, body)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

export const revoking = (
  server: TestServer,
  { id, organization_id }: { id: string; organization_id: string },
  body: Record<string, unknown> = {},
): Promise<Answer> =>
  server.request('POST', `/organizations/${organization_id}/invitations/${id}/revoke`, { body })

/** How it stands with an invitation. */
export const statusOf = async (
  server: TestServer,
  { id, organization_id }: { id: string; organization_id: string },
): Promise<string> =>
  (await server.request('GET', `/organizations/${organization_id}/invitations/${id}`)).body.status

/** `POST …/memberships`, which must succeed. */
export async function member(
  server: TestServer,
  organizationId: string,
  userId: string,
  role = 'org:member',
) {
  const answer = await server.request('POST', `/organizations/${organizationId}/memberships`, {
    body: { user_id: userId, role },
  })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

export const dayMs = 24 * 3_600_000

/** Settings of an instance without organizations. */
export const withoutOrganizations = { settings: { organizations: { enabled: false } } }
