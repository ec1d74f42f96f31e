import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Operation } from '#contract/operation.ts'
import { type Engine, engines } from '#tests/engines.ts'
import { type Answer, type ServerOptions, startServer, type TestServer } from '#tests/running-server.ts'

/** One server for each engine and set of options in a test file, started at the first use. */
const servers = new Map<string, Promise<TestServer>>()
after(async () => {
  for (const server of servers.values()) await (await server.catch(() => undefined))?.stop()
})

function serverFor(engine: Engine, options: RuleOptions): Promise<TestServer> {
  const { fresh, ...rest } = options
  if (fresh) return startServer(engine, rest)
  const key = `${engine} ${JSON.stringify(rest)}`
  let server = servers.get(key)
  if (!server) {
    server = startServer(engine, rest)
    servers.set(key, server)
  }
  return server
}

export interface RuleOptions extends ServerOptions {
  /** An empty database for this test alone; otherwise tests of a file share one. */
  fresh?: boolean
}

/**
 * A test named after the rules that it proves, on every engine:
 * `rule('CRT-1', 'the first address becomes primary', async (server) => { … })`.
 * Several rules are separated by a space. The conformance page is made from these names.
 */
export function rule(
  ids: string,
  statement: string,
  run: (server: TestServer) => Promise<void>,
  options: RuleOptions = {},
): void {
  for (const engine of engines)
    test(`[${ids}] ${statement} (${engine})`, async () => {
      const server = await serverFor(engine, options)
      try {
        await run(server)
      } finally {
        if (options.fresh) await server.stop()
      }
    })
}

/** One row of a table of scenarios: what is sent, what must come back. */
export interface Scenario {
  rule: string
  name: string
  options?: RuleOptions
  /** Bodies of users created beforehand. */
  given?: Record<string, unknown>[]
  /** Fills `user_id` in the path; the first given user's id otherwise. */
  user_id?: string
  /** Fills the other parameters of the path. */
  params?: (given: Answer['body'][]) => Record<string, string>
  query?: string
  headers?: Record<string, string>
  send?: unknown | ((given: Answer['body'][]) => unknown)
  status: number
  /** One code, or the codes of all errors in order. */
  code?: string | string[]
  /** `meta.param_name` of each error. */
  param?: string | string[]
  /** Must be contained in the answer, at every depth. */
  expect?: unknown
  check?: (answer: Answer, given: Answer['body'][], server: TestServer) => void | Promise<void>
}

/** Runs the rows against the operation, each on every engine. */
export function scenarios(operation: Operation, rows: Scenario[]): void {
  for (const row of rows)
    rule(
      row.rule,
      row.name,
      async (server) => {
        const given = []
        for (const body of row.given ?? []) given.push(await server.create(body))
        const params: Record<string, string> = {
          user_id: row.user_id ?? given[0]?.id ?? 'user_nobody',
          ...row.params?.(given),
        }
        const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => params[name]!)
        const body = typeof row.send === 'function' ? row.send(given) : row.send
        const answer = await server.request(operation.method, path + (row.query ? `?${row.query}` : ''), {
          body,
          headers: row.headers,
        })
        assert.equal(answer.status, row.status, answer.text)
        if (row.code !== undefined)
          assert.deepEqual(
            answer.body.errors.map((error: { code: string }) => error.code),
            [row.code].flat(),
            answer.text,
          )
        if (row.param !== undefined)
          assert.deepEqual(
            answer.body.errors.map((error: { meta?: { param_name?: string } }) => error.meta?.param_name),
            [row.param].flat(),
            answer.text,
          )
        if (row.expect !== undefined) assert.partialDeepStrictEqual(answer.body, row.expect)
        await row.check?.(answer, given, server)
      },
      row.options,
    )
}
