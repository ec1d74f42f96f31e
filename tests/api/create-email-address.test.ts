import assert from 'node:assert/strict'
import { createEmailAddress } from '#contract/email-addresses/create-email-address.ts'
import { rule, scenarios } from '#tests/rules.ts'
import type { Answer } from '#tests/running-server.ts'
import { createRules } from './contact-create-rules.ts'
import { newValueRefusals } from './contact-refusals.ts'
import { added, emailAddresses, named, read, recordedSince } from './contacts.ts'

createRules(emailAddresses, {
  state: 'EML-1',
  claim: 'EML-2',
  twice: 'EML-3',
  primary: 'EML-4',
  record: 'EML-7',
})
newValueRefusals({
  operation: createEmailAddress,
  contact: emailAddresses,
  malformed: 'EML-5',
  unwanted: 'EML-6',
  needed: (user_id) => ({ user_id }),
})

scenarios(createEmailAddress, [
  {
    rule: 'EML-5',
    name: 'an empty body lacks both keys',
    send: {},
    status: 422,
    code: ['form_param_missing', 'form_param_missing'],
    param: ['user_id', 'email_address'],
  },
  {
    rule: 'EML-5',
    name: 'no body at all lacks both keys',
    status: 422,
    code: ['form_param_missing', 'form_param_missing'],
    param: ['user_id', 'email_address'],
  },
  {
    rule: 'EML-5',
    name: 'an empty user id has no value',
    send: { user_id: '', email_address: 'ada@example.com' },
    status: 422,
    code: 'form_param_nil',
    param: 'user_id',
  },
  {
    rule: 'EML-5',
    name: 'a NUL in the user id is refused',
    send: { user_id: 'user_\0', email_address: 'ada@example.com' },
    status: 422,
    code: 'form_param_value_invalid',
    param: 'user_id',
  },
  {
    rule: 'EML-5',
    name: 'the keys of phone numbers are unknown here',
    given: [{ username: 'eml5_keys' }],
    send: ([user]: Answer['body'][]) => ({
      user_id: user.id,
      email_address: 'eml5@example.com',
      reserved_for_second_factor: true,
    }),
    status: 422,
    code: 'form_param_unknown',
    param: 'reserved_for_second_factor',
  },
])

rule('EML-7', 'the previous primary address is noted when it is to be told', async (server) => {
  const user = await named(server)
  const notify = { verified: true, primary: true, notify_primary_email_address_changed: true }
  const first = await added(server, emailAddresses, user.id, notify)
  await added(server, emailAddresses, user.id, notify)
  await added(server, emailAddresses, user.id, { ...notify, primary: false })
  await added(server, emailAddresses, user.id, { ...notify, notify_primary_email_address_changed: null })
  const both = ['email_addresses', 'primary_email_address_id']
  assert.deepEqual(await recordedSince(server, user.id, 1), [
    { type: 'user.updated', changed: both },
    { type: 'user.updated', changed: both, notify_previous: first.id },
    { type: 'user.updated', changed: both.slice(0, 1) },
    { type: 'user.updated', changed: both },
  ])
})

rule('EML-1', 'an address of one user leaves the phone numbers alone', async (server) => {
  const user = await named(server, { phone_number: ['+12125550001'] })
  await added(server, emailAddresses, user.id, { verified: true })
  const now = await read(server, user.id)
  assert.deepEqual(now.phone_numbers, user.phone_numbers)
  assert.equal(now.primary_phone_number_id, user.primary_phone_number_id)
})
