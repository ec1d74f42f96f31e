import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeOrganization } from '#server/organizations/make-organization.ts'
import { Refusal } from '#server/refusal.ts'
import { establishRoles } from '#server/roles/establish-roles.ts'
import { readSettings } from '#server/settings/read-settings.ts'
import { openStorage } from '#server/storage/open.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { email, given, onDatabases, onEngines, user } from './given.ts'

const call = { actor: 'user_1', traceId: 'trace_1', apiVersion: '2026-05-12' } as const

/** As much of the world as making an organization needs. */
const worldOf = (storage: Storage): World =>
  ({
    ...storage,
    now: () => 1_700_000_000_000,
    settings: readSettings({}),
    givenSettings: new Set(),
  }) as unknown as World

async function founded(storage: Storage, more: Partial<User> = {}): Promise<World> {
  await establishRoles(storage.roles, 1_700_000_000_000)
  await given(storage, user('user_1', { identifications: [email('one@example.com')], ...more }))
  return worldOf(storage)
}

const make = (world: World, name: string, who: 'backend' | 'member' = 'member') =>
  makeOrganization(world, call, { name, createdBy: 'user_1' }, who)

const nameOf = (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  return error.problems[0]!.name
}

const refusedWith = (name: string) => (error: unknown) => nameOf(error) === name

onEngines('[ORG-21] a member makes as many organizations as their row allows', async (storage) => {
  const world = await founded(storage, { create_organizations_limit: 2 })
  await make(world, 'One')
  await make(world, 'Two')
  await assert.rejects(make(world, 'Three'), refusedWith('organization_quota_exceeded'))
  await make(world, 'By the backend', 'backend')
  assert.equal(await storage.organizations.countCreatedBy('user_1'), 3)
  assert.equal((await storage.rows('memberships')).length, 3)
})

onEngines('[ORG-21] a limit of 0 is none, and who may make none makes none', async (storage) => {
  const world = await founded(storage, { create_organizations_limit: 0 })
  for (const name of ['One', 'Two', 'Three']) await make(world, name)
  await given(storage, user('user_2', { create_organization_enabled: false }))
  const given2 = { name: 'Four', createdBy: 'user_2' }
  await assert.rejects(
    makeOrganization(world, call, given2, 'member'),
    refusedWith('organization_creation_disabled'),
  )
  await makeOrganization(world, call, given2, 'backend')
})

onDatabases('[ORG-21] of 64 made at once by a member who may make one, one is made', async (database) => {
  const options = { databaseUrl: database.databaseUrl, dataFolder: database.data }
  const servers = [await openStorage(options), await openStorage(options)] as const
  try {
    const world = await founded(servers[0], { create_organizations_limit: 1 })
    const worlds = [world, worldOf(servers[1])] as const
    const attempts = Array.from({ length: 64 }, (_, n) => make(worlds[n % 2 === 0 ? 0 : 1], `Number ${n}`))
    const settled = await Promise.allSettled(attempts)
    const refusals = settled.flatMap((one) => (one.status === 'rejected' ? [nameOf(one.reason)] : []))
    assert.deepEqual(refusals, Array(63).fill('organization_quota_exceeded'))
    for (const table of ['organizations', 'memberships'] as const)
      assert.equal((await servers[1].rows(table)).length, 1)
    assert.equal((await servers[1].rows('events')).length, 3)
  } finally {
    await Promise.all(servers.map((server) => server.close()))
  }
})

onEngines('[ORG-16] nobody changes an organization while it is held', async (storage) => {
  const world = await founded(storage)
  const { id } = await make(world, 'Held')
  const order: string[] = []
  const first = storage.organizations.hold(id, async (held) => {
    await sleep(50)
    order.push('first')
    await held.remove()
  })
  const second = storage.organizations.hold(id, async () => {
    order.push('second')
  })
  assert.deepEqual([await first, await second], [undefined, undefined])
  assert.deepEqual(order, ['first'])
})
