import type { StoredTotp } from '#server/credentials/second-factors.ts'

/** The app as one answer shows it; what is told once is null in all others. */
export interface OwnTotp {
  readonly stored: StoredTotp
  readonly secret: string | null
  readonly uri: string | null
  readonly backupCodes: readonly string[] | null
}
