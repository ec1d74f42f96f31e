import assert from 'node:assert/strict'
import { createVault } from '#server/credentials/vault.ts'
import { rule } from '#tests/rules.ts'

rule('JWK-8', 'a testing token is proof of its instance and ends after an hour', async (server) => {
  const now = Math.floor(Date.now() / 1000)
  const { body } = await server.request('POST', '/testing_tokens')
  const [, at, proof] = /^(\d+)-c_([\w-]{43})$/.exec(body.token)!
  assert.ok(Number(at) >= now && Number(at) <= now + 5)
  assert.equal(body.expires_at, Number(at) + 3600)
  const vault = createVault(server.database.encryptionKey)
  assert.equal(proof, vault.mac(at!, 'testing_token'))
  assert.notEqual(proof, vault.mac(String(Number(at) + 1), 'testing_token'))
})
