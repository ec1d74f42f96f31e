import { accepting } from '#tests/api/invited-users.ts'
import { signInByTicket } from '#tests/frontend/signed-in.ts'
import { visitor } from '#tests/frontend/visitor.ts'
import type { Answer } from '#tests/running-server.ts'
import type { ClientScene } from './clients.ts'

/** The user of the client accepts, as an app that is signed in does. */
export async function acceptAs(
  { server }: ClientScene,
  user: { id: string },
  invitationId: string,
): Promise<Answer> {
  const browser = visitor(server, { native: true })
  const sessionId = await signInByTicket(server, browser, user.id)
  return accepting({ browser, user, sessionId, query: { _clerk_session_id: sessionId } }, invitationId)
}
