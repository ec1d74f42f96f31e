import type { Io } from '#server/cli/io.ts'

const signals = { SIGTERM: 15, SIGINT: 2 } as const
type StopSignal = keyof typeof signals

/** Well below the ten seconds after which those who sent SIGTERM kill. */
const stopDurationMaxMs = 8_500
/** One Ctrl-C arrives twice when npm or a wrapper passes on what the terminal has sent already. */
const echoMs = 500

/** Hears the signals that end a server, from now on. */
export function hearSignals(): { first: Promise<StopSignal>; second: Promise<StopSignal> } {
  const first = Promise.withResolvers<StopSignal>()
  const second = Promise.withResolvers<StopSignal>()
  let heardAt: number | undefined
  const hear = (signal: StopSignal) => {
    if (heardAt === undefined) {
      heardAt = performance.now()
      first.resolve(signal)
    } else if (performance.now() - heardAt > echoMs) second.resolve(signal)
  }
  for (const signal of Object.keys(signals) as StopSignal[]) process.on(signal, hear)
  return { first: first.promise, second: second.promise }
}

/** The code that a shell reports for a process that a signal ended. */
export const exitCodeOf = (signal: StopSignal): number => 128 + signals[signal]

const after = (milliseconds: number) =>
  new Promise<'late'>((resolve) => setTimeout(resolve, milliseconds, 'late').unref())

/** Stops, and answers the exit code: 0 when requests in flight were finished in time. */
export async function stopInTime(
  stop: () => Promise<void>,
  secondSignal: Promise<StopSignal>,
  io: Io,
): Promise<number> {
  const clean = stop().then(() => 0 as const)
  const ending = await Promise.race([clean, secondSignal, after(stopDurationMaxMs)])
  if (ending === 0) return 0
  if (ending !== 'late') return exitCodeOf(ending)
  io.err('bartleby: stopping took too long; requests in flight were cut off\n')
  return 1
}
