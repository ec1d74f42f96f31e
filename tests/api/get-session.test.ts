import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { refused, session, someone } from './sessions.ts'

rule('SGT-1', 'a session is answered as it began', async (server) => {
  const made = await session(server, await someone(server))
  assert.deepEqual((await server.request('GET', `/sessions/${made.id}`)).body, made)
  for (const id of ['sess_nobody', '%00'])
    refused(await server.request('GET', `/sessions/${id}`), 404, 'resource_not_found')
})
