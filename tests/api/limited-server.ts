import assert from 'node:assert/strict'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { type RuleOptions, rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

export const limited = (rate_limits?: Record<string, unknown>) => ({
  fresh: true,
  rateLimits: true,
  ...(rate_limits ? { settings: { rate_limits } } : {}),
})

/** On a server of its own whose clock stands still, so that no slow machine leaves a window. */
export const limits = (
  ids: string,
  statement: string,
  run: (server: TestServer) => Promise<void>,
  options: RuleOptions,
) =>
  rule(
    ids,
    statement,
    (server) => {
      server.clock.freeze()
      return run(server)
    },
    options,
  )

export const create = (server: TestServer) =>
  server.request('POST', '/users', { body: { email_address: [address('rate')] } })

export async function allServed(times: number, run: () => Promise<Answer>) {
  for (let i = 0; i < times; i++) {
    const answer = await run()
    // Codes by mail have a cap of their own for each address, which is no rule of these.
    const isCodeCap = answer.body?.errors?.[0]?.code === 'verification_code_too_many_requests'
    assert.ok(answer.status !== 429 || isCodeCap, `${i + 1} of ${times}: ${answer.text}`)
  }
}

/** Asserts the refusal and answers the seconds to wait. */
export function tooMany(answer: Answer): number {
  refused(answer, 429, 'too_many_requests')
  assert.match(answer.headers.get('retry-after') ?? '', /^[1-9]\d*$/)
  for (const name of answer.headers.keys()) assert.doesNotMatch(name, /ratelimit|rate-limit/i)
  return Number(answer.headers.get('retry-after'))
}

/** A few, others for each operation: all pairs would grow with the square, and are met by halves. */
export function othersOf(operation: Operation): Operation[] {
  const at = operations.indexOf(operation)
  const following = [...operations.slice(at + 1), ...operations.slice(0, at)]
  return following.filter(({ id }) => id !== 'DeleteUser').slice(0, 6)
}
