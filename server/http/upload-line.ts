import { createHashQueue, TooBusy } from '#server/credentials/hash-queue.ts'

/** Uploads whose bytes may be held at once, and those that may wait unread for their turn. */
const concurrent = 8
const waitingMax = 64
const waitMaxMs = 10_000

/** Runs uploads a few at a time, so that many at once cannot fill the memory. Throws `TooBusy` rather than let one wait for long. */
export type UploadLine = <T>(work: () => Promise<T>) => Promise<T>

export function createUploadLine(bounds = { concurrent, waitingMax, waitMaxMs }): UploadLine {
  const line = createHashQueue(bounds)
  return <T>(work: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      let state: 'waiting' | 'begun' | 'late' = 'waiting'
      const late = setTimeout(() => {
        state = 'late'
        reject(new TooBusy('an upload has waited for too long'))
      }, bounds.waitMaxMs)
      const begin = async () => {
        clearTimeout(late)
        if (state === 'late') return undefined
        state = 'begun'
        return work()
      }
      line.run(begin).then(
        (outcome) => resolve(outcome as T),
        (error) => {
          clearTimeout(late)
          reject(error)
        },
      )
    })
}
