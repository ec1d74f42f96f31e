/** What is the same for those who write backups and those who read them. */

/** Raised when an older version could not read what is written. */
export const formatVersion = 1
/** In the header of the SQLite file, where it says whose file it is: "Bart". */
export const applicationId = 0x42617274

export interface TableOfBackup {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
  /** Of all rows (see `RowSum`). */
  readonly checksum: string
}

/** The single row of the table `bartleby_backup`; lists are JSON there. */
export interface Manifest {
  readonly format: number
  /** Of the Bartleby that wrote it. */
  readonly version: string
  /** Of the database that it is of. */
  readonly engine: string
  readonly instance_id: string | null
  /** Unix milliseconds. */
  readonly created_at: number
  readonly migrations: readonly string[]
  readonly tables: readonly TableOfBackup[]
  /** How many files of pictures are in it. */
  readonly pictures: number
}

/** Hears how far the work is. */
export type Progress = (step: string, done: number, total: number) => void

export interface Watch {
  readonly progress: Progress
  /** Ends the work; nothing of it stays. */
  readonly signal: AbortSignal
}

/** A backup cannot be made or used; the message is one clear line. */
export class BackupRefused extends Error {}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Lets signals and output through between batches: SQLite's calls give way to nothing. */
export async function breathe({ signal }: Pick<Watch, 'signal'>): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  signal.throwIfAborted()
}
