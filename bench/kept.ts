import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Ratio, Row } from './figures.ts'
import type { Machine } from './machine.ts'
import type { StartTimes } from './start.ts'

export interface Named extends Row {
  readonly id: string
  readonly what: string
}

export interface Aim {
  readonly name: string
  readonly value: number
  readonly unit: 'MB' | 'ms'
  readonly at_most: number
}

/** A whole run, as `bench/results` keeps it. */
export interface Kept {
  readonly date: string
  readonly commit: string
  /** How much of the machine others used when the run began. */
  readonly busy_before: number
  readonly machine: Machine
  readonly settings: {
    readonly engine: string
    readonly users: number
    readonly connections: number
    readonly generators: number
    readonly seconds: number
    readonly rounds: number
  }
  readonly rows: readonly Named[]
  readonly ratios: readonly Ratio[]
  readonly aims: readonly Aim[]
  readonly starts: StartTimes
}

export const fileOf = (engine: string): string =>
  join(import.meta.dirname, 'results', `workloads${engine === 'sqlite' ? '' : `-${engine}`}.json`)

export function keep(run: Kept): void {
  const file = fileOf(run.settings.engine)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`)
}

/** Undefined where no whole run was kept yet. */
export function keptRun(engine: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(engine), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
