import assert from 'node:assert/strict'
import { jsonText } from '#contract/shapes.ts'
import { openStorage } from '#server/storage/open.ts'
import { StorageUnavailable } from '#server/storage/storage.ts'
import { ValueTaken } from '#server/users/user-store.ts'
import { change, email, event, given, identification, onDatabases, onEngines, user } from './given.ts'

const many = Array.from({ length: 64 }, (_, index) => index)

const outcomes = (settled: PromiseSettledResult<unknown>[]) => {
  const refusals = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  for (const reason of refusals) if (!(reason instanceof ValueTaken)) throw reason
  return { done: settled.length - refusals.length, taken: refusals.length }
}

onEngines('of 64 parallel inserts of one value exactly one wins', async (storage) => {
  const rivals = [
    () => ({ identifications: [email('one@example.com')] }),
    () => ({ identifications: [identification('username', 'one', { status: 'reserved' })] }),
    () => ({ external_id: 'one' }),
  ]
  for (const [round, rival] of rivals.entries()) {
    const inserts = many.map((index) => given(storage, user(`user_${round}_${index}`, rival())))
    assert.deepEqual(outcomes(await Promise.allSettled(inserts)), { done: 1, taken: 63 })
  }
  assert.equal((await storage.rows('users')).length, 3)
  assert.equal((await storage.rows('identifications')).length, 2)
  assert.equal((await storage.rows('events')).length, 3)
})

onEngines('parallel inserts and changes that claim the same values never hang or break', async (storage) => {
  const values = ['a', 'b', 'c', 'd'].map((letter) => `${letter}@example.com`)
  await given(storage, ...many.slice(32).map((index) => user(`user_${index}`)))
  const claims = many.map((index) => {
    const identifications = values.map((_, offset) => email(values[(index + offset) % 4]!))
    return index < 32
      ? given(storage, user(`user_${index}`, { identifications }))
      : change(storage, `user_${index}`, { add: identifications })
  })
  assert.deepEqual(outcomes(await Promise.allSettled(claims)), { done: 1, taken: 63 })
  assert.equal((await storage.rows('identifications')).length, 4)
})

onDatabases('64 parallel changes through two servers lose nothing', async (database) => {
  const options = { databaseUrl: database.databaseUrl, dataFolder: database.data }
  const servers = [await openStorage(options), await openStorage(options)]
  await given(servers[0]!, user('user_1'))
  await Promise.all(
    many.map((index) =>
      servers[index % 2]!.users.change('user_1', (stored) => {
        const metadata = { ...JSON.parse(stored.public_metadata), [`key${index}`]: index }
        return {
          change: {
            attributes: {
              public_metadata: jsonText(JSON.stringify(metadata)),
              failed_attempts: stored.failed_attempts + 1,
            },
            add: [email(`${index}@example.com`)],
          },
          at: index,
          event: event('user.updated', 'user_1'),
        }
      }),
    ),
  )
  const stored = (await servers[1]!.users.find('user_1'))!
  assert.equal(Object.keys(JSON.parse(stored.public_metadata)).length, 64)
  assert.equal(stored.failed_attempts, 64)
  assert.equal(stored.identifications.length, 64)
  const positions = (await servers[0]!.rows('identifications')).map(({ position }) => Number(position))
  assert.deepEqual(
    positions.toSorted((a, b) => a - b),
    many,
  )
  assert.equal((await servers[0]!.rows('events')).length, 65)
  for (const server of servers) await server.close()
})

onEngines('two users who swap values at once both end well or one is refused', async (storage) => {
  for (let round = 0; round < 3; round++) {
    const [left, right] = [email(`l${round}@example.com`), email(`r${round}@example.com`)]
    await given(
      storage,
      user(`left_${round}`, { identifications: [left] }),
      user(`right_${round}`, { identifications: [right] }),
    )
    const swaps = await Promise.allSettled([
      change(storage, `left_${round}`, { remove: [left.id], add: [email(right.value)] }),
      change(storage, `right_${round}`, { remove: [right.id], add: [email(left.value)] }),
    ])
    assert.ok(outcomes(swaps).done <= 1)
  }
})

onEngines('a reader never sees a user without the identifications of the same moment', async (storage) => {
  await given(
    storage,
    user('user_1', { first_name: '0@example.com', identifications: [email('0@example.com')] }),
  )
  let writing = true
  const writer = (async () => {
    for (let step = 1; step <= 25; step++) {
      const value = `${step}@example.com`
      await storage.users.change('user_1', ({ identifications }) => ({
        change: {
          attributes: { first_name: value },
          remove: [identifications[0]!.id],
          add: [email(value)],
        },
        at: step,
        event: event('user.updated', 'user_1'),
      }))
    }
    writing = false
  })()
  const reader = async () => {
    while (writing) {
      const seen = (await storage.users.find('user_1'))!
      assert.deepEqual(
        seen.identifications.map(({ value }) => value),
        [seen.first_name],
      )
      await new Promise(setImmediate)
    }
  }
  await Promise.all([writer, reader(), reader(), reader()])
})

onEngines('changes and removals of one user race without an orphan', async (storage) => {
  for (let round = 0; round < 8; round++) {
    const id = `user_${round}`
    await given(storage, user(id, { identifications: [email(`${round}@example.com`)] }))
    await Promise.all([
      ...many
        .slice(0, 6)
        .map((step) => change(storage, id, { add: [email(`${round}-${step}@example.com`)] })),
      storage.users.remove(id, (gone) => event('user.deleted', gone.id)),
    ])
  }
  assert.deepEqual(await storage.rows('users'), [])
  assert.deepEqual(await storage.rows('identifications'), [])
})

onEngines('after closing, every call says that the storage is away', async (storage) => {
  const running = given(storage, user('user_1'))
  await storage.close()
  await running
  await assert.rejects(storage.users.find('user_1'), StorageUnavailable)
  await assert.rejects(given(storage, user('user_2')), StorageUnavailable)
  await assert.rejects(storage.ping(), StorageUnavailable)
  await storage.close()
})
