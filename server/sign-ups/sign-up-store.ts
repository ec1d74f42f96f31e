import type { StoredPassword } from '#server/credentials/password-store.ts'
import type { NewEvent } from '#server/events/event.ts'
import type { User } from '#server/users/user.ts'
import type { SignUp } from './sign-up.ts'

/** The sign-up is complete already: another request was faster. Whatever the transaction wrote is undone. */
export class SignUpPassed extends Error {}

/** The invitation is not open any more. Whatever the transaction wrote is undone. */
export class InvitationPassed extends Error {}

export type SignUpChange = Partial<Pick<SignUp, 'given' | 'password'>>

/** A user who comes into being by a sign-up, which is complete with it. */
export interface Newcomer {
  readonly signUpId: string
  readonly user: User
  readonly password: StoredPassword | null
  readonly events: readonly NewEvent[]
}

/**
 * Sign-ups at rest. Those who were invited to an organization come in while it is held: see
 * `HeldOrganization.bringIn`.
 */
export interface SignUpStore {
  insert(signUp: SignUp): Promise<void>
  find(id: string): Promise<SignUp | undefined>
  /**
   * Holds one that is not complete and writes what `decide` returns, which must be pure; undefined when there is
   * none.
   */
  change(id: string, decide: (signUp: SignUp) => SignUpChange, at: number): Promise<SignUp | undefined>
  /**
   * Accepts an invitation to the application and brings in whom it was for, both or neither. Throws `ValueTaken`,
   * `SignUpPassed` and `InvitationPassed`.
   */
  bringIn(newcomer: Newcomer, invitationId: string): Promise<void>
  /** Notes the session that a complete one has begun. */
  noteSession(id: string, sessionId: string, at: number): Promise<void>
  /** Removes those that ended before. */
  prune(before: number): Promise<void>
}
