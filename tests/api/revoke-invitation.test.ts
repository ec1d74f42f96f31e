import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { dayMs, invite } from '#tests/api/invitations.ts'
import { rule } from '#tests/rules.ts'

rule('INV-19 INV-20', 'an invitation is revoked once', async (server) => {
  const revoke = (id: string) => server.request('POST', `/invitations/${id}/revoke`)
  const made = await invite(server, { public_metadata: { plan: 'x' } })
  server.clock.advance(1000)
  const answer = await revoke(made.id)
  assert.equal(answer.status, 200, answer.text)
  const { url, ...before } = made
  assert.ok(url)
  const { updated_at, ...after } = answer.body
  assert.ok(updated_at > made.updated_at)
  assert.deepEqual({ ...after, updated_at: made.updated_at }, { ...before, revoked: true, status: 'revoked' })
  refused(await revoke(made.id), 400, 'invitation_already_revoked')
  assert.deepEqual(
    (await server.events(made.id)).map(({ type }) => type),
    ['invitation.created', 'invitation.revoked'],
  )
  refused(await revoke('inv_nobody'), 404, 'resource_not_found')
  refused(await revoke('inv_%00'), 404, 'resource_not_found')

  const late = await invite(server, { expires_in_days: 1 })
  server.clock.advance(dayMs + 1)
  assert.equal((await revoke(late.id)).body.status, 'revoked')
})
