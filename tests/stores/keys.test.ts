import assert from 'node:assert/strict'
import { openStorage } from '#server/storage/open.ts'
import { onDatabases, onEngines } from './given.ts'

const key = (id: string, created_at = 1) => ({
  id: `key_${id}`,
  hash: `hash-${id}`,
  hint: id.slice(-4),
  created_at,
  revoked_at: null,
})

onEngines('a secret key is found by its hash until it is revoked', async ({ secretKeys }) => {
  await secretKeys.add(key('a'))
  assert.deepEqual(await secretKeys.findValid('hash-a'), key('a'))
  assert.equal(await secretKeys.findValid('hash-b'), undefined)
  await secretKeys.add(key('z', 9))
  assert.equal(await secretKeys.revoke('key_b', 5), 'unknown')
  assert.equal(await secretKeys.revoke('key_a', 5), 'revoked')
  assert.equal(await secretKeys.revoke('key_a', 6), 'revoked before')
  assert.equal(await secretKeys.findValid('hash-a'), undefined)
  assert.deepEqual(await secretKeys.list(), [{ ...key('a'), revoked_at: 5 }, key('z', 9)])
})

onEngines('adding a known hash changes nothing, not even a revocation', async ({ secretKeys }) => {
  await secretKeys.add(key('a'))
  await secretKeys.add(key('z', 9))
  await secretKeys.revoke('key_a', 5)
  await Promise.all(Array.from({ length: 8 }, (_, n) => secretKeys.add({ ...key('a'), id: `key_${n}` })))
  assert.deepEqual(await secretKeys.list(), [{ ...key('a'), revoked_at: 5 }, key('z', 9)])
})

onEngines('keys are listed oldest first', async ({ secretKeys }) => {
  for (const [id, at] of [
    ['c', 2],
    ['b', 3],
    ['a', 2],
  ] as const)
    await secretKeys.add(key(id, at))
  assert.deepEqual(
    (await secretKeys.list()).map(({ id }) => id),
    ['key_a', 'key_c', 'key_b'],
  )
})

onEngines('of parallel revocations one answers that it was the one', async ({ secretKeys }) => {
  await secretKeys.add(key('a'))
  await secretKeys.add(key('z', 9))
  const answers = await Promise.all(Array.from({ length: 16 }, (_, at) => secretKeys.revoke('key_a', at)))
  assert.deepEqual(answers.toSorted(), ['revoked', ...Array(15).fill('revoked before')])
})

onEngines('the last valid key is kept', async ({ secretKeys }) => {
  await secretKeys.add(key('a'))
  assert.equal(await secretKeys.revoke('key_a', 5), 'last')
  assert.notEqual(await secretKeys.findValid('hash-a'), undefined)
})

onDatabases(
  '[OPS-9] who revokes all keys at once, over several connections, leaves one',
  async (database) => {
    const options = { databaseUrl: database.databaseUrl, dataFolder: database.data }
    const places = await Promise.all([openStorage(options), openStorage(options), openStorage(options)])
    for (let round = 0; round < 20; round++) {
      const ids = ['a', 'b', 'c'].map((name) => `${name}${round}`)
      for (const id of ids) await places[0]!.secretKeys.add(key(id))
      const valid = (await places[0]!.secretKeys.list()).filter(({ revoked_at }) => revoked_at === null)
      const answers = await Promise.all(
        valid.map(({ id }, at) => places[at % places.length]!.secretKeys.revoke(id, 5)),
      )
      assert.equal(answers.filter((answer) => answer === 'last').length, 1, answers.join())
      const left = (await places[1]!.secretKeys.list()).filter(({ revoked_at }) => revoked_at === null)
      assert.equal(left.length, 1)
    }
    for (const place of places) await place.close()
  },
)

onDatabases('one instance is established, by however many servers at once', async (database) => {
  const options = { databaseUrl: database.databaseUrl, dataFolder: database.data }
  const servers = await Promise.all([openStorage(options), openStorage(options)])
  assert.equal(await servers[0]!.instance.read(), undefined)
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      servers[n % 2]!.instance.establish({ id: `ins_${n}`, key_check: `check ${n}`, created_at: n }),
    ),
  )
  for (const answer of answers) assert.deepEqual(answer, answers[0])
  assert.deepEqual(await servers[1]!.instance.read(), answers[0])
  for (const server of servers) await server.close()
})
