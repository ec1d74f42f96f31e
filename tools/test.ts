import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { globalSetup, globalTeardown } from '../tests/global-setup.ts'
import { conformance } from './conformance.ts'
import { readOptions, type TestOptions, WrongUsage } from './test/options.ts'
import { publishedReport } from './test/published-report.ts'
import { killEveryGroup } from './test/run-file.ts'
import { runFiles } from './test/run-files.ts'
import { duration, summary } from './test/summary.ts'

const root = resolve(import.meta.dirname, '..')
const runMinutesMax = 90

/** Where every test file leaves what it saw. Emptied first: a rest of an earlier run would count. */
function resultsFolder(): string {
  const given = process.env.BARTLEBY_TEST_RESULTS
  if (!given) return mkdtempSync(join(tmpdir(), 'bartleby-results-'))
  rmSync(given, { recursive: true, force: true })
  mkdirSync(given, { recursive: true })
  return resolve(given)
}

/** Runs a tool of node_modules on the whole project. */
function passes(name: string, ...args: string[]): boolean {
  const started = Date.now()
  const { status } = spawnSync(join(root, 'node_modules', '.bin', name), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  console.log(`${status === 0 ? '✓' : '✗'} ${name}  ${duration(Date.now() - started)}`)
  return status === 0
}

async function leave(code: number): Promise<never> {
  killEveryGroup()
  await globalTeardown()
  process.exit(code)
}

async function run(options: TestOptions, results: string): Promise<boolean> {
  const started = Date.now()
  const tools = options.whole && [
    passes('biome', 'check', '--diagnostic-level=warn', '.'),
    passes('tsc', '--noEmit'),
  ]
  await globalSetup()
  console.log(`${options.files.length} test files; what they print goes to ${join(results, 'logs')}`)
  const env = { BARTLEBY_TEST_RESULTS: results }
  const tests = await runFiles(options.files, { root, results, env, only: options.only })
  writeFileSync(join(results, 'tests.json'), JSON.stringify(tests, undefined, 1))
  console.log(summary(tests, options.files.length, Date.now() - started))
  console.log(publishedReport(results))
  const passed = tests.every((test) => test.outcome !== 'fail')
  if (!options.whole) {
    console.log('This was a part of the tests: no lint, no type check, NO CONFORMANCE CHECK.')
    if (tests.length === 0) console.log('No test matched.')
    return passed && tests.length > 0
  }
  const conforms = conformance(results, options.update)
  const clean = (tools as boolean[]).every(Boolean)
  if (!clean) console.log('biome or tsc is not content: see the top of this output.')
  return passed && conforms && clean
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => leave(130))
setTimeout(() => {
  console.error(`the tests did not end within ${runMinutesMax} minutes`)
  leave(1)
}, runMinutesMax * 60_000)
try {
  const options = readOptions(root, process.argv.slice(2))
  const results = resultsFolder()
  const passed = await run(options, results)
  // What a good run leaves nobody reads, unless somebody has said where.
  if (passed && !process.env.BARTLEBY_TEST_RESULTS) rmSync(results, { recursive: true, force: true })
  await leave(passed ? 0 : 1)
} catch (error) {
  console.error(error instanceof WrongUsage ? error.message : error)
  await leave(2)
}
