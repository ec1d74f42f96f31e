import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { refused, someone } from './sessions.ts'

const path = '/actor_tokens'
const actor = { sub: 'user_support' }

rule('ACT-1', 'the actor is kept digit by digit', async (server) => {
  const { id } = await someone(server)
  const text = '{"sub":"user_support","level":1.50}'
  const rawBody = `{"user_id":"${id}","actor":${text}}`
  const headers = { 'content-type': 'application/json' }
  const answer = await server.request('POST', path, { rawBody, headers })
  assert.equal(answer.status, 200, answer.text)
  assert.ok(answer.text.includes(`"actor":${text}`), answer.text)
  const stored = (await server.rows('tickets')).find((row) => row.id === answer.body.id)!
  assert.equal(stored.expire_at, answer.body.created_at + 3_600_000)
  assert.equal(stored.session_max_duration_in_seconds, 1800)
  const own = { expires_in_seconds: 60, session_max_duration_in_seconds: 90 }
  const { body } = await server.request('POST', path, { body: { user_id: id, actor, ...own } })
  const told = (await server.rows('tickets')).find((row) => row.id === body.id)!
  assert.equal(told.expire_at, body.created_at + 60_000)
  assert.equal(told.session_max_duration_in_seconds, 90)
})

rule('ACT-2 ACT-3', 'nobody acts without a name, or for nobody', async (server) => {
  const { id: user_id } = await someone(server)
  const ask = (body: object) => server.request('POST', path, { body })
  for (const wrong of [{}, { sub: '' }, { sub: 1 }])
    refused(await ask({ user_id, actor: wrong }), 422, 'form_param_missing', 'actor.sub')
  const long = { sub: 'x'.repeat(1024) }
  refused(await ask({ user_id, actor: long }), 422, 'form_param_value_invalid', 'actor')
  refused(await ask({ user_id: 'user_nobody', actor }), 404, 'resource_not_found')
  refused(await ask({ user_id: '', actor }), 422, 'form_param_nil', 'user_id')
  const param = 'expires_in_seconds'
  refused(await ask({ user_id, actor, [param]: 1e9 }), 422, 'form_param_value_too_large', param)
})
