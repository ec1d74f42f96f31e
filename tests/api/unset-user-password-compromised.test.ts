import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { guess, password, withPassword } from './passwords.ts'

const url = (id: string, what: string) => `/users/${id}/password/${what}_compromised`

rule('UCM-1', 'a password without a mark stays as it is', async (server) => {
  const user = await withPassword(server)
  assert.deepEqual((await server.request('POST', url(user.id, 'unset'))).body, user)
  assert.equal((await server.events(user.id)).length, 1)
})

rule('UCM-1', 'taking the mark away leaves the password', async (server) => {
  const user = await withPassword(server)
  const marked = (await server.request('POST', url(user.id, 'set'))).body
  const { status, body } = await server.request('POST', url(user.id, 'unset'))
  assert.equal(status, 200)
  assert.ok(body.updated_at >= marked.updated_at)
  assert.equal(body.password_enabled, true)
  assert.equal((await guess(server, user.id, password)).status, 200)
})
