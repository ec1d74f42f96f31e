import { hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'

const roundsPerTurn = 256

/**
 * `digest = hash(digest + text)`, again and again. Node has no such loop of its own outside of the event loop, so it gives
 * way to other requests every few hundred rounds.
 */
export async function hashAgain(
  algorithm: 'md5' | 'sha512',
  first: Buffer,
  text: Buffer,
  rounds: number,
): Promise<Buffer> {
  const input = Buffer.concat([first, text])
  let digest = first
  for (let round = 1; round <= rounds; round++) {
    digest = hash(algorithm, input, 'buffer')
    digest.copy(input)
    if (round % roundsPerTurn === 0) await setImmediate()
  }
  return digest
}
