import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { RateLimitRule, Settings } from '#server/settings/settings.ts'
import { createRateLimits } from './rate-limits.ts'

const start = 1_700_000_000_000

/** Limits under a clock that stands still until it is told otherwise. */
function given(rules: RateLimitRule[], preset: Settings['rate_limits']['preset'] = 'none') {
  const clock = { now: start }
  const limits = createRateLimits({ preset, rules }, () => clock.now)
  return {
    clock,
    take: (operation: string, user?: string) => limits.take(operation, { user }),
    /** How many are let through before the first refusal. */
    served(operation: string, user?: string): number {
      for (let n = 0; n < 5000; n++) if (limits.take(operation, { user }) !== undefined) return n
      return Number.POSITIVE_INFINITY
    },
  }
}

const rule = (
  operations: string[],
  limit: number,
  seconds: number,
  per: 'instance' | 'user' = 'instance',
): RateLimitRule => ({ operations, limit, seconds, per })

suite('rate limits', () => {
  test('a window lets through its limit and then tells the whole seconds that it still lasts', () => {
    const { clock, take, served } = given([rule(['A'], 3, 10)])
    assert.equal(served('A'), 3)
    assert.equal(take('A'), 10)
    clock.now += 1
    assert.equal(take('A'), 10)
    clock.now += 999
    assert.equal(take('A'), 9)
    clock.now = start + 9_001
    assert.equal(take('A'), 1)
    clock.now = start + 9_999
    assert.equal(take('A'), 1)
    clock.now = start + 10_000
    assert.equal(served('A'), 3)
  })

  test('a window begins with its first request, not with the clock', () => {
    const { clock, take, served } = given([rule(['A'], 1, 10)])
    clock.now += 7_654
    assert.equal(served('A'), 1)
    assert.equal(take('A'), 10)
    clock.now += 9_999
    assert.equal(take('A'), 1)
    clock.now += 1
    assert.equal(take('A'), undefined)
  })

  test('a refused request takes nothing and prolongs nothing', () => {
    const { clock, take, served } = given([rule(['A'], 2, 10)])
    assert.equal(served('A'), 2)
    for (let i = 0; i < 100; i++) {
      clock.now += 50
      assert.notEqual(take('A'), undefined)
    }
    clock.now = start + 10_000
    assert.equal(served('A'), 2)
  })

  test('a request that one rule refuses takes nothing from the others', () => {
    const { clock, take, served } = given([rule(['A'], 1, 10), rule(['A', 'B'], 4, 100)])
    assert.equal(served('A'), 1)
    for (let i = 0; i < 50; i++) assert.equal(take('A'), 10)
    assert.equal(served('B'), 3)
    assert.equal(take('A'), 100)
    clock.now += 100_000
    assert.equal(take('A'), undefined)
  })

  test('operations that no rule names are free', () => {
    const { take, served } = given([rule(['A'], 1, 10)])
    assert.equal(served('B'), Number.POSITIVE_INFINITY)
    assert.equal(take('A'), undefined)
  })

  test('per user each user has a budget, and so have the requests without one', () => {
    const { served } = given([rule(['A', 'B'], 2, 10, 'user')])
    assert.equal(served('A', 'user_1'), 2)
    assert.equal(served('B', 'user_1'), 0)
    assert.equal(served('B', 'user_2'), 2)
    assert.equal(served('A'), 2)
    assert.equal(served('A', ''), 0)
  })

  test('two equal rules keep separate accounts', () => {
    const { served } = given([rule(['A'], 2, 10, 'user'), rule(['A'], 2, 10, 'user'), rule(['A'], 3, 10)])
    assert.equal(served('A', 'user_1'), 2)
    assert.equal(served('A', 'user_2'), 1)
  })

  test('ids that look like the keys of other rules take nothing from them', () => {
    const { served } = given([rule(['A'], 1, 10, 'user'), rule(['B'], 5, 10), rule(['C'], 5, 10, 'user')])
    for (const id of ['1', ' 1', '0', '2 user', '__proto__', 'constructor']) assert.equal(served('A', id), 1)
    assert.equal(served('B'), 5)
    assert.equal(served('C', 'user'), 5)
  })

  test('a clock that is set back does not lock anybody out', () => {
    const { clock, take, served } = given([rule(['A'], 2, 10)])
    assert.equal(served('A'), 2)
    clock.now -= 3_600_000
    assert.equal(served('A'), 2)
    assert.equal(take('A'), 10)
  })

  test('tens of thousands of users do not grow the memory for ever, and lose no budget', () => {
    const { clock, take, served } = given([rule(['A'], 1, 10, 'user')])
    for (let i = 0; i < 11_000; i++) assert.equal(take('A', `user_${i}`), undefined)
    assert.equal(take('A', 'user_0'), 10)
    assert.equal(take('A', 'user_10999'), 10)
    clock.now += 10_000
    const started = performance.now()
    for (let i = 0; i < 11_000; i++) assert.equal(take('A', `other_${i}`), undefined)
    assert.equal(served('A', 'user_0'), 1)
    assert.ok(performance.now() - started < 10_000, 'sweeping takes too long')
  })

  test('the presets limit what they say and nothing else', () => {
    const others = ['GetUserList', 'GetUsersCount', 'GetUser', 'DeleteUser']
    const writes = ['UpdateUser', 'UpdateUserMetadata', 'ReplaceUserMetadata']
    for (const [preset, create, write] of [
      ['default', 20, Number.POSITIVE_INFINITY],
      ['published', 20, 10],
      ['none', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ] as const) {
      const { served } = given([], preset)
      assert.equal(served('CreateUser'), create, preset)
      for (const operation of writes) assert.equal(served(operation, 'user_1'), write, operation)
      for (const operation of others) assert.equal(served(operation, 'user_1'), Number.POSITIVE_INFINITY)
    }
  })

  test('rules of one’s own hold beside the preset', () => {
    const { take, served } = given([rule(['CreateUser'], 30, 60), rule(['GetUser'], 1, 60)], 'default')
    assert.equal(served('CreateUser'), 20)
    assert.equal(take('CreateUser'), 10)
    assert.equal(served('GetUser', 'user_1'), 1)
  })
})
