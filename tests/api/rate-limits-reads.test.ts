import assert from 'node:assert/strict'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { call, readyUser } from '#tests/api/any-operation.ts'
import { limited, limits } from '#tests/api/limited-server.ts'
import type { Answer } from '#tests/running-server.ts'

/** What is read: a live instance shows no mail, and the backend makes no sessions there that could be read. */
const readsOf = (environment: 'test' | 'live') =>
  operations.filter(
    ({ id, method, path }) =>
      method === 'GET' &&
      (environment === 'test' || (id !== 'GetMessages' && !/\{(session|client)_id\}/.test(path))),
  )

/** More than any published cap of the API as a whole. */
const momentReads = 1050

for (const preset of ['default', 'published', 'none'])
  for (const environment of ['test', 'live'] as const)
    limits(
      'RAT-5',
      `the preset ${preset} caps no reading in ${environment}: hundreds of requests of one moment are served`,
      async (server) => {
        const reads: [Operation, Answer['body']][] = []
        for (const operation of readsOf(environment)) {
          reads.push([operation, await readyUser(server, operation)])
          server.clock.advance(10_000)
        }
        assert.ok(reads.length >= 5)
        for (let round = 0; round * reads.length < momentReads; round++) {
          const answers = await Promise.all(reads.map(([one, user]) => call(server, one, user)))
          for (const answer of answers) assert.equal(answer.status, 200, `round ${round}: ${answer.text}`)
        }
      },
      { ...limited({ preset }), environment },
    )
