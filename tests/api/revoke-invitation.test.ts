import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { dayMs, invite } from '#tests/api/invitations.ts'
import { invitedIn } from '#tests/frontend/invited.ts'
import { rightPassword } from '#tests/frontend/signing-in.ts'
import { forVisitors, visitor } from '#tests/frontend/visitor.ts'
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

rule(
  'INV-20',
  'one that was accepted stays so',
  async (server) => {
    const { email, ticket, id } = await invitedIn(server)
    const browser = visitor(server)
    const signUp = await browser.post('/client/sign_ups', {
      strategy: 'ticket',
      ticket,
      password: rightPassword,
    })
    assert.equal(signUp.status, 'complete')
    refused(await server.request('POST', `/invitations/${id}/revoke`), 400, 'invitation_already_accepted')
    const list = await server.request(
      'GET',
      `/invitations?status=accepted&query=${email.split('@')[0]!.slice(0, 6)}`,
    )
    assert.deepEqual(
      list.body.map((one: { id: string; status: string }) => [one.id, one.status]),
      [[id, 'accepted']],
    )
  },
  { settings: forVisitors },
)
