import { reportFailure } from '#server/cli/failure.ts'
import type { Io } from '#server/cli/io.ts'
import { program } from '#server/cli/program.ts'

const ofProcess = (): Io => ({
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  colors: process.stdout.isTTY === true && !process.env.NO_COLOR,
  terminal: process.stderr.isTTY === true,
})

/** Runs one command and answers its exit code. The only reader of the environment. */
export async function main(
  argv: readonly string[] = process.argv.slice(2),
  env: Readonly<Record<string, string | undefined>> = process.env,
  io: Io = ofProcess(),
): Promise<number> {
  let exitCode = 0
  try {
    await program(env, io, (code) => {
      exitCode = code
    }).parseAsync([...argv], { from: 'user' })
    return exitCode
  } catch (error) {
    return reportFailure(error, io)
  }
}
