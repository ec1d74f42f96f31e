import assert from 'node:assert/strict'
import { emailAddresses as mails, phoneNumbers as phones, read } from '#tests/api/contacts.ts'
import {
  type ClerkDeleted,
  type ClientScene,
  clientOf,
  clientRule,
  type Params,
  refusalOf,
} from './clients.ts'

interface Contact {
  id: string
  emailAddress: string
  phoneNumber: string
  reservedForSecondFactor: boolean
  defaultSecondFactor: boolean
  verification: { status: string; strategy: string } | null
  linkedTo: unknown[]
}

/** What all four versions have for one kind; their methods are named after it. */
interface ContactApi {
  create(params: Params): Promise<Contact>
  get(id: string): Promise<Contact>
  update(id: string, params?: Params): Promise<Contact>
  delete(id: string): Promise<ClerkDeleted>
}

const called = (api: unknown, noun: string): ContactApi => {
  const methods = api as Record<string, (...args: unknown[]) => Promise<never>>
  const method =
    (verb: string) =>
    (...args: unknown[]) =>
      methods[`${verb}${noun}`]!(...args)
  return { create: method('create'), get: method('get'), update: method('update'), delete: method('delete') }
}

const apisOf = ({ clerk, server }: ClientScene) => {
  const client = clientOf(clerk, server)
  return {
    mail: called(client.emailAddresses, 'EmailAddress'),
    phone: called(client.phoneNumbers, 'PhoneNumber'),
  }
}

const named = ({ users, clerk }: ClientScene) =>
  users.createUser({ username: `ids_${clerk.version.replaceAll('.', '_')}_${Date.now()}` })

/** Version 3 has methods to replace; with the older ones an app sends the request itself. */
async function replaced(
  scene: ClientScene,
  userId: string,
  kind: 'email_address' | 'phone_number',
  params: Params,
) {
  const { users, server } = scene
  const method = kind === 'email_address' ? 'replaceUserEmailAddress' : 'replaceUserPhoneNumber'
  const replace = (users as unknown as Record<string, unknown>)[method]
  if (typeof replace === 'function') return (await replace.call(users, userId, params)).id as string
  const body = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key.replaceAll(/[A-Z]/g, '_$&').toLowerCase(), value]),
  )
  const answer = await server.request('PUT', `/users/${userId}/${kind}`, { body })
  assert.equal(answer.status, 200, answer.text)
  return answer.body.id as string
}

clientRule(
  'EML-1 EML-4 EML-8 EML-9 EML-14 STR-5 STR-6',
  'creates, reads, updates and deletes an e-mail address',
  async (scene) => {
    const { mail } = apisOf(scene)
    const user = await named(scene)
    const [one, two] = [mails.value(), mails.value()]
    const first = await mail.create({ userId: user.id, emailAddress: one, verified: true })
    assert.match(first.constructor.name, /^_?EmailAddress$/)
    assert.deepEqual([first.emailAddress, first.linkedTo], [one, []])
    assert.deepEqual([first.verification?.status, first.verification?.strategy], ['verified', 'admin'])
    const second = await mail.create({ userId: user.id, emailAddress: two })
    assert.equal(second.verification, null)
    const updated = await mail.update(second.id, { verified: true, primary: true })
    assert.deepEqual([updated.id, updated.verification?.status], [second.id, 'verified'])
    const now = await scene.users.getUser(user.id)
    assert.deepEqual([now.primaryEmailAddressId, now.primaryEmailAddress?.emailAddress], [second.id, two])
    assert.deepEqual(await mail.get(second.id), now.emailAddresses[1])
    assert.deepEqual(await mail.update(first.id), first, 'no parameters change nothing')
    const deleted = await mail.delete(second.id)
    assert.match(deleted.constructor.name, /^_?DeletedObject$/)
    assert.deepEqual([deleted.object, deleted.id, deleted.deleted], ['email_address', second.id, true])
    assert.equal((await scene.users.getUser(user.id)).primaryEmailAddressId, first.id)
  },
)

clientRule(
  'PHN-1 PHN-8 PHN-9 PHN-14 PHN-19 PHN-21 STR-5 STR-6',
  'creates, reads, updates and deletes a phone number',
  async (scene) => {
    const { phone } = apisOf(scene)
    const user = await named(scene)
    const params = { userId: user.id, phoneNumber: phones.value(), verified: true }
    const first = await phone.create({ ...params, reservedForSecondFactor: true })
    assert.match(first.constructor.name, /^_?PhoneNumber$/)
    assert.deepEqual([first.reservedForSecondFactor, first.defaultSecondFactor], [true, true])
    const second = await phone.create({ userId: user.id, phoneNumber: phones.value() })
    assert.deepEqual([second.verification, second.reservedForSecondFactor], [null, false])
    const now = await scene.users.getUser(user.id)
    assert.deepEqual([now.twoFactorEnabled, now.primaryPhoneNumberId], [true, first.id])
    const changed = await phone.update(first.id, { reservedForSecondFactor: false })
    assert.deepEqual([changed.reservedForSecondFactor, changed.defaultSecondFactor], [false, false])
    await phone.update(second.id, { verified: true, primary: true })
    const after = await scene.users.getUser(user.id)
    assert.deepEqual([after.twoFactorEnabled, after.primaryPhoneNumberId], [false, second.id])
    assert.deepEqual(await phone.get(second.id), after.phoneNumbers[1])
    const deleted = await phone.delete(second.id)
    assert.deepEqual([deleted.object, deleted.id, deleted.deleted], ['phone_number', second.id, true])
  },
)

clientRule('RPE-1 RPE-2 RPP-1 RPP-8', 'replaces addresses and numbers', async (scene) => {
  const { mail, phone } = apisOf(scene)
  const user = await named(scene)
  for (let i = 0; i < 2; i++) {
    await mail.create({ userId: user.id, emailAddress: mails.value(), verified: true })
    const factor = { verified: true, reservedForSecondFactor: true }
    await phone.create({ userId: user.id, phoneNumber: phones.value(), ...factor })
  }
  const address = await replaced(scene, user.id, 'email_address', {
    emailAddress: mails.value(),
    identificationStatus: 'reserved',
  })
  const number = await replaced(scene, user.id, 'phone_number', { phoneNumber: phones.value() })
  const now = await scene.users.getUser(user.id)
  assert.deepEqual(
    now.emailAddresses.map(({ id }) => id),
    [address],
  )
  assert.deepEqual(
    now.phoneNumbers.map(({ id }) => id),
    [number],
  )
  assert.deepEqual([now.primaryEmailAddressId, now.primaryPhoneNumberId], [null, number])
  assert.equal(now.twoFactorEnabled, false)
  assert.equal((await read(scene.server, user.id)).email_addresses[0].reserved, true)
})

clientRule(
  'STR-11 EML-2 EML-4 EML-5 EML-13 EML-16 PHN-5 PHN-18',
  'throws what is refused as typed errors',
  async (scene) => {
    const { mail, phone } = apisOf(scene)
    const user = await named(scene)
    const taken = mails.value()
    await scene.users.createUser({ emailAddress: [taken] })
    const userId = user.id
    const cases: [() => Promise<unknown>, number, string, string?][] = [
      [
        () => mail.create({ userId, emailAddress: taken, verified: true }),
        422,
        'form_identifier_exists',
        'email_address',
      ],
      [() => mail.create({ userId, emailAddress: 'ada' }), 422, 'form_param_format_invalid', 'email_address'],
      [
        () => mail.create({ userId, emailAddress: mails.value(), primary: true }),
        422,
        'form_verification_needed',
        'primary',
      ],
      [() => mail.create({ userId: 'user_nobody', emailAddress: mails.value() }), 404, 'resource_not_found'],
      [() => phone.create({ userId, phoneNumber: '555' }), 422, 'form_param_format_invalid', 'phone_number'],
      [
        () => phone.create({ userId, phoneNumber: phones.value(), reservedForSecondFactor: true }),
        400,
        'identification_create_second_factor_unverified',
      ],
      [() => mail.update('idn_nobody', { verified: true }), 404, 'resource_not_found'],
      [() => phone.delete('idn_nobody'), 404, 'resource_not_found'],
    ]
    for (const [call, status, code, param] of cases) {
      const error = await refusalOf(call())
      assert.deepEqual(
        [error.clerkError, error.status, error.errors[0]?.code, error.errors[0]?.meta.paramName],
        [true, status, code, param],
      )
      assert.match(error.clerkTraceId, /^[0-9a-f]{32}$/)
    }
    const lonely = await scene.users.createUser({ emailAddress: [mails.value()] })
    const last = await refusalOf(mail.delete(lonely.emailAddresses[0]!.id))
    assert.deepEqual([last.status, last.errors[0]?.code], [400, 'identification_deletion_failed'])
  },
)
