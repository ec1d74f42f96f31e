import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Lines } from './lines.ts'

test('one at a time passes for each key, in the order of asking, also after a failure', async () => {
  const lines = new Lines()
  const seen: string[] = []
  const pass = (key: string, name: string, fails = false) =>
    lines.pass(key, async () => {
      seen.push(`${name} in`)
      await new Promise((resolve) => setImmediate(resolve))
      seen.push(`${name} out`)
      if (fails) throw new Error(name)
      return name
    })
  const outcomes = await Promise.allSettled([
    pass('x', 'first', true),
    pass('x', 'second'),
    pass('x', 'third'),
  ])
  assert.deepEqual(seen, ['first in', 'first out', 'second in', 'second out', 'third in', 'third out'])
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'fulfilled', 'fulfilled'],
  )
  assert.equal(await pass('x', 'later'), 'later')
})

test('other keys do not wait', async () => {
  const lines = new Lines()
  const gate = Promise.withResolvers<void>()
  const held = lines.pass('x', () => gate.promise)
  assert.equal(await lines.pass('y', async () => 'done'), 'done')
  gate.resolve()
  await held
})
