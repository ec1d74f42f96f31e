import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import {
  added,
  emailAddresses,
  idsOf,
  named,
  phoneNumbers,
  read,
  recordedSince,
  remove,
  update,
  updated,
  writesNothing,
} from './contacts.ts'

const phones = phoneNumbers
const factor = { verified: true, reserved_for_second_factor: true }

/** For each number of the user, whether it is a second factor and whether it is the default one. */
const factorsOf = async (server: TestServer, id: string): Promise<[boolean, boolean][]> =>
  (await read(server, id)).phone_numbers.map(
    (one: { reserved_for_second_factor: boolean; default_second_factor: boolean }) => [
      one.reserved_for_second_factor,
      one.default_second_factor,
    ],
  )
const [isDefault, isFactor, isNone] = [
  [true, true],
  [true, false],
  [false, false],
]

rule('PHN-18', 'only a verified number becomes a second factor', async (server) => {
  const user = await named(server, {
    phone_number: [phones.value()],
    phone_number_identification_status: ['reserved'],
  })
  const unverified = await added(server, phones, user.id)
  const code = 'identification_update_second_factor_unverified'
  for (const id of [idsOf(user, phones)[0]!, unverified.id]) {
    const body = { reserved_for_second_factor: true }
    refused(await writesNothing(server, user.id, () => update(server, phones, id, body)), 400, code)
    const after = await updated(server, phones, id, factor)
    assert.equal(after.reserved_for_second_factor, true)
    const both = { verified: false, reserved_for_second_factor: true }
    refused(await writesNothing(server, user.id, () => update(server, phones, id, both)), 400, code)
  }
})

rule('PHN-19', 'the first second factor is the default, then the oldest other one', async (server) => {
  const user = await named(server)
  await added(server, phones, user.id, { verified: true })
  const two = await added(server, phones, user.id, factor)
  assert.deepEqual([two.reserved_for_second_factor, two.default_second_factor], isDefault)
  const three = await added(server, phones, user.id, factor)
  assert.deepEqual([three.reserved_for_second_factor, three.default_second_factor], isFactor)
  const four = await added(server, phones, user.id, { verified: true })
  await updated(server, phones, four.id, { reserved_for_second_factor: true })
  assert.deepEqual(await factorsOf(server, user.id), [isNone, isDefault, isFactor, isFactor])
  server.clock.advance(1000)
  await updated(server, phones, two.id, { reserved_for_second_factor: false })
  assert.deepEqual(await factorsOf(server, user.id), [isNone, isNone, isDefault, isFactor])
  const heir = (await read(server, user.id)).phone_numbers[2]
  assert.ok(heir.updated_at >= three.updated_at + 1000, 'it has changed too')
  assert.equal((await remove(server, phones, three.id)).status, 200)
  assert.deepEqual(await factorsOf(server, user.id), [isNone, isNone, isDefault])
  await updated(server, phones, two.id, { reserved_for_second_factor: true })
  assert.deepEqual(await factorsOf(server, user.id), [isNone, isFactor, isDefault])
})

rule('PHN-20', 'the last way to sign in cannot become a second factor', async (server) => {
  const user = await server.create({ phone_number: [phones.value(), phones.value()] })
  const [first, second] = idsOf(user, phones)
  const body = { reserved_for_second_factor: true }
  const failed = 'identification_update_failed'
  await updated(server, phones, first!, body)
  refused(await writesNothing(server, user.id, () => update(server, phones, second!, body)), 400, failed)
  await added(server, emailAddresses, user.id)
  refused(await writesNothing(server, user.id, () => update(server, phones, second!, body)), 400, failed)
  await added(server, emailAddresses, user.id, { verified: true })
  await updated(server, phones, second!, body)
})

rule('PHN-20 UPD-4', 'a second factor is no way to sign in', async (server) => {
  const user = await named(server, {
    phone_number: [phones.value()],
    email_address: [emailAddresses.value()],
  })
  const [phone] = idsOf(user, phones)
  const [mail] = idsOf(user, emailAddresses)
  await updated(server, phones, phone!, { reserved_for_second_factor: true })
  assert.equal((await remove(server, emailAddresses, mail!)).status, 200)
  const answer = await writesNothing(server, user.id, () =>
    server.request('PATCH', `/users/${user.id}`, { body: { username: null } }),
  )
  refused(answer, 400, 'identification_deletion_failed username')
  await updated(server, phones, phone!, { reserved_for_second_factor: false })
  const freed = await server.request('PATCH', `/users/${user.id}`, { body: { username: null } })
  assert.equal(freed.status, 200, freed.text)
})

rule('PHN-20', 'a second factor beside the last way to sign in can be deleted', async (server) => {
  const user = await named(server)
  const one = await added(server, phones, user.id, factor)
  assert.equal((await remove(server, phones, one.id)).status, 200)
  const lonely = await server.create({ phone_number: [phones.value(), phones.value()] })
  const [first, second] = idsOf(lonely, phones)
  await updated(server, phones, first!, { reserved_for_second_factor: true })
  refused(await remove(server, phones, second!), 400, 'identification_deletion_failed')
  assert.equal((await remove(server, phones, first!)).status, 200)
})

rule('PHN-21', 'the user shows whether there is a second factor, and since when', async (server) => {
  const user = await named(server)
  const shown = async () => {
    const { two_factor_enabled, mfa_enabled_at, mfa_disabled_at } = await read(server, user.id)
    return [two_factor_enabled, mfa_enabled_at, mfa_disabled_at]
  }
  assert.deepEqual(await shown(), [false, null, null])
  const one = await added(server, phones, user.id, factor)
  const on = (await shown())[1]
  assert.deepEqual(await shown(), [true, one.created_at, null])
  server.clock.advance(1000)
  const two = await added(server, phones, user.id, factor)
  assert.deepEqual(await shown(), [true, on, null], 'a further one switches nothing on')
  await updated(server, phones, one.id, { reserved_for_second_factor: false })
  assert.deepEqual(await shown(), [true, on, null], 'the other one is left')
  server.clock.advance(1000)
  const { updated_at } = await updated(server, phones, two.id, { reserved_for_second_factor: false })
  assert.deepEqual(await shown(), [false, on, updated_at])
  server.clock.advance(1000)
  const again = await updated(server, phones, one.id, { reserved_for_second_factor: true })
  assert.deepEqual(await shown(), [true, again.updated_at, updated_at], 'neither is ever cleared')
  assert.ok(again.updated_at >= updated_at + 1000)
  const list = 'phone_numbers'
  assert.deepEqual(
    (await recordedSince(server, user.id, 1)).map(({ changed }) => changed),
    [
      [list, 'primary_phone_number_id', 'mfa_enabled_at'],
      [list],
      [list],
      [list, 'mfa_disabled_at'],
      [list, 'mfa_enabled_at'],
    ],
  )
})

rule(
  'PHN-21',
  'the later of two switches has the later time, even if the clock went back',
  async (server) => {
    const user = await named(server)
    const one = await added(server, phones, user.id, factor)
    await updated(server, phones, one.id, { reserved_for_second_factor: false })
    const off = await read(server, user.id)
    server.clock.advance(-5000)
    await updated(server, phones, one.id, { reserved_for_second_factor: true })
    const on = await read(server, user.id)
    server.clock.advance(5000)
    assert.ok(on.mfa_enabled_at >= off.mfa_disabled_at, `${on.mfa_enabled_at} ${off.mfa_disabled_at}`)
    assert.equal(on.mfa_enabled_at, on.updated_at)
  },
)

rule('PHN-22', 'what ends a second factor', async (server) => {
  const user = await named(server)
  const ends = [
    async (id: string) => updated(server, phones, id, { reserved_for_second_factor: false }),
    async (id: string) => updated(server, phones, id, { verified: false }),
    async (id: string) => updated(server, phones, id, { verified: false, reserved_for_second_factor: null }),
    async (id: string) => assert.equal((await remove(server, phones, id)).status, 200),
  ]
  for (const end of ends) {
    const one = await added(server, phones, user.id, factor)
    assert.equal((await read(server, user.id)).two_factor_enabled, true)
    await end(one.id)
    const now = await read(server, user.id)
    assert.equal(now.two_factor_enabled, false)
    assert.ok((await factorsOf(server, user.id)).flat().every((is) => !is))
  }
  const kept = await added(server, phones, user.id, factor)
  for (const body of [{}, { verified: true }, { primary: true }, { reserved_for_second_factor: null }])
    assert.equal((await updated(server, phones, kept.id, body)).reserved_for_second_factor, true)
})
