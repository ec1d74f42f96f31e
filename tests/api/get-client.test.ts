import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { refused, session, someone } from './sessions.ts'

rule('CLN-1', 'a client is answered with its active sessions', async (server) => {
  const made = await session(server, await someone(server))
  const read = async () => (await server.request('GET', `/clients/${made.client_id}`)).body
  const client = await read()
  assert.deepEqual(client.sessions, [made])
  assert.deepEqual(client.session_ids, [made.id])
  assert.equal(client.last_active_session_id, made.id)
  await server.request('POST', `/sessions/${made.id}/revoke`)
  const after = await read()
  assert.deepEqual([after.sessions, after.session_ids, after.last_active_session_id], [[], [], null])
  refused(await server.request('GET', '/clients/client_nobody'), 404, 'resource_not_found')
})
