import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Engine, engines, migratedDatabase } from '#tests/engines.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { killLoop } from './kill-loop.ts'

/** An ordinary run is a sample; README.md says how to run as many as before a release. */
const kills = Number(process.env.LEDGER_KILLS ?? 20)
const acknowledgements = Number(process.env.LEDGER_ACKNOWLEDGEMENTS ?? 3000)
const kinds = [
  'create',
  'delete',
  'merge',
  'refused create',
  'refused update',
  'refused upload',
  'removal',
  'second factors',
  'update',
  'upload',
]
/** An ordinary run takes about a minute. */
const timeout = 300_000 + kills * 30_000

/** On one engine, so that two files of tests can run side by side. */
export function killsUnderLoad(engine: Engine): void {
  if (!engines.includes(engine)) return
  test(`[DUR-1 DUR-2 EVT-6] kills under load lose no acknowledged write and leave none half there (${engine})`, {
    timeout,
  }, async (t) => {
    const seed = Number(process.env.LEDGER_SEED ?? Date.now() % 1_000_000)
    const database = await migratedDatabase(engine)
    try {
      const report = await killLoop({
        database,
        spawn: spawnBartleby,
        kills,
        acknowledgements,
        seed,
        progress: (line) => t.diagnostic(line),
      })
      const { problems, inFlight, ...figures } = report
      t.diagnostic(`${JSON.stringify(figures)}, seed ${seed}`)
      const shown = problems.slice(0, 10).map(({ kind, n, text }) => `${kind} (write ${n}): ${text}`)
      assert.equal(problems.length, 0, `LEDGER_SEED=${seed}\n${shown.join('\n')}`)
      assert.equal(report.kills, kills)
      assert.ok(report.acknowledged >= acknowledgements, `${report.acknowledged} acknowledged`)
      assert.ok(Math.min(...inFlight) >= 32, `in flight at the kills: ${inFlight}`)
      assert.deepEqual(Object.keys(report.kinds).sort(), kinds)
      assert.ok(report.unanswered >= 32 * kills, `${report.unanswered} writes were left without an answer`)
    } finally {
      await database.remove()
    }
  })
}
