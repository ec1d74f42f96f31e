import { ConnectionError } from './errors.ts'
import type { Signal } from './platform.ts'

/** The end of a call: its time is up, or its caller has lost interest. */
export interface Deadline {
  /** For `fetch`. */
  readonly signal: unknown
  /** What is left of the call's time. */
  remainingMs(): number
  /** What `start` promises, or the error of the end, whichever comes first. After the end nothing is started. */
  race<T>(start: () => Promise<T>): Promise<T>
  wait(milliseconds: number): Promise<void>
  /** Must be called when the call is over: a timer keeps a process alive. */
  clear(): void
}

export function deadlineFor(what: string, timeoutMs: number, caller: Signal | undefined): Deadline {
  const controller = new AbortController()
  const endsAt = Date.now() + timeoutMs
  let failure: ConnectionError | undefined
  let fail: (error: ConnectionError) => void = () => {}
  const ended = new Promise<never>((_, reject) => {
    fail = reject
  })
  // Nobody listens once the call is over, and nothing is wrong with that.
  ended.catch(() => {})
  const end = (error: ConnectionError) => {
    failure = error
    fail(error)
    controller.abort()
  }
  const abort = () => end(new ConnectionError(`${what} was aborted by its caller`, 'aborted'))
  const giveUp = () => end(new ConnectionError(`${what} got no answer within ${timeoutMs} ms`, 'timeout'))
  const timer = setTimeout(giveUp, timeoutMs)
  if (caller?.aborted) abort()
  else caller?.addEventListener('abort', abort)
  const race = async <T>(start: () => Promise<T>) => {
    if (failure) throw failure
    return Promise.race([ended, start()])
  }
  return {
    signal: controller.signal,
    remainingMs: () => endsAt - Date.now(),
    race,
    async wait(milliseconds) {
      let pause: ReturnType<typeof setTimeout> | undefined
      try {
        await race(
          () =>
            new Promise<void>((resolve) => {
              pause = setTimeout(resolve, milliseconds)
            }),
        )
      } finally {
        clearTimeout(pause)
      }
    },
    clear() {
      clearTimeout(timer)
      caller?.removeEventListener('abort', abort)
    },
  }
}
