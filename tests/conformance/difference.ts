/** Where we differ from the hosted service on purpose, or chose because nothing public says what it does. */
export interface Difference {
  readonly topic: string
  readonly ours: string
  readonly theirs: string
  readonly reason: string
}
