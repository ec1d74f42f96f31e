/** How often this machine computes argon2id with the server's parameters, as many at once as the server does. */
import { concurrentHashes } from '#server/credentials/hash-queue.ts'
import { hashPassword, ownParameters } from '#server/credentials/hashing/own.ts'
import { loopFor } from './loop.ts'

process.once('message', async ({ seconds }: { readonly seconds: number }) => {
  const inFlight = concurrentHashes(Number(process.env.UV_THREADPOOL_SIZE))
  const hashOften = async () => {
    const end = performance.now() + seconds * 1000
    let done = 0
    const line = async () => {
      while (performance.now() < end) {
        await hashPassword('a password of some length', ownParameters)
        done++
      }
    }
    await Promise.all(Array.from({ length: inFlight }, line))
    return done
  }
  const round = await loopFor(seconds, hashOften)
  process.send!(round, () => process.disconnect())
})
