import { Turns } from './dialects/turns.ts'

/**
 * One line of waiting writers for each user, within this process. Without it, many writes to one user would
 * each hold a connection of the pool while they wait for the row, until others find none left.
 */
export class Lines {
  readonly #lines = new Map<string, { turns: Turns; inside: number }>()

  async pass<T>(key: string, run: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(key) ?? { turns: new Turns(), inside: 0 }
    this.#lines.set(key, line)
    line.inside += 1
    await line.turns.take()
    try {
      return await run()
    } finally {
      line.turns.end()
      line.inside -= 1
      if (line.inside === 0) this.#lines.delete(key)
    }
  }
}
