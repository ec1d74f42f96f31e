/** What a command is given of the process that it runs in. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether stdout shows colours. */
  readonly colors: boolean
  /** Whether somebody watches stderr. */
  readonly terminal: boolean
}
