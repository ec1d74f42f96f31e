import assert from 'node:assert/strict'
import { establishRoles } from '#server/roles/establish-roles.ts'
import type { Role } from '#server/roles/role.ts'
import { KeyTaken } from '#server/roles/role-store.ts'
import { RowBusy, type Storage } from '#server/storage/storage.ts'
import { event, given, onEngines, user } from './given.ts'

const at = 1_700_000_000_000
const times = { created_at: at, updated_at: at }
const role = (key: string): Role => ({
  id: `role_${key}`,
  key: `org:${key}`,
  name: key,
  description: null,
  permissions: [],
  ...times,
})

const founded = (storage: Storage) =>
  storage.organizations.insert(
    {
      id: 'org_1',
      name: 'One',
      slug: 'one',
      image_id: null,
      max_allowed_memberships: 0,
      admin_delete_enabled: true,
      public_metadata: '{}' as never,
      private_metadata: '{}' as never,
      created_by: null,
      ...times,
    },
    [],
  )

onEngines('[ROL-13] a membership with a role that is gone by now is refused as busy', async (storage) => {
  await given(storage, user('user_1'))
  await founded(storage)
  const joining = storage.organizations.hold('org_1', (held) =>
    held.addMember({
      id: 'orgmem_1',
      organization_id: 'org_1',
      user_id: 'user_1',
      role_id: 'role_gone',
      public_metadata: '{}' as never,
      private_metadata: '{}' as never,
      ...times,
    }),
  )
  await assert.rejects(joining, RowBusy)
  assert.deepEqual(await storage.rows('memberships'), [])
})

onEngines('[ROL-4] a key that is taken leaves nothing of what was done before it', async (storage) => {
  await establishRoles(storage.roles, at)
  const [admin] = await storage.roles.all()
  const taking = storage.roles.hold(async (held) => {
    await held.insertRole(role('first'))
    await held.record(event('role.created', 'role_first'))
    await held.insertRole({ ...role('second'), key: admin!.key })
  })
  await assert.rejects(taking, KeyTaken)
  assert.equal((await storage.roles.all()).length, 2)
  assert.deepEqual(await storage.rows('events'), [])
})

onEngines('[OST-4] a setting that was stored is read by the next who asks', async (storage) => {
  assert.deepEqual(await storage.instanceSettings.all(), new Map())
  for (const value of [1, 2])
    await storage.instanceSettings.hold((held) => held.store(new Map([['organizations.a', value]]), at))
  assert.deepEqual(await storage.instanceSettings.all(), new Map([['organizations.a', 2]]))
  assert.equal((await storage.rows('instance_settings')).length, 1)
})

onEngines('[ROL-10] of many who hold the roles each sees what the one before wrote', async (storage) => {
  await establishRoles(storage.roles, at)
  await storage.instance.establish({ id: 'ins_1', key_check: 'x', created_at: at })
  const seen = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      storage.roles.hold(async (held) => {
        await held.insertRole(role(`r${n}`))
        return held.roles.length
      }),
    ),
  )
  assert.deepEqual(
    seen.toSorted((a, b) => a - b),
    [2, 3, 4, 5, 6, 7, 8, 9],
  )
})
