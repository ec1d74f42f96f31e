import assert from 'node:assert/strict'
import { Agent, type ClientRequest, request } from 'node:http'
import { after, test } from 'node:test'
import { checkAnswer } from '#tests/contract-check.ts'
import { comparable } from '#tests/durability/ledger.ts'
import { readRows } from '#tests/durability/reality.ts'
import { type Engine, engines, freshDatabase, type TestDatabase } from '#tests/engines.ts'
import { checkFrontendAnswer } from '#tests/frontend/frontend-check.ts'
import type { Answer } from '#tests/running-server.ts'
import { type SpawnedServer, spawnBartleby } from '#tests/spawned-server.ts'

export interface Call {
  method: string
  path: string
  body?: unknown
  /** Of an app at the Frontend API, whose body is a form; empty for one that was never here. */
  token?: string
}

/** Two server processes over one database. */
export interface Pair {
  readonly engine: Engine
  readonly servers: readonly [SpawnedServer, SpawnedServer]
  /** One request to the first or the second process. */
  request(which: 0 | 1, method: string, path: string, body?: unknown, token?: string): Promise<Answer>
  /**
   * All at once, every other one to the other process: each request is held back short of its last byte until
   * all are that far. The answers come in the order of the calls; none may be a 5xx.
   */
  together(calls: readonly Call[]): Promise<Answer[]>
  /** Rows of the database, read past the servers. */
  rows(query: string): Promise<Record<string, unknown>[]>
}

interface Held {
  readonly ready: Promise<void>
  release(): void
  readonly answer: Promise<Answer>
}

const readAnswer = (outgoing: ClientRequest) =>
  new Promise<Answer>((resolve, reject) => {
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const headers = new Headers(incoming.headers as Record<string, string>)
        resolve({ status: incoming.statusCode!, headers, text, body: JSON.parse(text) })
      })
    })
  })

function hold(agent: Agent, url: string, secretKey: string, { method, path, body, token }: Call): Held {
  const isForm = token !== undefined
  const text =
    body === undefined
      ? ''
      : isForm
        ? `${new URLSearchParams(body as Record<string, string>)}`
        : JSON.stringify(body)
  const outgoing = request(
    `${url}/v1${path}${isForm ? `${path.includes('?') ? '&' : '?'}_is_native=1` : ''}`,
    {
      agent,
      method,
      headers: {
        authorization: token ?? `Bearer ${secretKey}`,
        'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
        'content-length': Buffer.byteLength(text),
      },
    },
  )
  const bytes = Buffer.from(text)
  const ready = new Promise<void>((resolve, reject) => {
    outgoing.on('error', reject)
    outgoing.on('socket', (socket) => {
      const connected = () =>
        bytes.length > 0 ? outgoing.write(bytes.subarray(0, -1), () => resolve()) : resolve()
      if (socket.connecting) socket.once('connect', connected)
      else connected()
    })
  })
  return { ready, release: () => void outgoing.end(bytes.subarray(-1)), answer: readAnswer(outgoing) }
}

async function openPair(engine: Engine): Promise<Pair & { close(): Promise<void> }> {
  const database: TestDatabase = await freshDatabase(engine)
  const servers = await Promise.all([spawnBartleby({ database }), spawnBartleby({ database })])
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const held = (which: 0 | 1, call: Call) => hold(agent, servers[which].url, database.secretKey, call)

  async function finish({ method, path, token }: Call, { answer }: Held): Promise<Answer> {
    const answered = await answer
    if (token === undefined) checkAnswer(method, path, answered)
    else checkFrontendAnswer(method, path, answered)
    const logs = () => servers.map((server) => server.output().split('\n\n').at(-1)).join('')
    assert.ok(
      answered.status < 500,
      answered.status < 500 ? '' : `${method} ${path}: ${answered.text}\n${logs()}`,
    )
    const { body } = answered
    return { ...answered, body: Array.isArray(body) ? body.map(comparable) : comparable(body) }
  }

  return {
    engine,
    servers,
    async request(which, method, path, body, token) {
      const call = { method, path, body, token }
      const one = held(which, call)
      await one.ready
      one.release()
      return finish(call, one)
    },
    async together(calls) {
      const all = calls.map((call, i) => held((i % 2) as 0 | 1, call))
      await Promise.all(all.map(({ ready }) => ready))
      for (const one of all) one.release()
      return Promise.all(all.map((one, i) => finish(calls[i]!, one)))
    },
    rows: (query) => readRows(database, query),
    async close() {
      agent.destroy()
      for (const server of servers) server.kill('SIGKILL')
      await Promise.all(servers.map((server) => server.exited))
      await database.remove()
    },
  }
}

/** One pair for each engine in a test file, started at the first use. */
const pairs = new Map<Engine, ReturnType<typeof openPair>>()
after(async () => {
  for (const pair of pairs.values()) await (await pair.catch(() => undefined))?.close()
})

/** Like `rule`, with two processes over one database. */
export function raceRule(ids: string, statement: string, run: (pair: Pair) => Promise<void>): void {
  for (const engine of engines)
    test(`[${ids}] ${statement} (${engine})`, { timeout: 300_000 }, async () => {
      let pair = pairs.get(engine)
      if (!pair) {
        pair = openPair(engine)
        pairs.set(engine, pair)
      }
      await run(await pair)
    })
}

/** How many answers there are of each kind: `200`, `422 form_identifier_exists email_address`, … */
export function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const errors = status === 200 ? [] : body.errors
    const kind = [status, ...errors.flatMap((e: Answer['body']) => [e.code, e.meta?.param_name ?? []].flat())]
    const key = kind.join(' ')
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

export const shuffled = <T>(values: readonly T[]): T[] =>
  values
    .map((value) => ({ value, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)
