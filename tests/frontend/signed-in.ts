import type { TestServer } from '#tests/running-server.ts'
import { type Visitor, visitor } from './visitor.ts'

export interface SignedIn {
  readonly browser: Visitor
  readonly user: { readonly id: string }
  readonly sessionId: string
  /** For `/v1/me`: names the session that acts. */
  readonly query: { readonly _clerk_session_id: string }
}

/** Signs the user in on the browser with a one-time ticket of the Backend API. */
export async function signInByTicket(server: TestServer, browser: Visitor, userId: string): Promise<string> {
  const ticket = await server.request('POST', '/sign_in_tokens', { body: { user_id: userId } })
  const signIn = await browser.post('/client/sign_ins', { strategy: 'ticket', ticket: ticket.body.token })
  if (signIn.status !== 'complete') throw new Error(`the sign-in is ${signIn.status}`)
  return signIn.created_session_id
}

/** A new user, signed in on a browser of their own. */
export async function signedIn(
  server: TestServer,
  attributes: Record<string, unknown> = {},
  options: Parameters<typeof visitor>[1] = {},
): Promise<SignedIn> {
  const email = `user-${Math.random().toString(36).slice(2)}@example.com`
  const user = await server.create({ email_address: [email], ...attributes })
  const browser = visitor(server, options)
  const sessionId = await signInByTicket(server, browser, user.id)
  return { browser, user, sessionId, query: { _clerk_session_id: sessionId } }
}
