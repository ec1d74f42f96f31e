import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { refreshTokenFor, tokenOf } from './given-sessions.ts'
import { session, someone } from './sessions.ts'
import { createTemplate } from './templates.ts'

type Is = (server: TestServer, user: Answer['body']) => Promise<unknown>

const states: Record<string, Is> = {
  active: async () => {},
  banned: (server, { id }) => server.request('POST', `/users/${id}/ban`),
  unbanned: async (server, { id }) => {
    await server.request('POST', `/users/${id}/ban`)
    await server.request('POST', `/users/${id}/unban`)
  },
  locked: (server, { id }) => server.request('POST', `/users/${id}/lock`),
  deleted: (server, { id }) => server.request('DELETE', `/users/${id}`),
}

/** Every way to a new session or a token of one, and what it answers in each state. */
const expected: Record<string, Record<string, number>> = {
  session: { active: 200, banned: 403, unbanned: 200, locked: 403, deleted: 404 },
  token: { active: 200, banned: 404, unbanned: 404, locked: 200, deleted: 404 },
  template: { active: 200, banned: 404, unbanned: 404, locked: 200, deleted: 404 },
  refresh: { active: 200, banned: 401, unbanned: 401, locked: 200, deleted: 401 },
}

rule('SES-4', 'who may have a session or a token of one', async (server) => {
  const template = await createTemplate(server)
  for (const [state, become] of Object.entries(states)) {
    const user = await someone(server)
    const { id, client_id } = await session(server, user)
    const refreshing = {
      expired_token: await tokenOf(server, id),
      refresh_token: refreshTokenFor(server, { id, client_id }),
      request_origin: 'https://app.example.com',
    }
    await become(server, user)
    const paths: Record<string, Promise<Answer>> = {
      session: server.request('POST', '/sessions', { body: { user_id: user.id } }),
      token: server.request('POST', `/sessions/${id}/tokens`, { body: {} }),
      template: server.request('POST', `/sessions/${id}/tokens/${template.name}`, { body: {} }),
      refresh: server.request('POST', `/sessions/${id}/refresh`, { body: refreshing }),
    }
    for (const [way, asked] of Object.entries(paths))
      assert.equal((await asked).status, expected[way]![state], `${way} of somebody ${state}`)
  }
})
