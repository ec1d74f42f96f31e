import assert from 'node:assert/strict'
import { after } from 'node:test'
import { main } from '#server/main.ts'
import { copyOf, type Engine, freshDatabase, migratedDatabase, type TestDatabase } from '#tests/engines.ts'
import { runBartleby, type SpawnedServer, spawnBartleby } from '#tests/spawned-server.ts'

export const environmentOf = (database: TestDatabase): Record<string, string> => ({
  BARTLEBY_DATA: database.data,
  BARTLEBY_DATABASE_URL: database.databaseUrl,
  BARTLEBY_SECRET_KEY: database.secretKey,
  BARTLEBY_ENCRYPTION_KEY: database.encryptionKey,
})

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command to its end, in a process of its own. */
export async function spawned(args: string[], env: Record<string, string>): Promise<Ran> {
  const command = runBartleby(args, env)
  const { code } = await command.exited
  return { code, stdout: command.stdout(), stderr: command.stderr() }
}

const signals = ['SIGINT', 'SIGTERM'] as const
const spawnedOnce = new Set<string>()

/**
 * Runs a command to its end: the first of its name as a process, the others here, where they need not load all
 * modules again.
 */
export async function ran(args: string[], env: Record<string, string>): Promise<Ran> {
  const name = args[0]!
  if (!spawnedOnce.has(name)) {
    spawnedOnce.add(name)
    return spawned(args, env)
  }
  let stdout = ''
  let stderr = ''
  const listening = signals.map((signal) => process.listeners(signal))
  const code = await main(args, env, {
    out: (text) => {
      stdout += text
    },
    err: (text) => {
      stderr += text
    },
    colors: false,
    terminal: false,
  })
  // A command hears signals to the end of its process, which is not the end of this one.
  for (const [at, signal] of signals.entries())
    for (const listener of process.listeners(signal))
      if (!listening[at]!.includes(listener)) process.removeListener(signal, listener)
  return { code, stdout, stderr }
}

/** The command must succeed. */
export async function done(args: string[], env: Record<string, string>): Promise<Ran> {
  const result = await ran(args, env)
  assert.equal(result.code, 0, result.stderr)
  return result
}

/** The command must fail with one line, which is answered. */
export async function refused(args: string[], env: Record<string, string>): Promise<string> {
  const { code, stdout, stderr } = await ran(args, env)
  assert.equal(code, 1, stdout + stderr)
  assert.equal(stdout, '')
  assert.match(stderr, /^bartleby: [^\n]+\n$/)
  return stderr
}

export async function ask(server: SpawnedServer, key: string, method: string, path: string, body?: object) {
  const response = await fetch(`${server.url}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  // biome-ignore lint/suspicious/noExplicitAny: whatever the API answers
  return { status: response.status, body: (await response.json()) as any }
}

export async function stopped(server: SpawnedServer): Promise<void> {
  server.kill('SIGTERM')
  await server.exited
}

/** A server has written to it text that is hard to copy, and has stopped. */
async function useDatabase(engine: Engine): Promise<TestDatabase> {
  const database = await migratedDatabase(engine)
  const server = await spawnBartleby({ database })
  for (let n = 0; n < 12; n++) {
    const answer = await ask(server, database.secretKey, 'POST', '/users', {
      email_address: [`one.${n}@example.com`, `two.${n}@example.com`],
      username: `operator_${n}`,
      first_name: `Zoë “${n}” 🗝 \\ '; --`,
      public_metadata: { n, text: 'ñ\u2028\t"', big: 1e300 },
    })
    assert.equal(answer.status, 200)
    if (n % 4 === 0) await ask(server, database.secretKey, 'DELETE', `/users/${answer.body.id}`)
  }
  await stopped(server)
  return database
}

/**
 * Makes a database once for each engine in a file of tests, and then gives copies of it: starting a server takes
 * longer than copying what it left.
 */
export function copiesOf(
  make: (engine: Engine) => Promise<TestDatabase>,
): (engine: Engine) => Promise<TestDatabase> {
  const originals = new Map<Engine, Promise<TestDatabase>>()
  after(async () => {
    for (const original of originals.values()) await (await original.catch(() => undefined))?.remove()
  })
  return async (engine) => {
    let original = originals.get(engine)
    if (!original) {
      original = make(engine)
      originals.set(engine, original)
    }
    return copyOf(await original)
  }
}

/** A database that a server has written to, with text that is hard to copy; the server has stopped. */
export const usedDatabase = copiesOf(useDatabase)

/** An empty place that has the keys of another one. */
export async function placeFor(source: TestDatabase, engine: Engine): Promise<TestDatabase> {
  const { secretKey, encryptionKey } = source
  return { ...(await freshDatabase(engine)), secretKey, encryptionKey }
}
