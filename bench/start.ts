import { freshDatabase, type TestDatabase } from '#tests/engines.ts'
import { runBartleby, type SpawnedServer } from '#tests/spawned-server.ts'
import { median, rounded } from './figures.ts'
import { residentMb } from './processor-use.ts'

/** As somebody runs it in production, apart from what would only measure something else. */
export const variablesOf = (database: TestDatabase): Record<string, string> => ({
  BARTLEBY_PORT: '0',
  BARTLEBY_DATA: database.data,
  BARTLEBY_DATABASE_URL: database.databaseUrl,
  BARTLEBY_SECRET_KEY: database.secretKey,
  BARTLEBY_ENCRYPTION_KEY: database.encryptionKey,
  BARTLEBY_RATE_LIMITS: 'off',
  BARTLEBY_PASSWORD_HASHING: 'full',
  BARTLEBY_LOG_LEVEL: 'warn',
  NODE_DISABLE_COMPILE_CACHE: '1',
})

export const headersOf = ({ secretKey }: TestDatabase): Record<string, string> => ({
  authorization: `Bearer ${secretKey}`,
  'content-type': 'application/json',
})

const pauseMs = 2
const startDurationMaxMs = 60_000

export interface Started {
  readonly server: SpawnedServer
  /** From the start of the process to the answer to its first request. */
  readonly ms: number
  readonly rss_mb: number
}

/** Starts the server and asks it for users as soon as it says where it listens. */
export async function startAndAsk(database: TestDatabase): Promise<Started> {
  const began = performance.now()
  const command = runBartleby(['serve'], variablesOf(database))
  const address = () => /API address +(\S+)/.exec(command.stdout())?.[1]
  while (!address()) {
    if (performance.now() - began > startDurationMaxMs) throw new Error(`not up:\n${command.output()}`)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  const url = address()!
  const answer = await fetch(`${url}/v1/users`, { headers: headersOf(database) })
  if (answer.status !== 200) throw new Error(`the first request was answered ${answer.status}`)
  await answer.text()
  const ms = performance.now() - began
  return { server: { ...command, url }, ms, rss_mb: residentMb(command.pid) }
}

export async function stop({ server }: Pick<Started, 'server'>): Promise<number> {
  const began = performance.now()
  server.kill()
  await server.exited
  return performance.now() - began
}

export interface StartTimes {
  readonly empty_ms: number
  readonly later_ms: number
  readonly stop_ms: number
  readonly rss_mb: number
}

/** Medians over starts on an empty database and on one that is there already, taken in turn. */
export async function startTimes(present: TestDatabase, rounds: number): Promise<StartTimes> {
  const figures = { empty: [] as number[], later: [] as number[], stop: [] as number[], rss: [] as number[] }
  for (let n = 0; n < rounds; n++) {
    const empty = await freshDatabase(present.engine)
    const first = await startAndAsk(empty)
    figures.empty.push(first.ms)
    figures.stop.push(await stop(first))
    await empty.remove()
    const later = await startAndAsk(present)
    figures.later.push(later.ms)
    figures.rss.push(later.rss_mb)
    figures.stop.push(await stop(later))
  }
  return {
    empty_ms: rounded(median(figures.empty), 0),
    later_ms: rounded(median(figures.later), 0),
    stop_ms: rounded(median(figures.stop), 0),
    rss_mb: rounded(median(figures.rss), 0),
  }
}
