/** How many requests does one server process answer, and how far is that from what the machine can do? */
import { freshDatabase, type TestDatabase } from '#tests/engines.ts'
import { globalSetup, globalTeardown } from '#tests/global-setup.ts'
import { type Ratio, type Round, ratioOf, rowOf } from './figures.ts'
import { type Aim, fileOf, type Kept, keep, type Named } from './kept.ts'
import { busyShare, commit, machine } from './machine.ts'
import { isWhole, type Options, readOptions, usage, WrongUsage } from './options.ts'
import { populate } from './population.ts'
import { residentMb } from './processor-use.ts'
import { writeReadme } from './readme-table.ts'
import { headersOf, type StartTimes, startAndAsk, startTimes, stop } from './start.ts'
import { rowIds, type Subject, subjectsOf, withReferences } from './subjects.ts'
import { ratiosTable, rowsTable } from './table.ts'

/** One round of every subject after the other, so that a bad minute of the machine is bad for all of them. */
async function measureInTurn(subjects: readonly Subject[], options: Options): Promise<Named[]> {
  const { connections, generators, seconds, rounds } = options
  const measured = new Map<Subject, Round[]>(subjects.map((subject) => [subject, []]))
  console.error('warming up')
  for (const subject of subjects) await subject.measure({ connections, generators, seconds: 1 })
  for (let round = 1; round <= rounds; round++)
    for (const subject of subjects) {
      const seen = await subject.measure({ connections, generators, seconds })
      console.error(`round ${round} of ${rounds}  ${subject.what}: ${seen.per_second.toFixed(0)} per second`)
      measured.get(subject)!.push(seen)
    }
  return subjects.map((subject) => {
    const { id, what, waitsFor } = subject
    return { id, what, ...rowOf(measured.get(subject)!, waitsFor) }
  })
}

function ratiosOf(rows: readonly Named[]): Ratio[] {
  const compared: [string, string, string, number?][] = [
    ['get one user (W1), by bare node:http', 'W1', 'http', 0.3],
    ['get one user (W1), by bare Fastify', 'W1', 'fastify'],
    ['get one user (W1), by a bare read of its row', 'W1', 'sqlite'],
    ['create with a password (W4), by bare argon2id', 'W4', 'argon2id', 0.9],
    ['verify a password (W6), by bare argon2id', 'W6', 'argon2id', 0.9],
  ]
  const find = (wanted: string) => rows.find(({ id }) => id === wanted)
  return compared.flatMap(([name, id, by, atLeast]) => {
    const [row, reference] = [find(id), find(by)]
    return row && reference ? [ratioOf(name, row, reference, atLeast)] : []
  })
}

const aimsOf = (starts: StartTimes, rssMb: number): Aim[] => [
  { name: 'memory after the start', value: starts.rss_mb, unit: 'MB', at_most: 150 },
  { name: 'memory after the run', value: rssMb, unit: 'MB', at_most: 150 },
  { name: 'cold start, empty folder', value: starts.empty_ms, unit: 'ms', at_most: 1000 },
  { name: 'cold start, all users there', value: starts.later_ms, unit: 'ms', at_most: 1000 },
]

/** The rows, and the memory of the server when it has been through all of them. */
async function measureServer(
  database: TestDatabase,
  options: Options,
): Promise<{ rows: Named[]; rssMb: number }> {
  const started = await startAndAsk(database)
  const { url, pid, output } = started.server
  const server = { url, pid, headers: headersOf(database) }
  try {
    console.error(`making ${options.users} users`)
    const users = await populate(server, options.users)
    const subjects = await subjectsOf({ database, server, users })
    try {
      const rows = await measureInTurn(subjects.all.filter(withReferences(options.only)), options)
      return { rows, rssMb: residentMb(pid) }
    } finally {
      subjects.end()
    }
  } finally {
    await stop(started)
    if (output().includes('"level":50')) console.error(`the server logged errors:\n${output()}`)
  }
}

async function bench(options: Options): Promise<Kept> {
  const { engine, users, connections, generators, seconds, rounds } = options
  // Before anything else: both may be different when the run is over.
  const began = {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    busy_before: await busyShare(),
  }
  const database = await freshDatabase(engine)
  try {
    const { rows, rssMb } = await measureServer(database, options)
    console.error(`${options.starts} cold starts`)
    const starts = await startTimes(database, options.starts)
    return {
      ...began,
      machine: machine(),
      settings: { engine, users, connections, generators, seconds, rounds },
      rows,
      ratios: ratiosOf(rows),
      aims: aimsOf(starts, rssMb),
      starts,
    }
  } finally {
    await database.remove()
  }
}

function print({ machine, settings, rows, ratios, aims, commit, busy_before }: Kept): void {
  const { engine, users, connections, rounds, seconds } = settings
  console.log(`
${machine.cpu}, ${machine.cores} cores, ${machine.memory_gib} GiB, Node ${machine.node}, ${engine}, commit ${commit}
${users} users beforehand, ${connections} connections, the median of ${rounds} rounds of ${seconds} s
Server and load generator share the ${machine.cores} cores of one machine. Processor times are parts of one core.
A row counts if the server used at least 95 % of a core and no thread of the generator more than 80 %.
${busy_before > 0.05 ? `OTHERS USED ${Math.round(busy_before * 100)} % OF THE MACHINE when the run began: the figures are worth little.\n` : ''}
${rowsTable(rows)}

${ratiosTable(ratios, aims)}
`)
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), rowIds)
  if (options.engine === 'postgres') await globalSetup()
  try {
    const run = await bench(options)
    print(run)
    if (!isWhole(options)) return console.log(`This was a part of the bench: nothing is kept.\n\n${usage}`)
    if (run.rows.some(({ errors }) => errors > 0)) {
      process.exitCode = 1
      return console.log('Not every request was answered as it should be: nothing is kept.')
    }
    keep(run)
    console.log(`kept in ${fileOf(options.engine)}`)
    if (options.write) writeReadme(run)
    else if (options.engine === 'sqlite') console.log('node bench/readme-table.ts puts it into the README')
  } finally {
    if (options.engine === 'postgres') await globalTeardown()
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof WrongUsage)) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}
