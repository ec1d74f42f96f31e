import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestDatabase } from '#tests/engines.ts'
import type { SpawnedServer, SpawnOptions } from '#tests/spawned-server.ts'
import type { Problem } from './accounts.ts'
import { randomOf } from './intents.ts'
import { type Entry, type Intent, type Ledger, openLedger, readLedger } from './ledger.ts'
import { checkLedger, type Verdict } from './ledger-check.ts'
import { type Load, startLoad } from './load.ts'
import { readReality, untilNobodyIsConnected } from './reality.ts'

export interface KillOptions {
  readonly database: TestDatabase
  readonly spawn: (options: SpawnOptions) => Promise<SpawnedServer>
  readonly kills: number
  /** Of all rounds together, at least. */
  readonly acknowledgements: number
  readonly seed: number
  readonly progress: (line: string) => void
}

export interface Report {
  readonly kills: number
  readonly acknowledged: number
  /** Writes without an answer, and how many of them had been committed. */
  readonly unanswered: number
  readonly committed: number
  /** Writes in flight at each kill. */
  readonly inFlight: number[]
  /** How many writes of each kind were acknowledged. */
  readonly kinds: Readonly<Record<string, number>>
  readonly problems: Problem[]
}

const writers = 64
const inFlightMin = 32
const quietMaxMs = 20_000

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits until the condition holds; a server that hangs must not hang the test. */
async function until(what: string, holds: () => boolean): Promise<void> {
  const givenUpAt = performance.now() + quietMaxMs
  while (!holds()) {
    if (performance.now() > givenUpAt) throw new Error(`not within ${quietMaxMs} ms: ${what}`)
    await sleep(1)
  }
}

/** Every third kill comes soon after the first acknowledgement; the other rounds share out what is still to be acknowledged. */
function quotaOf({ kills, acknowledgements }: KillOptions, round: number, acknowledged: number): number {
  const isEarly = (one: number) => one % 3 === 1
  if (isEarly(round)) return 1
  let sharing = 0
  for (let one = round; one < kills; one++) if (!isEarly(one)) sharing += 1
  return Math.max(0, Math.ceil((acknowledgements - acknowledged) / sharing))
}

/** Kills at a random moment of the load, and only while enough writes are under way. */
async function killUnderLoad(server: SpawnedServer, load: Load, quota: number, waitMs: number) {
  await until(`${quota} acknowledgements`, () => load.acknowledged() >= quota)
  await sleep(waitMs)
  await until(`${inFlightMin} writes in flight`, () => load.inFlight() >= inFlightMin)
  const inFlight = load.inFlight()
  process.kill(server.pid, 'SIGKILL')
  const ending = await server.exited
  await load.stop()
  if (ending.signal !== 'SIGKILL') throw new Error(`the server ended by itself:\n${server.output()}`)
  return inFlight
}

const kindOf = ({ verb, body, refused }: Intent): string => {
  if (refused) return `refused ${verb}`
  return verb === 'update' && body.backup_codes ? 'second factors' : verb
}

function kindsOf(entries: readonly Entry[]): Record<string, number> {
  const intents = new Map(entries.flatMap((entry) => (entry.kind === 'intent' ? [[entry.n, entry]] : [])))
  const kinds: Record<string, number> = {}
  for (const { kind, n } of entries)
    if (kind === 'acknowledgement') {
      const name = kindOf(intents.get(n)!)
      kinds[name] = (kinds[name] ?? 0) + 1
    }
  return kinds
}

/** Compares, and writes into the ledger what became of the writes without an answer. */
async function settle(ledger: Ledger, url: string, database: TestDatabase): Promise<Verdict> {
  const verdict = checkLedger(readLedger(ledger.path), await readReality(url, database))
  await Promise.all(verdict.findings.map((finding) => ledger.write(finding)))
  return verdict
}

/**
 * Kills the server again and again under load, always on the same data, and after each restart compares what
 * the ledger has with what is there. Ends at the first problem.
 */
export async function killLoop(options: KillOptions): Promise<Report> {
  const { database, kills, seed, spawn } = options
  const random = randomOf(seed)
  const startedAt = performance.now()
  const folder = await mkdtemp(join(tmpdir(), 'bartleby-ledger-'))
  const ledger = openLedger(join(folder, 'ledger.jsonl'))
  const report = { kills: 0, acknowledged: 0, unanswered: 0, committed: 0, inFlight: [] as number[] }
  let server = await spawn({ database })
  let verdict = await settle(ledger, server.url, database)
  let n = 0
  try {
    while (report.kills < kills && verdict.problems.length === 0) {
      const load = startLoad({
        url: server.url,
        secretKey: database.secretKey,
        ledger,
        random,
        writers,
        nextNumber: () => ++n,
        alive: verdict.alive,
      })
      const quota = quotaOf(options, report.kills, verdict.acknowledged)
      report.inFlight.push(await killUnderLoad(server, load, quota, 1 + random() * 499))
      report.kills += 1
      await untilNobodyIsConnected(database)
      server = await spawn({ database })
      verdict = await settle(ledger, server.url, database)
      report.acknowledged = verdict.acknowledged
      report.unanswered += verdict.findings.length
      report.committed += verdict.findings.filter(({ applied }) => applied).length
      const seconds = Math.round((performance.now() - startedAt) / 1000)
      options.progress(
        `kill ${report.kills} of ${kills} with ${report.inFlight.at(-1)} in flight: ${report.acknowledged} acknowledged, ${report.committed} of ${report.unanswered} unanswered ones committed, ${seconds} s`,
      )
    }
    return { ...report, kinds: kindsOf(readLedger(ledger.path)), problems: verdict.problems }
  } finally {
    server.kill('SIGKILL')
    await server.exited
    await ledger.close()
    await rm(folder, { recursive: true, force: true })
  }
}
