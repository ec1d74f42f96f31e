import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { rule } from '#tests/rules.ts'
import { givenTeam } from './given-members.ts'
import { refused, someone } from './sessions.ts'

const path = '/sign_in_tokens'

rule('SIT-1', 'only the answer has the secret', async (server) => {
  const user = await someone(server)
  const lifetimes = [
    [{}, 2_592_000],
    [{ expires_in_seconds: null }, 2_592_000],
    [{ expires_in_seconds: 60 }, 60],
  ] as const
  for (const [more, seconds] of lifetimes) {
    const { body } = await server.request('POST', path, { body: { user_id: user.id, ...more } })
    assert.equal(body.status, 'pending')
    assert.ok(Buffer.from(body.token, 'base64url').length >= 32)
    assert.equal(body.url, `${server.url}/v1/tickets/accept?ticket=${body.token}`)
    const stored = (await server.rows('tickets')).find(({ id }) => id === body.id)!
    assert.equal(stored.token_hash, createHash('sha256').update(body.token).digest('hex'))
    assert.equal(stored.expire_at, body.created_at + seconds * 1000)
    const record = JSON.stringify([await server.events(body.id), stored, server.log])
    assert.ok(!record.includes(body.token))
  }
})

rule('SIT-2 SIT-3', 'unknown users, organizations and odd lifetimes are refused', async (server) => {
  const { id: user_id } = await someone(server)
  const ask = (body: object) => server.request('POST', path, { body })
  refused(await ask({ user_id: 'user_nobody' }), 404, 'resource_not_found')
  const { organization, member } = await givenTeam(server)
  for (const org_id of [organization.id, organization.slug, 'org_1'])
    refused(await ask({ user_id, org_id }), 422, 'form_resource_not_found', 'org_id')
  const { id } = (await ask({ user_id: member.id, org_id: organization.slug })).body
  const stored = (await server.rows('tickets')).find((row) => row.id === id)!
  assert.equal(stored.organization_id, organization.id)
  const param = 'expires_in_seconds'
  refused(await ask({ user_id, [param]: 0 }), 422, 'form_param_value_invalid', param)
  refused(await ask({ user_id, [param]: 315_360_001 }), 422, 'form_param_value_too_large', param)
  refused(await ask({}), 422, 'form_param_missing', 'user_id')
  refused(await ask({ user_id: '' }), 422, 'form_param_nil', 'user_id')
})
