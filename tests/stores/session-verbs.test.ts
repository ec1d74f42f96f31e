import assert from 'node:assert/strict'
import type { SessionActivity } from '#server/sessions/session.ts'
import { startSession } from '#server/sessions/start-session.ts'
import { touchSession } from '#server/sessions/touch-session.ts'
import { readSettings } from '#server/settings/read-settings.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { Call, World } from '#server/world.ts'
import { given, onEngines, user } from './given.ts'

const call: Call = { actor: 'key:key_test', traceId: 'trace_1', apiVersion: '2026-05-12' }

const worldOf = ({ sessions, users }: Storage, clock: { now: number }) =>
  ({ now: () => clock.now, settings: readSettings({}), sessions, users }) as unknown as World

const activity = (id: string, browser_name: string): SessionActivity => ({
  id,
  device_type: null,
  is_mobile: false,
  browser_name,
  browser_version: null,
  ip_address: '203.0.113.7',
  city: null,
  country: null,
})

const start = { userId: 'user_1', clientId: 'client_1', firstFactorAt: 0, secondFactorAt: null }

onEngines('a bound on the duration shortens a session and never lengthens it', async (storage) => {
  await given(storage, user('user_1'))
  const world = worldOf(storage, { now: 1_700_000_000_000 })
  const lasting = async (maxDurationSeconds?: number) => {
    const { session } = await startSession(world, call, { ...start, maxDurationSeconds })
    return session.expire_at - session.created_at
  }
  assert.deepEqual(
    [await lasting(1800), await lasting(), await lasting(1e9)],
    [1_800_000, 604_800_000, 604_800_000],
  )
})

onEngines('use is written once a minute, and at once from elsewhere', async (storage) => {
  await given(storage, user('user_1'))
  const clock = { now: 1_700_000_000_000 }
  const world = worldOf(storage, clock)
  const { session, user: before } = await startSession(world, call, start)
  const begun = clock.now
  const touch = async (browser: string) => {
    clock.now += 20_000
    const touched = await touchSession(world, session.id, activity(`act_${clock.now}`, browser))
    const stored = await storage.users.find('user_1')
    return [touched!.last_active_at - begun, stored!.last_active_at! - begun]
  }
  assert.deepEqual(await touch('Firefox'), [20_000, 0])
  assert.deepEqual(await touch('Firefox'), [20_000, 0])
  assert.deepEqual(await touch('Safari'), [60_000, 60_000])
  clock.now += 30_000
  assert.deepEqual(await touch('Safari'), [60_000, 60_000])
  assert.deepEqual(await touch('Safari'), [130_000, 130_000])
  assert.equal((await storage.users.find('user_1'))!.updated_at, before.updated_at)
  clock.now = session.expire_at
  assert.equal(await touchSession(world, session.id, activity('act_late', 'Safari')), undefined)
})
