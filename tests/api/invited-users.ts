import assert from 'node:assert/strict'
import { type SignedIn, signedIn } from '#tests/frontend/signed-in.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { invitation } from './given-invitations.ts'

/** The signed-in user accepts the invitation of that id. */
export const accepting = ({ browser, query }: SignedIn, id: string): Promise<Answer> =>
  browser.visit('POST', `/me/organization_invitations/${id}/accept`, {}, { query })

/** An invitation to the address, accepted by a new user who has verified it. */
export async function accepted(
  server: TestServer,
  organizationId: string,
  email_address: string,
  more: Record<string, unknown> = {},
) {
  const invited = await invitation(server, organizationId, { email_address, ...more })
  // An app, so that no page needs to be allowed.
  const visitor = await signedIn(server, { email_address: [email_address] }, { native: true })
  const answer = await accepting(visitor, invited.id)
  assert.equal(answer.status, 200, answer.text)
  return { invited, visitor, user: visitor.user }
}
