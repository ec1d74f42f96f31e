import type { Io } from '#server/cli/io.ts'
import { progressBar } from '#server/cli/progress.ts'
import { exitCodeOf, hearSignals } from '#server/cli/until-stopped.ts'
import type { Watch } from '#server/storage/backup/backup.ts'

/** Runs long work that a signal ends cleanly, and shows how far it is; answers the exit code. */
export async function interruptible(
  io: Io,
  work: (watch: Watch, end: () => void) => Promise<void>,
): Promise<number> {
  const abort = new AbortController()
  const bar = progressBar(io)
  let exitCode = 0
  hearSignals().first.then((signal) => {
    exitCode = exitCodeOf(signal)
    abort.abort()
  })
  try {
    await work({ progress: bar.update, signal: abort.signal }, bar.end)
    return 0
  } catch (error) {
    bar.end()
    if (!abort.signal.aborted) throw error
    io.err('bartleby: interrupted; nothing was changed\n')
    return exitCode
  }
}
