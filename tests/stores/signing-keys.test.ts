import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { createVault } from '#server/credentials/vault.ts'
import { StorageUnavailable } from '#server/failures.ts'
import { newSigningKey } from '#server/sessions/new-signing-key.ts'
import type { StoredSigningKey } from '#server/sessions/signing-key-store.ts'
import { createSigningKeys, leftKeys } from '#server/sessions/signing-keys.ts'
import { onEngines } from './given.ts'

const vault = createVault(randomBytes(32).toString('base64'))
const made = await newSigningKey(vault, { generation: 1, at: 0, signsFrom: 0 })
const hour = 3_600_000

onEngines('of keys of one generation one is stored', async ({ signingKeys }) => {
  const ids = Array.from({ length: 8 }, (_, n) => `ins_${n}`)
  const added = await Promise.all(ids.map((id) => signingKeys.add({ ...made, id })))
  assert.equal(added.filter(Boolean).length, 1)
  assert.deepEqual(
    (await signingKeys.list()).map(({ id }) => id),
    ids.filter((_, n) => added[n]),
  )
})

onEngines(
  '[JWK-5] the end of the longest token is stored before the token is made',
  async ({ signingKeys }) => {
    await signingKeys.add(made)
    let writes = 0
    const store = {
      ...signingKeys,
      expectTokensUntil: (id: string, until: number) => {
        writes += 1
        return signingKeys.expectTokensUntil(id, until)
      },
    }
    const keys = createSigningKeys({ store, vault, now: () => 1000 })
    const until = async () => (await signingKeys.list())[0]!.tokens_until
    await keys.signer(61_000)
    assert.ok((await until()) >= 61_000)
    for (let n = 0; n < 50; n++) await keys.signer(62_000 + n)
    assert.equal(writes, 1)
    await keys.signer(100 * hour)
    assert.ok((await until()) >= 100 * hour)
    await signingKeys.expectTokensUntil(made.id, 5)
    assert.ok((await until()) >= 100 * hour)
  },
)

test('[JWK-2] keys that are known stay public while the database is away', async () => {
  let away = false
  let now = 1000
  const list = async (): Promise<StoredSigningKey[]> => {
    if (away) throw new StorageUnavailable('away')
    return [made]
  }
  const store = { list } as Parameters<typeof createSigningKeys>[0]['store']
  const keys = createSigningKeys({ store, vault, now: () => now })
  away = true
  await assert.rejects(keys.published(), StorageUnavailable)
  away = false
  assert.deepEqual(await keys.published(), [made.public_jwk])
  away = true
  now += hour
  assert.deepEqual(await keys.published(), [made.public_jwk])
})

test('[JWK-5] a key has left when nobody can have a token of it', () => {
  const second = { ...made, id: 'ins_2', generation: 2, signs_from: 2 * hour }
  const first = { ...made, tokens_until: 3 * hour }
  const left = (now: number, keys = [second, first]) =>
    leftKeys(keys, now).map(({ generation }) => generation)
  assert.deepEqual(left(hour), [])
  assert.deepEqual(left(3 * hour), [])
  assert.deepEqual(left(4 * hour), [1])
  assert.deepEqual(
    left(hour, [
      { ...second, signs_from: 0 },
      { ...first, retired_at: 1 },
    ]),
    [1],
  )
})
