import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'

const created = [1, 2, 3].map((i) => ({ banned: true, email_address: [`unban.many.${i}@example.com`] }))

rule('BLU-1', 'all are unbanned, in the order of the ids', async (server) => {
  const users = (await Promise.all(created.map((body) => server.create(body))))
    .map(({ id }) => id)
    .toReversed()
  const { status, body } = await server.request('POST', '/users/unban', { body: { user_ids: users } })
  assert.equal(status, 200)
  assert.deepEqual(
    body.map(({ id }: { id: string }) => id),
    users,
  )
  for (const user of body) {
    assert.equal(user.banned, false)
    assert.deepEqual((await server.events(user.id))[1]!.details, {
      changed: ['banned'],
      action: 'user.unbanned',
    })
  }
})
