import type { User } from '#server/users/user.ts'
import type { Decision } from '#server/users/user-store.ts'
import type { StoredTotp } from './second-factors.ts'

/**
 * Second factors at rest. Whatever can be used once is used up by one statement, in the transaction that holds
 * the user's row; only whoever it was there for decides what else changes. As in `UserStore`, `decide` is pure.
 */
export interface FactorStore {
  findTotp(userId: string): Promise<StoredTotp | undefined>
  /** As stored: sealed digests of codes that were imported. Those of ours are found by their own digest. */
  importedCodes(userId: string): Promise<string[]>
  /**
   * Accepts a time step and confirms the app if it is not yet; undefined when that app has gone, or when this
   * step or a later one was accepted before.
   */
  spendStep(
    userId: string,
    spent: { readonly totpId: string; readonly step: number; readonly at: number },
    decide: (user: User) => Decision | undefined,
  ): Promise<User | undefined>
  /** Removes a backup code; undefined when there is none of that digest any more. */
  spendBackupCode(
    userId: string,
    digest: string,
    decide: (user: User, left: number) => Decision | undefined,
  ): Promise<User | undefined>
  /** Removes an app, confirmed or not, and tells `decide` whether there was one; undefined when there is no user. */
  removeTotp(
    userId: string,
    decide: (user: User, hadTotp: boolean) => Decision | undefined,
  ): Promise<User | undefined>
}
