import type { Ratio } from './figures.ts'
import type { Aim, Named } from './kept.ts'

const figure = (value: number | undefined, digits: number) =>
  value === undefined ? '-' : value.toFixed(digits)
const share = (value: number | undefined) => (value === undefined ? '-' : `${Math.round(value * 100)} %`)

/** Columns as wide as their widest cell; figures stand to the right. */
function columns(lines: readonly (readonly string[])[], left: readonly number[]): string {
  const widths = lines[0]!.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)))
  const cell = (text: string, i: number) =>
    left.includes(i) ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)
  return lines.map((line) => line.map(cell).join('  ').trimEnd()).join('\n')
}

export function rowsTable(rows: readonly Named[]): string {
  const head = [
    '',
    '',
    'per second',
    'p50 ms',
    'p99 ms',
    'CPU ms each',
    'server',
    'generator',
    'RSS MB',
    'errors',
    'counts',
    '',
  ]
  const lines = rows.map((row) => [
    row.id,
    row.what,
    figure(row.per_second, row.per_second < 1000 ? 1 : 0),
    figure(row.p50_ms, 2),
    figure(row.p99_ms, 2),
    figure(row.cpu_ms_per_request, 3),
    share(row.server_cores),
    share(row.generator_core),
    String(row.rss_mb),
    String(row.errors),
    row.counts ? 'yes' : 'NO',
    row.remark,
  ])
  return columns([head, ...lines], [0, 1, 11])
}

export const ratioReached = ({ value, at_least }: Ratio): boolean =>
  at_least === undefined || value >= at_least
export const aimReached = ({ value, at_most }: Aim): boolean => value <= at_most

export function ratiosTable(ratios: readonly Ratio[], aims: readonly Aim[]): string {
  const reached = (yes: boolean) => (yes ? 'reached' : 'NOT REACHED')
  const lines = [
    ...ratios.map((ratio) => [
      ratio.name,
      ratio.value.toFixed(2),
      `(${ratio.lowest.toFixed(2)} to ${ratio.highest.toFixed(2)}; by processor time ${ratio.by_cpu.toFixed(2)})`,
      ratio.at_least === undefined ? '' : `aim: at least ${ratio.at_least}, ${reached(ratioReached(ratio))}`,
    ]),
    ...aims.map((aim) => [
      aim.name,
      `${aim.value} ${aim.unit}`,
      '',
      `aim: at most ${aim.at_most}, ${reached(aimReached(aim))}`,
    ]),
  ]
  return columns(lines, [0, 2, 3])
}
