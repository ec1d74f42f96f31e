import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pino } from 'pino'
import { type RunningBartleby, startBartleby } from '#server/bartleby.ts'
import { readEnvironment } from '#server/settings/environment.ts'
import { readSettings } from '#server/settings/read-settings.ts'
import { type Engine, engines, freshDatabase, type TestDatabase } from '#tests/engines.ts'
import { runBartleby, spawnBartleby } from '#tests/spawned-server.ts'
import { checkBackup, type Moment } from './backup-check.ts'
import { randomOf } from './intents.ts'
import { type Ledger, openLedger, readLedger } from './ledger.ts'
import { type Load, startLoad } from './load.ts'
import { type Reality, readReality } from './reality.ts'

const backups = 10
const writers = 32
const inFlightMin = 16
const timeout = 300_000

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let i = 0; !holds(); i++) {
    if (i > 20_000) throw new Error(`not in time: ${what}`)
    await sleep(1)
  }
}

const environmentOf = (database: TestDatabase) => ({
  BARTLEBY_DATA: database.data,
  BARTLEBY_DATABASE_URL: database.databaseUrl,
  BARTLEBY_SECRET_KEY: database.secretKey,
  BARTLEBY_ENCRYPTION_KEY: database.encryptionKey,
})

async function run(database: TestDatabase, ...args: string[]): Promise<void> {
  const command = runBartleby(args, environmentOf(database))
  const { code } = await command.exited
  assert.equal(code, 0, command.output())
}

/** What was on disk of the ledger right before and right after. */
async function backUpUnderLoad(
  database: TestDatabase,
  file: string,
  ledger: Ledger,
  load: Load,
): Promise<Moment> {
  const enough = () => load.inFlight() >= inFlightMin
  await until(`${inFlightMin} writes in flight`, enough)
  const began = readLedger(ledger.path).length
  await run(database, 'backup', file)
  const ended = readLedger(ledger.path).length
  await until('writes in flight after the backup', enough)
  assert.ok(ended > began, 'nothing was written during the backup')
  return { began, ended }
}

/** Restores into an empty place of the engine and reads what a server there answers. */
async function restored(source: TestDatabase, engine: Engine, file: string): Promise<Reality> {
  const { secretKey, encryptionKey } = source
  const place = { ...(await freshDatabase(engine)), secretKey, encryptionKey }
  let server: RunningBartleby | undefined
  try {
    await run(place, 'restore', file)
    const variables = readEnvironment({ ...environmentOf(place), BARTLEBY_PORT: '0' })
    const settings = readSettings({})
    const config = { ...variables, secretKey, encryptionKey, settings, givenSettings: new Set<string>() }
    server = await startBartleby(config, { logger: pino({ level: 'silent' }) })
    return await readReality(server.url, place, 0)
  } finally {
    await server?.stop()
    await place.remove()
  }
}

async function takeBackups(database: TestDatabase, folder: string, seed: number) {
  const server = await spawnBartleby({ database })
  const ledger = openLedger(join(folder, 'ledger.jsonl'))
  const random = randomOf(seed)
  let n = 0
  const load = startLoad({
    url: server.url,
    secretKey: database.secretKey,
    ledger,
    random,
    writers,
    nextNumber: () => ++n,
    alive: new Map(),
  })
  const moments: Moment[] = []
  try {
    // The first backup as well must have something to hold.
    await until('the first writes', () => n > 4 * writers)
    for (let i = 0; i < backups; i++) {
      await sleep(random() * 200)
      moments.push(await backUpUnderLoad(database, join(folder, `${i}.backup`), ledger, load))
    }
    await load.stop()
  } finally {
    server.kill('SIGKILL')
    await server.exited
    await ledger.close()
  }
  return { moments, entries: readLedger(ledger.path) }
}

for (const engine of engines)
  test(`[OPS-1] ${backups} backups under load are each one state that existed (${engine})`, {
    timeout,
  }, async (t) => {
    const seed = Number(process.env.LEDGER_SEED ?? Date.now() % 1_000_000)
    const folder = await mkdtemp(join(tmpdir(), 'bartleby-backups-'))
    const database = await freshDatabase(engine)
    try {
      const { moments, entries } = await takeBackups(database, folder, seed)
      for (const [i, moment] of moments.entries()) {
        const reality = await restored(database, engine, join(folder, `${i}.backup`))
        const { problems, contained, writes } = checkBackup(entries, moment, reality)
        t.diagnostic(
          `backup ${i}: ${contained} of ${writes} writes, ${moment.ended - moment.began} entries meanwhile`,
        )
        const shown = problems.slice(0, 10).join('\n')
        assert.equal(
          problems.length,
          0,
          `LEDGER_SEED=${seed}, backup ${i}: ${problems.length} problems\n${shown}`,
        )
        assert.ok(contained > 0 && contained < writes, `${contained} of ${writes} writes`)
      }
    } finally {
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    }
  })
