import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Report } from './reporter.ts'

export interface TestResult {
  readonly file: string
  readonly name: string
  readonly outcome: 'pass' | 'fail' | 'skip'
  readonly ms: number
  readonly error?: string
}

export interface FileRun {
  /** Relative to the project. */
  readonly file: string
  /** Restricts the run to tests whose name matches. */
  readonly only?: string
  readonly env?: NodeJS.ProcessEnv
  /** Where `logs/` receives what the file prints. */
  readonly results: string
  readonly root: string
}

const testTimeoutMs = 120_000
/** How long a file may live on after its last test: hooks stop servers in this time. */
const lingerMs = 60_000
/** The longest a file may be silent. Tests that need more than `testTimeoutMs` set a timeout of their own. */
const silenceMs = 20 * 60_000

/** Process groups of the files that are running, so that nothing outlives the run. */
const groups = new Set<number>()

function killGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // All of it has ended already.
  }
}

let isOver = false

/** Ends all files that run, and starts no more. */
export function killEveryGroup(): void {
  isOver = true
  for (const pid of groups) killGroup(pid)
}

const asResult = (file: string, name: string, error: string): TestResult => ({
  file,
  name,
  outcome: 'fail',
  ms: 0,
  error,
})

/** Runs one test file in a process group of its own, which is killed when the file ends or hangs. */
export function runFile(run: FileRun): Promise<TestResult[]> {
  const { file, root } = run
  if (isOver) return new Promise(() => {})
  const logs = join(run.results, 'logs')
  mkdirSync(logs, { recursive: true })
  const log = createWriteStream(join(logs, `${file.replaceAll('/', '+')}.log`))
  const options = [
    `--test-timeout=${testTimeoutMs}`,
    `--test-reporter=${join(import.meta.dirname, 'reporter.ts')}`,
  ]
  if (run.only) options.push(`--test-name-pattern=${run.only}`)
  const child = spawn(process.execPath, [...options, join(root, file)], {
    cwd: root,
    env: {
      // Every file loads the same modules; compiled ones load in half the time.
      NODE_COMPILE_CACHE: join(tmpdir(), 'bartleby-test-compile-cache'),
      ...process.env,
      ...run.env,
      NODE_TEST_CONTEXT: undefined,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  const pid = child.pid!
  groups.add(pid)
  const results: TestResult[] = []
  let tail = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => {
      log.write(text)
      tail = (tail + text).slice(-4000)
    })
  const giveUp = (why: string) => {
    results.push(asResult(file, 'the file', why))
    killGroup(pid)
  }
  let timer: NodeJS.Timeout | undefined
  const watch = (milliseconds: number, why: string) => {
    clearTimeout(timer)
    timer = setTimeout(giveUp, milliseconds, why)
  }
  watch(silenceMs, 'told nothing for 20 minutes')
  const reports = createInterface({ input: child.stdio[3] as Readable })
  reports.on('line', (line) => {
    const told = JSON.parse(line) as Report
    if (told.kind === 'test') results.push({ file, ...withoutKind(told) })
    else if (told.tests === 0) watch(lingerMs, 'did not end: something it opened is still open')
    else watch(silenceMs, 'told nothing for 20 minutes')
  })
  const told = new Promise((resolve) => reports.on('close', resolve))
  // Later than 'exit': output may still be on its way then, and a log that has ended takes no more.
  child.on('close', () => log.end())
  return new Promise((resolve) => {
    child.on('exit', async (code, signal) => {
      clearTimeout(timer)
      killGroup(pid)
      groups.delete(pid)
      await told
      if (code !== 0 && !results.some((result) => result.outcome === 'fail'))
        results.push(asResult(file, 'the file', `ended with ${code ?? signal}:\n${tail.trim()}`))
      resolve(results)
    })
  })
}

function withoutKind({ kind: _kind, ...rest }: Extract<Report, { kind: 'test' }>) {
  return rest
}
