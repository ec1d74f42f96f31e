import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lockedUntil, lockState, noFailures } from '#server/users/lockout.ts'
import { forever } from '#server/users/user.ts'

const now = Date.UTC(2026, 0, 1)
const hour = { enabled: true, max_attempts: 10, duration_in_minutes: 60 }
const endless = { enabled: true, max_attempts: 10, duration_in_minutes: null }
const off = { enabled: false, max_attempts: 10, duration_in_minutes: 60 }
const hourMs = 3_600_000

const unlocked = { locked: false, lockout_expires_in_seconds: null, verification_attempts_remaining: 10 }
const lockedFor = (seconds: number | null) => ({
  ...unlocked,
  locked: true,
  lockout_expires_in_seconds: seconds,
})

const stateAt = (
  locked_until: number | null,
  at: number,
  settings: Parameters<typeof lockState>[1] = hour,
  failed_attempts = 0,
  attempted_at: number | null = null,
) => lockState({ ...noFailures, locked_until, failed_attempts, attempted_at }, settings, at)

test('a lock lasts as long as the settings say, or for ever', () => {
  assert.equal(lockedUntil(hour, now), now + hourMs)
  assert.equal(lockedUntil({ ...hour, duration_in_minutes: 1 }, now), now + 60_000)
  assert.equal(lockedUntil(endless, now), forever)
})

test('who was never locked is not', () => {
  assert.deepEqual(stateAt(null, now), unlocked)
})

test('a lock counts down in whole seconds, rounded up, and ends by itself', () => {
  const until = now + hourMs
  assert.deepEqual(stateAt(until, now), lockedFor(3600))
  assert.deepEqual(stateAt(until, now + 1), lockedFor(3600))
  assert.deepEqual(stateAt(until, now + 1000), lockedFor(3599))
  assert.deepEqual(stateAt(until, until - 1), lockedFor(1))
  assert.deepEqual(stateAt(until, until), unlocked)
  assert.deepEqual(stateAt(until, until + 1), unlocked)
})

test('a lock for ever has no seconds left and does not end', () => {
  assert.deepEqual(stateAt(forever, now, endless), lockedFor(null))
  assert.deepEqual(stateAt(forever, now + 100 * 365 * 24 * hourMs, endless), lockedFor(null))
})

test('a lock for ever stays so when the settings later name a duration', () => {
  assert.deepEqual(stateAt(forever, now, hour), lockedFor(null))
})

test('a clock that is set back lengthens no lock', () => {
  assert.deepEqual(stateAt(now + hourMs, now - 24 * hourMs), lockedFor(3600))
})

test('a duration that was shortened holds for locks that are older', () => {
  assert.deepEqual(stateAt(now + hourMs, now, { ...hour, duration_in_minutes: 5 }), lockedFor(300))
})

test('a lock with an end keeps it where new ones are for ever', () => {
  assert.deepEqual(stateAt(now + hourMs, now, endless), lockedFor(3600))
})

test('failures use up the attempts, never below none', () => {
  const remaining = (failed: number) => stateAt(null, now, hour, failed, now).verification_attempts_remaining
  assert.deepEqual([0, 1, 9, 10, 11].map(remaining), [10, 9, 1, 0, 0])
  assert.equal(stateAt(null, now, { ...hour, max_attempts: 5 }).verification_attempts_remaining, 5)
})

test('the last failure locks for the duration, after which all attempts are left again', () => {
  const after = (milliseconds: number, settings = hour) =>
    stateAt(null, now + milliseconds, settings, 10, now)
  const usedUp = { ...lockedFor(3600), verification_attempts_remaining: 0 }
  assert.deepEqual(after(0), usedUp)
  assert.deepEqual(after(hourMs - 1), { ...usedUp, lockout_expires_in_seconds: 1 })
  assert.deepEqual(after(hourMs), unlocked)
  assert.deepEqual(after(-24 * hourMs), usedUp)
  assert.deepEqual(stateAt(null, now + 1000 * hourMs, endless, 10, now), {
    ...usedUp,
    lockout_expires_in_seconds: null,
  })
  assert.equal(stateAt(null, now, hour, 9, now).locked, false)
})

test('of two locks the longer one holds', () => {
  assert.equal(stateAt(now + 60_000, now, hour, 10, now).lockout_expires_in_seconds, 3600)
  const before = now - hourMs + 1000
  assert.equal(stateAt(now + 60_000, now, hour, 10, before).lockout_expires_in_seconds, 60)
})

test('a lock leaves the attempts alone', () => {
  assert.equal(stateAt(now + hourMs, now, hour, 3).verification_attempts_remaining, 7)
})

test('without lockout nobody is locked and nobody counts', () => {
  const state = { locked: false, lockout_expires_in_seconds: null, verification_attempts_remaining: null }
  assert.deepEqual(stateAt(null, now, off), state)
  assert.deepEqual(stateAt(now + hourMs, now, off, 4), state)
  assert.deepEqual(stateAt(forever, now, off), state)
})

test('second factors are counted apart: either count locks, and the smaller rest is told', () => {
  const state = (password: number, factor: number, factorAt = now) =>
    lockState(
      {
        locked_until: null,
        failed_attempts: password,
        attempted_at: now,
        factor_failed_attempts: factor,
        factor_attempted_at: factorAt,
      },
      hour,
      now,
    )
  assert.equal(state(3, 7).verification_attempts_remaining, 3)
  assert.equal(state(7, 3).verification_attempts_remaining, 3)
  assert.deepEqual(state(9, 9), { ...unlocked, verification_attempts_remaining: 1 })
  assert.deepEqual(state(0, 10), { ...lockedFor(3600), verification_attempts_remaining: 0 })
  assert.deepEqual(state(10, 0), { ...lockedFor(3600), verification_attempts_remaining: 0 })
  // A paid lock of one count leaves the other as it is.
  assert.deepEqual(state(4, 10, now - hourMs), { ...unlocked, verification_attempts_remaining: 6 })
})
