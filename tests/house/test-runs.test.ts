import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { runFile } from '../../tools/test/run-file.ts'

/** Leaves a process behind that goes on writing after the test file has ended. */
const loud = `
import { spawn } from 'node:child_process'
import { test } from 'node:test'
const late = "setInterval(() => console.log('late'), 5); setTimeout(() => (console.log('last'), process.exit()), 1000)"
test('passes', () => {
  spawn(process.execPath, ['-e', late], { detached: true, stdio: 'inherit' }).unref()
})
`

test('what is printed after a test file has ended goes to its log, and breaks nothing', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'bartleby-runs-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  writeFileSync(join(root, 'loud.test.mjs'), loud)
  const results = await runFile({ file: 'loud.test.mjs', root, results: root })
  assert.deepEqual(
    results.map(({ name, outcome }) => [name, outcome]),
    [['passes', 'pass']],
  )
  const log = () => readFileSync(join(root, 'logs', 'loud.test.mjs.log'), 'utf8')
  for (let tries = 0; tries < 100 && !log().includes('last'); tries++) await sleep(100)
  assert.match(log(), /late\nlast\n$/)
})
