import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'

/** The value below which the share of the sorted figures lies. */
export const quantile = (figures: readonly number[], share: number): number =>
  figures.toSorted((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(figures.length * share))]!

export const rounded = (figure: number, digits = 2): number => Number(figure.toFixed(digits))

/** Prints the result and keeps it with machine, date and commit. Milliseconds unless a key says otherwise. */
export function keep(question: string, result: object): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const machine = {
    cpu: cpus()[0]!.model,
    cores: cpus().length,
    memory_gib: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }
  const kept = { question, date: new Date().toISOString().slice(0, 10), commit, machine, result }
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${question}.json`), `${JSON.stringify(kept, null, 2)}\n`)
  console.log(JSON.stringify(result, null, 2))
}
