import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Round, ratioOf, rowOf } from './figures.ts'
import { type Kept, keptRun } from './kept.ts'
import { isWhole, readOptions, WrongUsage } from './options.ts'
import { readmeTable, withTable } from './readme-table.ts'

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')
const rows = ['W1', 'http']

const round: Round = {
  per_second: 2000.4,
  server_cores: 0.5,
  main_running: 0.5,
  threads_waiting: 0,
  rss_mb: 90,
  errors: 0,
}
const row = rowOf([round])
const run: Kept = {
  date: '2030-01-02',
  commit: 'abc1234',
  busy_before: 0,
  machine: { cpu: 'Some CPU', cores: 2, memory_gib: 4, node: 'v24.21.0' },
  settings: { engine: 'sqlite', users: 10_000, connections: 16, generators: 1, seconds: 5, rounds: 3 },
  rows: [{ id: 'W1', what: 'get one user', ...row }],
  ratios: [ratioOf('one by another', row, rowOf([{ ...round, per_second: 10_000 }]), 0.3)],
  aims: [{ name: 'memory', value: 140, unit: 'MB', at_most: 150 }],
  starts: { empty_ms: 1, later_ms: 2, stop_ms: 3, rss_mb: 4 },
}

test('the README has the figures of the run that is kept', () => {
  const kept = keptRun('sqlite')
  const table = kept ? readmeTable(kept) : 'No whole run has been kept yet.'
  assert.equal(withTable(readme, table), readme, 'run: node bench/readme-table.ts')
})

test('the table says what is not reached and what did not count', () => {
  const table = readmeTable(run)
  assert.match(table, /\| one by another † \| 0\.20 \| at least 0\.3 \| \*\*no\*\* \|/)
  assert.match(table, /\| memory \| 140 MB \| at most 150 MB \| yes \|/)
  assert.match(table, /2030-01-02, commit abc1234, Some CPU with 2 cores/)
  assert.match(table, /get one user 2,000\./)
})

test('text around the markers stays, and a README without them is refused', () => {
  const text = 'before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nafter\n'
  assert.equal(withTable(text, 'new'), text.replace('old', 'new'))
  assert.throws(() => withTable('nothing', 'new'), /bench: begin/)
})

test('only a whole run is kept or written into the README', () => {
  assert.equal(isWhole(readOptions([], rows)), true)
  for (const part of ['--only=W1', '--rounds=2', '--seconds=1', '--users=9999']) {
    assert.equal(isWhole(readOptions([part], rows)), false, part)
    assert.throws(() => readOptions([part, '--write'], rows), WrongUsage, part)
  }
  assert.throws(() => readOptions(['--engine=postgres', '--write'], rows), WrongUsage)
})

test('options that mean nothing are refused', () => {
  for (const wrong of ['--only=W1,W99', '--seconds=0', '--rounds=x', '--engine=oracle', '--fast'])
    assert.throws(() => readOptions([wrong], rows), WrongUsage, wrong)
  assert.throws(() => readOptions(['--generators=17'], rows), WrongUsage)
})
