import { CommanderError } from 'commander'
import type { Io } from '#server/cli/io.ts'
import { InvalidStart } from '#server/settings/environment.ts'
import { BackupRefused } from '#server/storage/backup/backup.ts'
import { CannotOpen, StorageUnavailable } from '#server/storage/storage.ts'

/** A command cannot do what it was asked to; the message is one clear line. */
export class CannotDo extends Error {}

const listenAdvice: Record<string, (at: string) => string> = {
  EADDRINUSE: (at) => `${at} is taken: stop the other program, or set BARTLEBY_PORT to a free port.`,
  EACCES: (at) => `${at} may not be used by this account: set BARTLEBY_PORT to a port above 1023.`,
  EADDRNOTAVAIL: (at) => `${at} is no address of this machine: set BARTLEBY_HOST to one that is.`,
  ENOTFOUND: (at) => `${at} has no address: set BARTLEBY_HOST to an address or a name of this machine.`,
}

interface SystemError {
  code?: string
  syscall?: string
  address?: string
  hostname?: string
  port?: number
}

function listenProblem(error: unknown): string | undefined {
  const { code, syscall, address, hostname, port } = error as SystemError
  if (syscall !== 'listen' && syscall !== 'bind' && syscall !== 'getaddrinfo') return undefined
  const at = [address ?? hostname, port].filter((part) => part !== undefined).join(' port ')
  return listenAdvice[code ?? '']?.(at)
}

const expected = [CannotDo, InvalidStart, CannotOpen, StorageUnavailable, BackupRefused]

/** Says why a command failed and answers its exit code. A stack is shown for our own mistakes alone. */
export function reportFailure(error: unknown, io: Io): number {
  // Commander has written its own line, and ends `--help` and `--version` this way too.
  if (error instanceof CommanderError) return error.exitCode
  const message = expected.some((kind) => error instanceof kind)
    ? (error as Error).message
    : listenProblem(error)
  if (message === undefined) io.err(`bartleby: unexpected failure\n${describe(error)}\n`)
  else io.err(message.replace(/^/gm, 'bartleby: ').concat('\n'))
  return 1
}

/** The stack of an error with those of its causes; of anything else its text. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const own = error.stack ?? error.message
  return error.cause === undefined ? own : `${own}\n  caused by: ${describe(error.cause)}`
}
