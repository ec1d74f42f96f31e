import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSettings } from '#server/settings/read-settings.ts'
import { abandonedAt } from './abandoned-at.ts'
import { statusOf } from './session-status.ts'

const active = { status: 'active', expire_at: 100, abandon_at: 50 } as const

test('whichever end comes first names the session', () => {
  assert.equal(statusOf(active, 49), 'active')
  assert.equal(statusOf(active, 50), 'abandoned')
  assert.equal(statusOf(active, 200), 'abandoned')
  assert.equal(statusOf({ ...active, abandon_at: 100 }, 100), 'expired')
  assert.equal(statusOf({ ...active, status: 'revoked' }, 200), 'revoked')
})

test('without a timeout a session is never abandoned before it expires', () => {
  const after = (sessions: object, now: number, expireAt: number) =>
    abandonedAt(readSettings({ sessions }), now, expireAt)
  const year = 365 * 86_400_000
  assert.equal(after({}, 0, year), year)
  assert.ok(after({}, 0, 1) > 1)
  assert.equal(after({ inactivity_timeout_in_minutes: 10 }, 5, year), 600_005)
})
