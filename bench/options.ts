import { parseArgs } from 'node:util'
import type { Engine } from '#tests/engines.ts'

export interface Options {
  readonly engine: Engine
  readonly users: number
  readonly connections: number
  readonly generators: number
  readonly seconds: number
  readonly rounds: number
  readonly starts: number
  /** Rows to measure, beside the references that they need; all of them when absent. */
  readonly only?: readonly string[]
  /** Puts the result into the README. */
  readonly write: boolean
}

export const usage = `npm run bench -- [options]

  --seconds 5         length of a round
  --rounds 3          rounds of every row, taken in turn
  --only W1,W6        these rows, and what they are compared with
  --users 10000       users that are there beforehand
  --connections 16    requests in flight
  --generators 1      processes that send them
  --starts 5          cold starts
  --engine postgres   instead of SQLite
  --write             put the result into the README

A whole run is kept in bench/results: every row, at least 3 rounds of at least 3 seconds, 10,000 users.`

const options = {
  seconds: { type: 'string', default: '5' },
  rounds: { type: 'string', default: '3' },
  users: { type: 'string', default: '10000' },
  connections: { type: 'string', default: '16' },
  generators: { type: 'string', default: '1' },
  starts: { type: 'string', default: '5' },
  engine: { type: 'string', default: 'sqlite' },
  only: { type: 'string' },
  write: { type: 'boolean', default: false },
} as const

export class WrongUsage extends Error {}

/** Throws `WrongUsage`. `rows` are the rows that there are. */
export function readOptions(args: readonly string[], rows: readonly string[]): Options {
  const parsed = () => {
    try {
      return parseArgs({ args: [...args], options }).values
    } catch (error) {
      throw new WrongUsage((error as Error).message)
    }
  }
  const values = parsed()
  const number = (name: 'seconds' | 'rounds' | 'users' | 'connections' | 'generators' | 'starts') => {
    const value = Number(values[name])
    if (Number.isInteger(value) && value >= 1) return value
    throw new WrongUsage(`--${name} must be a whole number from 1`)
  }
  if (values.engine !== 'sqlite' && values.engine !== 'postgres')
    throw new WrongUsage('--engine must be sqlite or postgres')
  const only = values.only?.split(',')
  const unknown = only?.filter((id) => !rows.includes(id)) ?? []
  if (unknown.length > 0) throw new WrongUsage(`no row ${unknown.join(', ')}; there are ${rows.join(', ')}`)
  const read: Options = {
    engine: values.engine,
    users: number('users'),
    connections: number('connections'),
    generators: number('generators'),
    seconds: number('seconds'),
    rounds: number('rounds'),
    starts: number('starts'),
    only,
    write: values.write,
  }
  if (read.generators > read.connections) throw new WrongUsage('every generator needs a connection')
  if (read.write && (!isWhole(read) || read.engine !== 'sqlite'))
    throw new WrongUsage('--write needs a whole run on SQLite')
  return read
}

/** Whether a run is good for more than a glance. */
export const isWhole = ({ only, rounds, seconds, users }: Options): boolean =>
  only === undefined && rounds >= 3 && seconds >= 3 && users >= 10_000
