/**
 * Writes the result of the last whole run into the README, between its two markers.
 * Run: node bench/readme-table.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kept, keptRun } from './kept.ts'
import { aimReached, ratioReached } from './table.ts'

const readme = join(import.meta.dirname, '..', 'README.md')
const [begin, end] = ['<!-- bench: begin -->', '<!-- bench: end -->']

const yesNo = (reached: boolean) => (reached ? 'yes' : '**no**')

/** The table, and in words what cannot be seen in it. */
export function readmeTable(run: Kept): string {
  const { machine, settings, date, commit, busy_before, rows, ratios, aims } = run
  const lines = [
    ...ratios.map((ratio) => [
      `${ratio.name}${ratio.counts ? '' : ' †'}`,
      ratio.value.toFixed(2),
      ratio.at_least === undefined ? '' : `at least ${ratio.at_least}`,
      ratio.at_least === undefined ? '' : yesNo(ratioReached(ratio)),
    ]),
    ...aims.map((aim) => [
      aim.name,
      `${aim.value} ${aim.unit}`,
      `at most ${aim.at_most} ${aim.unit}`,
      yesNo(aimReached(aim)),
    ]),
  ]
  const speeds = rows
    .filter(({ id }) => id.startsWith('W'))
    .map(({ what, per_second }) => `${what} ${Math.round(per_second).toLocaleString('en')}`)
  const doubtful = ratios.some(({ counts }) => !counts)
  return [
    `${date}, commit ${commit}, ${machine.cpu} with ${machine.cores} cores that server and load generator share, Node ${machine.node.slice(1)}, SQLite,`,
    `${settings.users.toLocaleString('en')} users; medians of ${settings.rounds} rounds of ${settings.seconds} seconds taken in turn.`,
    ...(busy_before > 0.05
      ? [`Others used ${Math.round(busy_before * 100)} % of the machine: take it as a hint.`]
      : []),
    '',
    '| measured | result | aim | reached |',
    '|---|---|---|---|',
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
    '',
    ...(doubtful
      ? ['† One of the two was not limited by its own process, so the ratio is only a hint.', '']
      : []),
    `Requests a second: ${speeds.join(', ')}.`,
  ].join('\n')
}

/** The text with the table between its markers. */
export function withTable(text: string, table: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`no ${begin} … ${end} in the README`)
  return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`
}

export function writeReadme(run: Kept): void {
  writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), readmeTable(run)))
}

if (import.meta.main) {
  const run = keptRun('sqlite')
  if (!run) throw new Error('no whole run was kept yet: npm run bench')
  writeReadme(run)
}
