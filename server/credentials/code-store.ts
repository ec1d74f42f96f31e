import type { NewEvent } from '#server/events/event.ts'
import type { Message } from '#server/mail/message-store.ts'

/** What a code is asked for. One that was sent for one purpose proves nothing in another. */
export type CodePurpose = 'sign_in' | 'email_address'

/** A mailed code at rest. */
export interface StoredCode {
  /** `ver_…` */
  readonly id: string
  readonly purpose: CodePurpose
  /** The id of what it was sent for: an attempt to sign in, an identification. */
  readonly subject: string
  readonly user_id: string | null
  readonly recipient: string
  /** A keyed hash, bound to purpose and subject. */
  readonly code_hash: string
  readonly attempts: number
  /** When the right code came. */
  readonly consumed_at: number | null
  readonly expire_at: number
  readonly created_at: number
}

/** So many codes for one key since the begin of its window. */
export interface CodeBudget {
  readonly key: string
  readonly max: number
}

export interface CodeStore {
  /**
   * Puts the code in the place of all that were sent for its subject, with the message that carries it. Counts it
   * in every budget first: one that is used up since `windowBegin` refuses it, nothing is written, and the
   * answer is when the window of that budget began.
   */
  replace(
    code: StoredCode,
    accompanying: { readonly message?: Message | undefined; readonly event: NewEvent },
    budgets: readonly CodeBudget[],
    windowBegin: number,
  ): Promise<{ readonly full: number } | undefined>
  /** The newest of a subject, or exactly one. */
  find(which: CodeChoice): Promise<StoredCode | undefined>
  /**
   * One statement takes an attempt of the newest code and consumes it if the hash is right. Undefined when
   * no attempt could be taken: there is no code, or it is consumed, expired or out of attempts.
   */
  attempt(which: CodeChoice, hash: string, now: number, attemptsMax: number): Promise<StoredCode | undefined>
  /** Removes the codes that expired before, and the budgets that began before. */
  prune(before: number): Promise<void>
}

export interface CodeChoice {
  readonly purpose: CodePurpose
  readonly subject: string
  readonly id?: string | undefined
}
