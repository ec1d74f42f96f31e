import { hash } from 'node:crypto'
import type { Row } from '../dialects/catalogue.ts'

const modulus = 2n ** 256n

/** JSON has no bytes, and shows an integer as a database's driver gives it. */
const printable = (value: unknown) =>
  value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value

/** A checksum of a table's content that does not depend on the order of rows, which no engine promises. */
export class RowSum {
  rows = 0
  #sum = 0n
  readonly #columns: readonly string[]

  constructor(columns: readonly string[]) {
    this.#columns = columns
  }

  add(batch: readonly Row[]): void {
    for (const row of batch) {
      const text = JSON.stringify(this.#columns.map((column) => printable(row[column])))
      this.#sum = (this.#sum + BigInt(`0x${hash('sha256', text)}`)) % modulus
    }
    this.rows += batch.length
  }

  get sum(): string {
    return this.#sum.toString(16).padStart(64, '0')
  }
}
