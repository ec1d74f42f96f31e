import { availableParallelism } from 'node:os'
import { type FileRun, runFile, type TestResult } from './run-file.ts'
import { duration } from './summary.ts'

const workers = Math.max(2, Math.min(4, availableParallelism()))
const silentMs = 30_000

/** Files that take minutes start first, so that the run does not end with one of them alone. */
const isLong = (file: string) =>
  /durab|ledger|kill|race|package|browser|conformance|rate-limits|start\/(backup|stopping|doctor|users)/.test(
    file,
  )
const longFirst = (a: string, b: string) => Number(isLong(b)) - Number(isLong(a)) || (a < b ? -1 : 1)

const count = (results: TestResult[], outcome: TestResult['outcome']) =>
  results.filter((result) => result.outcome === outcome).length

function lineOf(file: string, results: TestResult[], ms: number): string {
  const failed = count(results, 'fail')
  const skipped = count(results, 'skip')
  const counts = [`${count(results, 'pass')} passed`]
  if (failed > 0) counts.push(`${failed} FAILED`)
  if (skipped > 0) counts.push(`${skipped} skipped`)
  return `${failed > 0 ? '✗' : '✓'} ${file}  ${counts.join(', ')}  ${duration(ms)}`
}

/** Runs the files, a few at a time, and tells each one as it ends. */
export async function runFiles(files: string[], run: Omit<FileRun, 'file'>): Promise<TestResult[]> {
  const waiting = files.toSorted(longFirst)
  const running = new Map<string, number>()
  const all: TestResult[] = []
  let done = 0
  let lastTold = Date.now()
  const tell = (line: string) => {
    console.log(line)
    lastTold = Date.now()
  }
  const heartbeat = setInterval(() => {
    if (Date.now() - lastTold < silentMs) return
    const names = [...running].map(([file, since]) => `${file} (${duration(Date.now() - since)})`)
    tell(`  … ${done} of ${files.length} files done; running ${names.join(', ')}`)
  }, 1000)
  async function work() {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const started = Date.now()
      running.set(file, started)
      const results = await runFile({ ...run, file })
      running.delete(file)
      done += 1
      all.push(...results)
      tell(lineOf(file, results, Date.now() - started))
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  clearInterval(heartbeat)
  return all
}
