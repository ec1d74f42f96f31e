import { randomFillSync } from 'node:crypto'

const idBytes = 16
const pool = Buffer.alloc(idBytes * 256)
let taken = pool.length

/** 32 hex characters. Random bytes are fetched for many at once: fetching is what costs. */
export function newTraceId(): string {
  if (taken === pool.length) {
    randomFillSync(pool)
    taken = 0
  }
  taken += idBytes
  return pool.toString('hex', taken - idBytes, taken)
}
