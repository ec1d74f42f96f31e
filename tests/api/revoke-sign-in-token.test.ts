import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { refused, sessionEvents, someone } from './sessions.ts'

rule('SIR-1', 'a pending token is revoked, once', async (server) => {
  const user = await someone(server)
  const made = await server.request('POST', '/sign_in_tokens', { body: { user_id: user.id } })
  const revoke = () => server.request('POST', `/sign_in_tokens/${made.body.id}/revoke`)
  const { token, url, ...rest } = made.body
  const answers = await Promise.all([revoke(), revoke()])
  const [winner, loser] = answers.toSorted((a, b) => a.status - b.status)
  assert.deepEqual(winner!.body, { ...rest, status: 'revoked', updated_at: winner!.body.updated_at })
  refused(loser!, 400, 'sign_in_token_cannot_be_revoked_code')
  assert.deepEqual(await sessionEvents(server, rest.id), ['sign_in_token.created', 'sign_in_token.revoked'])
})

rule('SIR-2', 'unknown tokens and those of the other kind are not found', async (server) => {
  const user = await someone(server)
  const other = await server.request('POST', '/actor_tokens', {
    body: { user_id: user.id, actor: { sub: 'user_support' } },
  })
  for (const id of [other.body.id, 'nothing'])
    refused(await server.request('POST', `/sign_in_tokens/${id}/revoke`), 404, 'resource_not_found')
})
