import { availableParallelism } from 'node:os'

/** So much work waits already that more would only be answered too late: the caller may try again. */
export class TooBusy extends Error {}

export interface HashQueue {
  readonly running: number
  readonly waiting: number
  /** How much was ever begun. */
  readonly begun: number
  /** Does the work as soon as a place is free, in the order of the calls. Throws `TooBusy` when too much waits. */
  run<T>(work: () => Promise<T>): Promise<T>
}

/**
 * How many hashes may run at once: one for each processor, while a thread of Node's pool stays free for files and names.
 * The bound on memory is this number times 256 MiB, what the costliest digest takes; our own take 19 MiB.
 */
export const concurrentHashes = (threads: number, processors = availableParallelism()): number =>
  Math.max(1, Math.min(processors, threads - 1))

/** Hashing is the one thing here that a few requests can fill the machine with; so it waits in line. */
export function createHashQueue(bounds: { concurrent: number; waitingMax: number }): HashQueue {
  const line: (() => void)[] = []
  let running = 0
  let begun = 0

  const admission = (): Promise<void> | undefined => {
    if (running < bounds.concurrent) {
      running++
      return undefined
    }
    if (line.length >= bounds.waitingMax) throw new TooBusy('too many hashes wait already')
    return new Promise((admit) => line.push(admit))
  }

  /** A place goes to the next in line without becoming free: nobody who comes later can take it. */
  const leave = () => {
    const next = line.shift()
    if (next) next()
    else running--
  }

  return {
    get running() {
      return running
    },
    get waiting() {
      return line.length
    },
    get begun() {
      return begun
    },
    async run(work) {
      await admission()
      begun++
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
