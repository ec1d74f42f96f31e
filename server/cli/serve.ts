import { join } from 'node:path'
import { type RunningBartleby, startBartleby } from '#server/bartleby.ts'
import { type BannerFacts, banner, clerkLines, shownMail } from '#server/cli/banner.ts'
import { describe } from '#server/cli/failure.ts'
import type { Io } from '#server/cli/io.ts'
import { type PreparedStart, prepareStart } from '#server/cli/prepare-start.ts'
import { exitCodeOf, hearSignals, stopInTime } from '#server/cli/until-stopped.ts'
import { clerkEnvFile, writePrivateFile } from '#server/keys/key-files.ts'
import { publishableKey } from '#server/keys/publishable-key.ts'

async function present(
  { config, secretKeyFile }: PreparedStart,
  bartleby: RunningBartleby,
  version: string,
  io: Io,
) {
  const clerkEnvPath = join(config.data, clerkEnvFile)
  const facts: BannerFacts = {
    version,
    config,
    publicUrl: bartleby.publicUrl,
    listensOn: bartleby.url,
    publishableKey: publishableKey(config.environment, bartleby.publicUrl),
    secretKey: 'given',
    clerkEnvPath,
  }
  if (!secretKeyFile) return io.out(banner(facts, io.colors))
  const lines = clerkLines(facts, `CLERK_SECRET_KEY=${config.secretKey}`)
  // A start that failed after it had made the key has shown it to nobody, hence the second condition.
  const isNew = await writePrivateFile(clerkEnvPath, `${lines.join('\n')}\n`)
  const shown = isNew || secretKeyFile.created
  io.out(banner({ ...facts, secretKey: shown ? 'shown' : 'in file' }, io.colors))
}

/** Runs the server until a signal ends it; answers the exit code. */
export async function serve(
  env: Readonly<Record<string, string | undefined>>,
  version: string,
  io: Io,
): Promise<number> {
  process.on('unhandledRejection', (reason) => {
    io.err(`bartleby: unexpected failure, the server ends\n${describe(reason)}\n`)
    process.exit(1)
  })
  const { first, second } = hearSignals()
  let running: RunningBartleby | undefined
  const start = async () => {
    const prepared = await prepareStart(env)
    running = await startBartleby(prepared.config, { showMail: (mail) => io.out(shownMail(mail)) })
    await present(prepared, running, version, io)
    return first
  }
  const signal = await Promise.race([start(), first])
  // A server that already listens, with its banner still to come, has requests to finish too.
  const listening = running
  return listening ? await stopInTime(() => listening.stop(), second, io) : exitCodeOf(signal)
}
