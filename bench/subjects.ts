import type { ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { databaseFileName } from '#server/storage/dialects/sqlite.ts'
import type { TestDatabase } from '#tests/engines.ts'
import type { Round } from './figures.ts'
import { fireAt, forkOf, type Load, messageOf, type Target } from './load.ts'
import type { Population } from './population.ts'
import type { SqliteReadOrder } from './references/sqlite-read.ts'
import { callsOf, workloads } from './workloads.ts'

/** What has a row in the table: an operation of the server, or the bare thing that it is compared with. */
export interface Subject {
  readonly id: string
  readonly what: string
  readonly waitsFor?: string
  measure(load: Load): Promise<Round>
}

export interface Bench {
  readonly database: TestDatabase
  readonly server: Target
  readonly users: Population
}

/** Every row, in the order of measuring: what is compared stands side by side. */
export const rowIds = [
  'http',
  'W1',
  'fastify',
  'sqlite',
  'W2',
  'W3',
  'W4',
  'argon2id',
  'W6',
  'W5',
  'W7',
  'W8',
]

const comparedWith: Readonly<Record<string, readonly string[]>> = {
  W1: ['http', 'fastify', 'sqlite'],
  W4: ['argon2id'],
  W6: ['argon2id'],
}

/** Chooses the rows that were asked for and those that they are compared with; all, when none was named. */
export function withReferences(only?: readonly string[]): (subject: Pick<Subject, 'id'>) => boolean {
  const chosen = only?.flatMap((id) => [id, ...(comparedWith[id] ?? [])])
  return ({ id }) => chosen?.includes(id) ?? true
}

/** The same number that `bin/bartleby.js` gives the server. */
const threads = String(Math.max(4, availableParallelism() + 2))

/** A server that answers the bytes of one user, and the way to be rid of it. */
async function staticServer(file: string, bytes: Uint8Array) {
  const child = forkOf(`references/${file}`)
  const answer = messageOf<string>(child)
  child.send(bytes)
  return { child, target: { url: await answer, pid: child.pid!, headers: {} } }
}

async function alone(child: ChildProcess, order: object): Promise<Round> {
  const answer = messageOf<Round>(child)
  child.send(order)
  return answer
}

export async function subjectsOf({ database, server, users }: Bench) {
  const one = await fetch(`${server.url}/v1/users/${users.ids[0]}`, { headers: server.headers })
  const bytes = new Uint8Array(await one.arrayBuffer())
  const http = await staticServer('node-http.ts', bytes)
  const fastify = await staticServer('fastify.ts', bytes)
  const file = join(database.data, databaseFileName)
  const ask =
    ({ target }: typeof http) =>
    (load: Load) =>
      fireAt(
        target,
        Array.from({ length: 2 * load.connections }, () => ({ method: 'GET', path: '/' }) as const),
        load,
      )
  const waitsFor = database.engine === 'postgres' ? 'it waits for PostgreSQL' : undefined
  const asked = workloads.map(
    (workload): Subject => ({
      id: workload.id,
      what: workload.what,
      waitsFor: waitsFor ?? workload.waitsFor,
      measure: (load) => fireAt(server, callsOf(workload, users), load),
    }),
  )
  const sqlite: Subject = {
    id: 'sqlite',
    what: 'read a row with bare node:sqlite',
    measure: ({ seconds }) => {
      const order: SqliteReadOrder = { file, ids: users.ids, seconds }
      return alone(forkOf('references/sqlite-read.ts'), order)
    },
  }
  const bare: Subject[] = [
    { id: 'http', what: 'the bytes of W1 on bare node:http', measure: ask(http) },
    { id: 'fastify', what: 'the bytes of W1 on bare Fastify', measure: ask(fastify) },
    ...(database.engine === 'sqlite' ? [sqlite] : []),
    {
      id: 'argon2id',
      what: 'bare argon2id, same parameters',
      measure: (load) =>
        alone(forkOf('references/argon2id.ts', { UV_THREADPOOL_SIZE: threads }), { seconds: load.seconds }),
    },
  ]
  const all = [...bare, ...asked].sort((a, b) => rowIds.indexOf(a.id) - rowIds.indexOf(b.id))
  return {
    all,
    end() {
      http.child.kill()
      fastify.child.kill()
    },
  }
}
