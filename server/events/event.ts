/** What a change leaves in the append-only record, in the transaction of the change itself. */
export interface NewEvent {
  /** `user.created`, `user.updated`, `user.deleted`, … */
  readonly type: string
  /**
   * Who did it: `key:<id of the secret key>` for a call of the Backend API; `user:<id>` in the Frontend API, with ` by <sub>`
   * when somebody acts in the user's place; `client:<id>` or `anonymous` while nobody is signed in.
   */
  readonly actor: string
  /** The id of what changed. */
  readonly subject: string
  /** Unix milliseconds. */
  readonly at: number
  /** The trace id of the request, which its log lines carry too. */
  readonly trace_id: string
  /** Names of what changed, never values of secrets; what a deletion leaves behind. */
  readonly details: Readonly<Record<string, unknown>>
}
