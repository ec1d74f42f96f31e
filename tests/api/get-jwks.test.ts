import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { rule } from '#tests/rules.ts'

rule('JWK-1', 'the key set holds one public key of 2048 bits', async (server) => {
  const { body } = await server.request('GET', '/jwks')
  const [key, ...more] = body.keys
  assert.deepEqual(more, [])
  assert.deepEqual(Object.keys(key).sort(), ['alg', 'e', 'kid', 'kty', 'n', 'use'])
  assert.deepEqual([key.use, key.kty, key.alg, key.e], ['sig', 'RSA', 'RS256', 'AQAB'])
  assert.match(key.kid, /^ins_\w{27}$/)
  const { modulusLength } = createPublicKey({ key, format: 'jwk' }).asymmetricKeyDetails!
  assert.equal(modulusLength, 2048)
  assert.equal((await server.request('GET', '/jwks', { anonymous: true })).status, 401)
})

rule('JWK-2', 'the same is public, for every origin and for a minute', async (server) => {
  const response = await fetch(`${server.url}/.well-known/jwks.json`, {
    headers: { origin: 'https://app.example' },
  })
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('content-type'), 'application/json')
  assert.equal(response.headers.get('access-control-allow-origin'), '*')
  assert.equal(response.headers.get('cache-control'), 'public, max-age=60')
  assert.deepEqual(await response.json(), (await server.request('GET', '/jwks')).body)
})

rule('JWK-7', 'the private key is in no column in clear text', async (server) => {
  const tables = ['signing_keys', 'instance', 'secret_keys', 'events', 'jwt_templates']
  const rows = await server.rows('signing_keys')
  assert.equal(rows.length, 1)
  assert.match(String(rows[0]!.private_key), /^v1\./)
  assert.deepEqual(Object.keys(JSON.parse(String(rows[0]!.public_jwk))).sort(), [
    'alg',
    'e',
    'kid',
    'kty',
    'n',
    'use',
  ])
  for (const table of tables) {
    const text = JSON.stringify(await server.rows(table))
    // What PKCS #8 of RSA begins with, in base64 as PEM has it, and once more encoded.
    for (const sign of ['PRIVATE KEY', 'MIIEv', 'TUlJRX', '"d":'])
      assert.ok(!text.includes(sign), `${table}: ${sign}`)
  }
  assert.ok(!JSON.stringify(server.log).includes('PRIVATE KEY'))
})
