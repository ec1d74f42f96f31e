import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { concurrentHashes, createHashQueue, TooBusy } from './hash-queue.ts'
import { readDigest } from './hashing/hashers.ts'
import { hashPassword } from './hashing/own.ts'

/** Work that ends when it is told to. */
function heldWork() {
  const started: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const work = (name: string) => () => {
    started.push(name)
    return new Promise<string>((resolve, reject) =>
      ends.set(name, (error) => (error ? reject(error) : resolve(`done ${name}`))),
    )
  }
  return { started, work, end: (name: string, error?: Error) => ends.get(name)!(error) }
}

test('work runs in the order of the calls, so much at once as the bound allows', async () => {
  const queue = createHashQueue({ concurrent: 2, waitingMax: 10 })
  const { started, work, end } = heldWork()
  const results = ['a', 'b', 'c', 'd', 'e'].map((name) => queue.run(work(name)))
  await setImmediate()
  assert.deepEqual([started.join(''), queue.running, queue.waiting], ['ab', 2, 3])
  end('b')
  assert.equal(await results[1], 'done b')
  await setImmediate()
  assert.deepEqual([started.join(''), queue.running, queue.waiting], ['abc', 2, 2])
  end('a')
  end('c')
  await setImmediate()
  assert.deepEqual([started.join(''), queue.running, queue.waiting], ['abcde', 2, 0])
  end('d')
  end('e')
  assert.deepEqual(await Promise.all(results), ['done a', 'done b', 'done c', 'done d', 'done e'])
  assert.deepEqual([queue.running, queue.waiting], [0, 0])
})

test('nobody overtakes those who wait, even at the moment when a place becomes free', async () => {
  const queue = createHashQueue({ concurrent: 1, waitingMax: 10 })
  const { started, work, end } = heldWork()
  const first = queue.run(work('a')).then(() => queue.run(work('late')))
  const second = queue.run(work('b'))
  await setImmediate()
  end('a')
  await setImmediate()
  assert.equal(started.join(' '), 'a b')
  assert.equal(queue.running, 1)
  end('b')
  await second
  await setImmediate()
  end('late')
  await first
  assert.equal(queue.running, 0)
})

test('when as many wait as may, the next is told at once, and nothing of it runs', async () => {
  const queue = createHashQueue({ concurrent: 1, waitingMax: 2 })
  const { started, work, end } = heldWork()
  const taken = ['a', 'b', 'c'].map((name) => queue.run(work(name)))
  await assert.rejects(queue.run(work('d')), TooBusy)
  await assert.rejects(queue.run(work('e')), TooBusy)
  assert.deepEqual([queue.running, queue.waiting], [1, 2])
  for (const name of ['a', 'b', 'c']) {
    await setImmediate()
    end(name)
  }
  await Promise.all(taken)
  assert.equal(started.join(''), 'abc')
  const again = queue.run(work('f'))
  await setImmediate()
  end('f')
  assert.equal(await again, 'done f')
})

test('with nobody allowed to wait, the queue takes what it can run', async () => {
  const queue = createHashQueue({ concurrent: 1, waitingMax: 0 })
  const { work, end } = heldWork()
  const taken = queue.run(work('a'))
  await assert.rejects(queue.run(work('b')), TooBusy)
  end('a')
  assert.equal(await taken, 'done a')
})

test('work that fails, later or at once, frees its place and fails alone', async () => {
  const queue = createHashQueue({ concurrent: 1, waitingMax: 10 })
  const { work, end } = heldWork()
  const failing = assert.rejects(queue.run(work('a')), /later/)
  const throwing = assert.rejects(
    queue.run(() => {
      throw new Error('at once')
    }),
    /at once/,
  )
  const good = queue.run(work('c'))
  await setImmediate()
  end('a', new Error('later'))
  await failing
  await throwing
  await setImmediate()
  end('c')
  assert.equal(await good, 'done c')
  assert.deepEqual([queue.running, queue.waiting], [0, 0])
})

test('one hash for each processor, and a thread of the pool stays free', () => {
  for (const [threads, processors, expected] of [
    [4, 2, 2],
    [4, 16, 3],
    [16, 16, 15],
    [4, 1, 1],
    [1, 8, 1],
    [0, 8, 1],
  ] as const)
    assert.equal(concurrentHashes(threads, processors), expected, `${threads} threads, ${processors}`)
  assert.ok(concurrentHashes(4) >= 1)
})

/** The longest time that the event loop took for one turn while the work ran. */
async function longestTurnMs(work: Promise<unknown>): Promise<number> {
  let isDone = false
  const done = work.finally(() => {
    isDone = true
  })
  let longest = 0
  for (let before = performance.now(); !isDone; before = performance.now()) {
    await setImmediate()
    longest = Math.max(longest, performance.now() - before)
  }
  await done
  return longest
}

test('the event loop turns under 200 hashes that wait in line', async () => {
  const queue = createHashQueue({ concurrent: concurrentHashes(4), waitingMax: 200 })
  const parameters = { memoryKib: 4096, passes: 1, lanes: 1 }
  const hashes = Array.from({ length: 200 }, () => queue.run(() => hashPassword('correct horse', parameters)))
  const longest = await longestTurnMs(Promise.all(hashes))
  assert.ok(longest < 250, `${longest} ms`)
})

test('the event loop turns while the costliest digests that are computed on it are', async () => {
  const salt = 'NaClNaCl'
  const symfony = `sha512_symfony$100000$${salt}$${Buffer.alloc(64).toString('base64')}`
  for (const [hasher, digest] of [
    ['phpass', `$P$G${salt}${'.'.repeat(22)}`],
    ['sha512_symfony', symfony],
  ] as const) {
    const verifier = readDigest(hasher, digest)
    assert.ok(typeof verifier === 'object')
    const before = performance.now()
    const longest = await longestTurnMs(verifier.verify!('correct horse'))
    const whole = performance.now() - before
    assert.ok(longest < whole / 4, `${hasher}: ${longest} ms of ${whole} ms`)
  }
})
