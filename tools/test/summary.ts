import type { TestResult } from './run-file.ts'

export function duration(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

const indented = (text: string, by: string) => text.replaceAll(/^/gm, by)
/** What odd requests leave in messages must not turn a log into a binary file. */
const printable = (text: string) =>
  text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, (sign) => JSON.stringify(sign).slice(1, -1))
const slowestShown = 10

function failures(results: TestResult[]): string[] {
  const lines: string[] = []
  let file = ''
  for (const result of results.filter(({ outcome }) => outcome === 'fail')) {
    if (result.file !== file) lines.push('', result.file)
    file = result.file
    lines.push(`  ✗ ${result.name}`, indented(result.error ?? '', '      '))
  }
  return lines
}

const place = (result: TestResult) => `${result.file} ${result.name}`

/** What a reader wants at the end of a run: failures, the slowest tests, the counts. */
export function summary(results: TestResult[], files: number, ms: number): string {
  const sorted = results.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
  const of = (outcome: TestResult['outcome']) => results.filter((result) => result.outcome === outcome).length
  const lines = failures(sorted)
  const skipped = sorted.filter(({ outcome }) => outcome === 'skip')
  if (skipped.length > 0) lines.push('', 'Skipped:', ...skipped.map((result) => `  ${place(result)}`))
  const slowest = results.toSorted((a, b) => b.ms - a.ms).slice(0, slowestShown)
  lines.push('', 'Slowest tests:')
  for (const result of slowest) lines.push(`  ${duration(result.ms).padStart(12)}  ${place(result)}`)
  lines.push(
    '',
    `${of('pass')} passed, ${of('fail')} failed, ${of('skip')} skipped in ${files} files, ${duration(ms)}`,
  )
  return printable(lines.join('\n'))
}
