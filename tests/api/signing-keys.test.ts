import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { engines, freshDatabase } from '#tests/engines.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { done, environmentOf, ran, stopped } from '#tests/start/operators.ts'
import { givenSession, partsOf, tokenOf } from './given-sessions.ts'
import { address } from './given-users.ts'

interface KeySet extends JSONWebKeySet {
  keys: { kid: string; kty: string }[]
}

const keySet = async (url: string): Promise<KeySet> =>
  (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as KeySet
const kids = async (server: TestServer) => (await keySet(server.url)).keys.map(({ kid }) => kid)

const rotate = async (server: TestServer, ...options: string[]) => {
  const env = { ...environmentOf(server.database), BARTLEBY_SECRET_KEY: server.secretKey }
  return (await done(['keys', 'rotate-signing', ...options], env)).stdout.trim()
}

async function signedIn(server: TestServer): Promise<string> {
  const user = await server.create({ email_address: [address('rotation')] })
  return givenSession(server, user.id, { expire_at: Date.now() + 1e12, abandon_at: Date.now() + 1e12 })
}

const kidOf = (jwt: string): string => partsOf(jwt).header.kid

rule(
  'JWK-4',
  'a rotation publishes the new key before it signs, and tokens of both verify',
  async (server) => {
    const session = await signedIn(server)
    const [first] = await kids(server)
    const old = await tokenOf(server, session)
    const second = await rotate(server)
    server.clock.advance(10_000)
    assert.deepEqual(await kids(server), [second, first])
    server.clock.advance(70_000)
    assert.equal(kidOf(await tokenOf(server, session)), first)
    server.clock.advance(15_000)
    const token = await tokenOf(server, session)
    assert.equal(kidOf(token), second)
    const keys = createLocalJWKSet(await keySet(server.url))
    for (const jwt of [old, token]) {
      const currentDate = new Date(partsOf(jwt).claims.iat * 1000)
      await jwtVerify(jwt, keys, { algorithms: ['RS256'], currentDate })
    }
  },
  { fresh: true },
)

rule(
  'JWK-5',
  'the old key leaves when its longest token has ended, and is removed by the next rotation',
  async (server) => {
    const session = await signedIn(server)
    const [first] = await kids(server)
    const hours = 3_600_000
    await tokenOf(server, session, { expires_in_seconds: 5 * 3600 })
    const second = await rotate(server)
    server.clock.advance(5 * hours)
    assert.deepEqual(await kids(server), [second, first])
    server.clock.advance(1.2 * hours)
    assert.deepEqual(await kids(server), [second])
    await rotate(server, '--revoke-old')
    const rows = await server.rows('signing_keys')
    assert.equal(
      rows.some(({ id, retired_at }) => id === second && retired_at !== null),
      true,
    )
    await rotate(server)
    assert.deepEqual(
      (await server.rows('signing_keys')).map(({ id }) => id).filter((id) => id === first || id === second),
      [],
    )
  },
  { fresh: true },
)

rule(
  'JWK-6',
  'with --revoke-old no other key is left, and of rotations at once one wins',
  async (server) => {
    const session = await signedIn(server)
    const [first] = await kids(server)
    const second = await rotate(server, '--revoke-old')
    assert.notEqual(second, first)
    server.clock.advance(10_000)
    assert.deepEqual(await kids(server), [second])
    assert.equal(kidOf(await tokenOf(server, session)), second)
    const env = environmentOf(server.database)
    const runs = await Promise.all(
      Array.from({ length: 3 }, () => ran(['keys', 'rotate-signing', '--revoke-old'], env)),
    )
    const won = runs.filter(({ code }) => code === 0).map(({ stdout }) => stdout.trim())
    for (const { code, stderr } of runs)
      if (code !== 0) assert.match(stderr, /^bartleby: Another rotation came first/)
    assert.ok(won.length > 0)
    const generations = (await server.rows('signing_keys')).map(({ generation }) => Number(generation))
    assert.equal(new Set(generations).size, generations.length)
    server.clock.advance(10_000)
    assert.equal((await kids(server)).length, 1)
    assert.ok(won.includes((await kids(server))[0]!))
  },
  { fresh: true },
)

for (const engine of engines)
  test(`[JWK-3] servers that start at once agree on one key, which stays (${engine})`, async () => {
    const database = await freshDatabase(engine)
    const both = await Promise.all([spawnBartleby({ database }), spawnBartleby({ database })])
    after(() => {
      for (const server of both) server.kill('SIGKILL')
    })
    const [one, other] = await Promise.all(both.map(({ url }) => keySet(url)))
    assert.equal(one!.keys.length, 1)
    assert.deepEqual(other, one)
    await Promise.all(both.map(stopped))
    const again = await spawnBartleby({ database })
    assert.deepEqual(await keySet(again.url), one)
    await stopped(again)
    await database.remove()
  })
