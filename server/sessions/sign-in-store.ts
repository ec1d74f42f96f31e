import type { NewEvent } from '#server/events/event.ts'
import type { SignIn, SignInStatus } from './sign-in.ts'

/** The attempt is not where it was: another request has moved it on. Whatever the transaction wrote is undone. */
export class SignInPassed extends Error {}

export interface SignInCompletion {
  readonly id: string
  /** Where it must be for this to happen. */
  readonly from: SignInStatus
  readonly change: SignInChange
  /** The session that it ends with. */
  readonly session: string
}

export type SignInChange = Partial<Pick<SignIn, 'first_factor' | 'second_factor' | 'first_factor_at'>>

/** Attempts to sign in at rest. They are completed with the session that they end with: see `UserChange`. */
export interface SignInStore {
  insert(signIn: SignIn): Promise<void>
  find(id: string): Promise<SignIn | undefined>
  /** Only of an attempt that stands where it is said to: of two that move it on, one does. */
  move(
    id: string,
    from: SignInStatus,
    change: SignInChange & { readonly status?: SignInStatus },
    at: number,
  ): Promise<SignIn | undefined>
  /** Notes a failure; without an event for one of nobody, which must take as long. */
  noteFailure(id: string, at: number, event: NewEvent | undefined): Promise<void>
  /** Removes the attempts that ended before. */
  prune(before: number): Promise<void>
}
