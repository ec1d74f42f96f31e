import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { behind } from './behind-the-server.ts'
import { tokenOf } from './given-sessions.ts'
import { refused, session, someone } from './sessions.ts'
import { createTemplate } from './templates.ts'

const ask = (server: TestServer, id: string, token: string) =>
  server.request('POST', `/sessions/${id}/verify`, { body: { token } })

rule(
  'SVF-1',
  'a token in force shows the session',
  async (server) => {
    const user = await someone(server)
    const [one, other] = [await session(server, user), await session(server, user)]
    const token = await tokenOf(server, one.id)
    assert.deepEqual((await ask(server, one.id, token)).body, one)
    const template = await createTemplate(server, { claims: { sid: one.id } })
    const ofTemplate = await server.request('POST', `/sessions/${one.id}/tokens/${template.name}`, {
      body: {},
    })
    const strange = [await tokenOf(server, other.id), ofTemplate.body.jwt, `${token.slice(0, -4)}AAAA`, '']
    for (const text of strange)
      refused(await ask(server, one.id, text), 401, 'session_token_invalid', 'token')
    server.clock.advance(61_000)
    refused(await ask(server, one.id, token), 401, 'session_token_invalid', 'token')
  },
  { fresh: true },
)

rule('SVF-2', 'a session that is over is refused', async (server) => {
  const user = await someone(server)
  const one = await session(server, user)
  const token = await tokenOf(server, one.id)
  refused(await ask(server, 'sess_nobody', token), 404, 'resource_not_found')
  await server.request('POST', `/sessions/${one.id}/revoke`)
  refused(await ask(server, one.id, token), 401, 'session_over')
  await server.request('POST', `/users/${user.id}/ban`)
  // Past the ban, which would have ended it.
  await behind(server, `update sessions set status = 'active' where id = '${one.id}'`)
  refused(await ask(server, one.id, token), 401, 'session_over')
})
