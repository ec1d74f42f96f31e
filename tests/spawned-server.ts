import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestDatabase } from '#tests/engines.ts'

const root = join(import.meta.dirname, '..')
/** Generous: a machine that runs all tests at once starts slowly. */
const startDurationMaxMs = 90_000

export interface SpawnOptions {
  database: TestDatabase
  /** Any free port unless given. */
  port?: number
  /** Variables beside those of the database; an empty value unsets one. */
  env?: Record<string, string>
  /** `serve` unless given. */
  args?: string[]
}

export interface Ending {
  code: number | null
  signal: NodeJS.Signals | null
}

/** A server in a process of its own: it can be killed, raced and started again. */
export interface SpawnedServer {
  readonly url: string
  readonly pid: number
  /** What it has written to stdout and stderr so far. */
  output(): string
  kill(signal?: NodeJS.Signals): void
  readonly exited: Promise<Ending>
}

export interface RunningCommand extends Omit<SpawnedServer, 'url'> {
  stdout(): string
  stderr(): string
}

/** `bartleby <args>` with exactly these variables; those of the person who runs the tests stay out. */
export function runBartleby(
  args: string[],
  env: Record<string, string> = {},
  nodeArgs: string[] = [],
): RunningCommand {
  const file = join(root, 'bin', 'bartleby.js')
  const child: ChildProcess = spawn(process.execPath, [...nodeArgs, file, ...args], {
    cwd: tmpdir(),
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      SystemRoot: process.env.SystemRoot,
      // Halves the time of a start; many tests wait for one.
      NODE_COMPILE_CACHE: join(tmpdir(), 'bartleby-test-compile-cache'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let all = ''
  const written = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]!.setEncoding('utf8').on('data', (text: string) => {
      all += text
      written[stream] += text
    })
  }
  return {
    pid: child.pid!,
    output: () => all,
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    kill: (signal = 'SIGTERM') => void child.kill(signal),
    exited: once(child, 'close').then(([code, signal]) => ({ code, signal })),
  }
}

/** Where a server listens, once its banner is there; the public address may lead elsewhere. */
function addressIn(banner: string): string | undefined {
  if (!banner.includes('CLERK_API_URL=')) return undefined
  return (banner.match(/Listens on +(\S+)/) ?? banner.match(/API address +(\S+)/))?.[1]
}

/** Waits until `/health` of a `serve` that was started answers; its address. */
export async function untilHealthy(command: RunningCommand): Promise<string> {
  let ended: Ending | undefined
  command.exited.then((ending) => {
    ended = ending
  })
  const givenUpAt = Date.now() + startDurationMaxMs
  while (Date.now() < givenUpAt) {
    if (ended)
      throw new Error(`ended with ${ended.code ?? ended.signal} before it was up:\n${command.output()}`)
    const address = addressIn(command.stdout())
    if (address) {
      const health = await fetch(`${address}/health`, { signal: AbortSignal.timeout(5000) }).catch(
        () => undefined,
      )
      if (health?.status === 200) return address
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  command.kill('SIGKILL')
  throw new Error(`not up in time:\n${command.output()}`)
}

/** Starts `bartleby serve` on the database and waits until `/health` answers. Rate limits are off. */
export async function spawnBartleby(options: SpawnOptions): Promise<SpawnedServer> {
  const { database } = options
  const command = runBartleby(options.args ?? ['serve'], {
    BARTLEBY_PORT: String(options.port ?? 0),
    BARTLEBY_DATA: database.data,
    BARTLEBY_DATABASE_URL: database.databaseUrl,
    BARTLEBY_SECRET_KEY: database.secretKey,
    BARTLEBY_ENCRYPTION_KEY: database.encryptionKey,
    BARTLEBY_RATE_LIMITS: 'off',
    BARTLEBY_PASSWORD_HASHING: 'cheap',
    BARTLEBY_LOG_LEVEL: 'warn',
    ...options.env,
  })
  return { ...command, url: await untilHealthy(command) }
}
