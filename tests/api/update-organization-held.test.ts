import assert from 'node:assert/strict'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { call, readyUser, writes } from '#tests/api/any-operation.ts'
import { readOrganization } from '#tests/api/given-organizations.ts'
import { refused } from '#tests/api/given-users.ts'
import { holding } from '#tests/held-users.ts'
import { rule } from '#tests/rules.ts'
import type { Answer } from '#tests/running-server.ts'

const writesToOne = operations.filter(
  (operation) => writes(operation) && operation.path.startsWith('/organizations/{organization_id}'),
)

rule(
  'ORG-15',
  'each write to an organization that is held for too long is refused and leaves nothing; SQLite, held as a whole, is away meanwhile',
  async (server) => {
    // An organization for each write, so that none waits for another one.
    const subjects: { operation: Operation; user: Answer['body']; before: Answer['body'] }[] = []
    for (const operation of writesToOne) {
      const user = await readyUser(server, operation)
      subjects.push({ operation, user, before: await readOrganization(server, user.organization_id) })
    }
    const before = (await server.events()).length
    const ids = subjects.map(({ user }) => user.organization_id)
    const away = server.engine === 'sqlite'
    await holding(
      server,
      ids,
      async () => {
        const answers = subjects.map(async ({ operation, user }) => {
          const answer = await call(server, operation, user)
          refused(answer, away ? 503 : 409, away ? 'service_unavailable' : 'resource_locked')
        })
        await Promise.all(answers)
      },
      'organizations',
    )
    assert.equal((await server.events()).length, before)
    for (const { operation, user, before } of subjects) {
      assert.deepEqual(await readOrganization(server, user.organization_id), before, operation.id)
      assert.equal((await call(server, operation, user)).status, 200, operation.id)
    }
  },
)
