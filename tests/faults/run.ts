import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { globalSetup, globalTeardown } from '#tests/global-setup.ts'
import { killEveryGroup, runFile, type TestResult } from '../../tools/test/run-file.ts'
import type { Fault } from './fault.ts'
import { faults } from './faults.ts'

/**
 * `npm run faults`: applies one breakage after the other to a copy of the checkout and runs the tests of its
 * rule there. A breakage that no test of its rule notices fails the run. `npm run faults -- CRT-6` runs those
 * of one rule.
 */
const root = resolve(import.meta.dirname, '..', '..')
const parts = ['contract', 'server', 'sdk', 'tests', 'tools', 'bin', 'docs', 'package.json', 'tsconfig.json']
const copiesAtOnce = 2

const folder = mkdtempSync(join(tmpdir(), 'bartleby-faults-'))

function makeCopy(number: number): string {
  const copy = join(folder, `copy-${number}`)
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  return copy
}

async function testsOf(copy: string, fault: Fault): Promise<TestResult[]> {
  const only = fault.pattern ?? `^\\[[^\\]]*\\b${fault.rule}\\b`
  const env = { DIALECTS: fault.engine ?? 'sqlite', BARTLEBY_TEST_RESULTS: undefined }
  const results: TestResult[] = []
  for (const file of fault.tests)
    results.push(...(await runFile({ file, only, env, root: copy, results: join(folder, 'results') })))
  return results
}

const namesRule = (name: string, rule: string) => new RegExp(`\\[[^\\]]*\\b${rule}\\b[^\\]]*\\]`).test(name)
const failures = (results: TestResult[]) => results.filter(({ outcome }) => outcome === 'fail')

const brief = ({ file, name, error }: TestResult) => `${file} ${name}\n${error?.slice(0, 400)}`

const baselines = new Map<string, Promise<string | undefined>>()
/** Why the tests of the fault prove nothing even without it; undefined when they are green. */
function baseline(copy: string, fault: Fault): Promise<string | undefined> {
  const key = JSON.stringify([fault.rule, fault.tests, fault.pattern, fault.engine])
  let verdict = baselines.get(key)
  if (!verdict) {
    verdict = testsOf(copy, fault).then((results) => {
      const [red] = failures(results)
      if (red) return `red without the fault: ${brief(red)}`
      const proof = results.some(({ name, outcome }) => outcome === 'pass' && namesRule(name, fault.rule))
      return proof ? undefined : `no test of ${fault.tests.join(', ')} names ${fault.rule}`
    })
    baselines.set(key, verdict)
  }
  return verdict
}

/** Undefined when a test of the rule turned red, otherwise what went wrong. */
async function verdictOn(copy: string, fault: Fault): Promise<string | undefined> {
  const path = join(copy, fault.file)
  const source = readFileSync(path, 'utf8')
  const occurrences = source.split(fault.find).length - 1
  if (occurrences !== 1) return `occurs ${occurrences} times: ${fault.find}`
  const problem = await baseline(copy, fault)
  if (problem) return problem
  writeFileSync(
    path,
    source.replace(fault.find, () => fault.replace),
  )
  try {
    const red = failures(await testsOf(copy, fault))
    if (red.some(({ name }) => namesRule(name, fault.rule))) return undefined
    return red.length > 0 ? `only this turned red: ${brief(red[0]!)}` : 'no test noticed'
  } finally {
    writeFileSync(path, source)
  }
}

async function leave(code: number): Promise<never> {
  killEveryGroup()
  await globalTeardown()
  rmSync(folder, { recursive: true, force: true })
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => leave(130))

const wanted = process.argv.slice(2)
const waiting = faults.filter(
  ({ rule, file }) => wanted.length === 0 || wanted.includes(rule) || wanted.includes(file),
)
const total = waiting.length
let unnoticed = 0

async function work(_: unknown, number: number): Promise<void> {
  const copy = makeCopy(number)
  for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
    const verdict = await verdictOn(copy, fault)
    if (verdict) unnoticed += 1
    const line = `${fault.rule.padEnd(7)} ${fault.file}: ${fault.find.trim()} → ${fault.replace.trim() || 'nothing'}`
    console.log(verdict ? `✗ ${line}\n    ${verdict.replaceAll('\n', '\n    ')}` : `✓ ${line}`)
  }
}

try {
  if (waiting.some(({ engine }) => engine === 'postgres')) await globalSetup()
  await Promise.all(Array.from({ length: copiesAtOnce }, work))
  console.log(`${total} faults, ${unnoticed} unnoticed`)
  await leave(total > 0 && unnoticed === 0 ? 0 : 1)
} catch (error) {
  console.error(error)
  await leave(2)
}
