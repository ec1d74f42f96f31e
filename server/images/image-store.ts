/** A stored picture, and since when it has been there. */
export interface StoredImage {
  readonly id: string
  /** Unix milliseconds of the last `keep`, by the clock of the place that it is kept in. */
  readonly keptAt: number
  /** Waiting to be discarded, or brought back. */
  readonly isAside: boolean
}

/**
 * Pictures at rest, by the id that their bytes have. Whatever it cannot do because its place is away, full or read-only
 * is `StorageUnavailable`.
 */
export interface ImageStore {
  /** Durable when it resolves. Bytes that are kept already are as good as new. */
  keep(id: string, bytes: Buffer): Promise<void>
  find(id: string): Promise<Buffer | undefined>
  has(id: string): Promise<boolean>
  /** Out of the way of `find` and `has`, but not lost: the first step of a removal. */
  setAside(id: string): Promise<void>
  bringBack(id: string): Promise<void>
  /** Of what was set aside; nothing to discard is no failure. */
  discard(id: string): Promise<void>
  list(): AsyncIterable<StoredImage>
}
