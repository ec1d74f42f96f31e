export type MessageStatus = 'queued' | 'sending' | 'sent' | 'failed' | 'stored'

/** One mail to one address. Its spelling is that of the column names. */
export interface Message {
  /** `msg_…` */
  readonly id: string
  /** The name of its template. */
  readonly kind: string
  readonly user_id: string | null
  /** The stored address, byte for byte. */
  readonly recipient: string
  readonly subject: string
  /** The JSON of a `MessageBody`, sealed for this message alone; null once it is deleted. */
  readonly body: string | null
  /** `stored`: there is no mail server to send it. */
  readonly status: MessageStatus
  readonly attempts: number
  /** When it is due, or when another process may take it over from the one that is sending it; null: never. */
  readonly next_attempt_at: number | null
  /** What the mail server said to the last attempt. */
  readonly last_error: string | null
  readonly created_at: number
  readonly sent_at: number | null
  readonly updated_at: number
}

export interface MessageFilters {
  /** Exactly this address. */
  readonly recipient?: string | undefined
  /** Only what came after this message. */
  readonly after?: Pick<Message, 'id' | 'created_at'> | undefined
}

/** The queue of mail, shared by all processes of a database. */
export interface MessageStore {
  insert(message: Message): Promise<void>
  find(id: string): Promise<Message | undefined>
  /** The newest first. */
  list(filters: MessageFilters, limit: number): Promise<Message[]>
  /**
   * Takes the message that is due the longest, counts an attempt, and keeps it from all others until
   * `takeoverAt`; undefined when none is due.
   */
  claim(now: number, takeoverAt: number): Promise<Message | undefined>
  /** The outcome of a claim; false when another process has taken the message over meanwhile. */
  settle(claimed: Message, outcome: MessageOutcome): Promise<boolean>
  /** Removes what was created before. */
  prune(before: number): Promise<void>
}

export interface MessageOutcome {
  readonly status: MessageStatus
  readonly at: number
  readonly nextAttemptAt: number | null
  readonly error: string | null
  readonly dropBody: boolean
}
