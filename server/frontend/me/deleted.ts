/** What an answer to a deletion says. */
export interface Deleted {
  readonly object: string
  readonly id: string
  readonly deleted: true
}
