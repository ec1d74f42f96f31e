import assert from 'node:assert/strict'
import type { Check } from '#server/cli/doctor-check.ts'
import { migratedDatabase } from '#tests/engines.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { copiesOf, ran, stopped } from './operators.ts'

/** What `bartleby doctor` says. */
export interface Report {
  code: number | null
  checks: Check[]
  /** The one check of that name and state. */
  find(name: string, state: Check['state']): Check
}

export async function examined(env: Record<string, string>, ...args: string[]): Promise<Report> {
  const { code, stdout, stderr } = await ran(['doctor', '--json', ...args], env)
  assert.equal(stderr, '')
  const report = JSON.parse(stdout)
  assert.equal(report.ok, code === 0)
  return {
    code,
    checks: report.checks,
    find(name, state) {
      const found = report.checks.filter((check: Check) => check.name === name && check.state === state)
      assert.equal(found.length, 1, `${name} ${state}: ${stdout}`)
      return found[0]
    },
  }
}

/** A database that a server has started on; folder and files as the server makes them. */
export const started = copiesOf(async (engine) => {
  const database = await migratedDatabase(engine)
  await stopped(await spawnBartleby({ database }))
  return database
})
