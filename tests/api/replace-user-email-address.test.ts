import assert from 'node:assert/strict'
import { replaceUserEmailAddress } from '#contract/users/replace-user-email-address.ts'
import { rule } from '#tests/rules.ts'
import { newValueRefusals } from './contact-refusals.ts'
import { replaceRules } from './contact-replace-rules.ts'
import { emailAddresses, idsOf, named, recordedSince, replace } from './contacts.ts'

replaceRules(emailAddresses, {
  all: 'RPE-1',
  status: 'RPE-2',
  own: 'RPE-3',
  claim: 'RPE-4',
  malformed: 'RPE-5',
  record: 'RPE-7',
})
newValueRefusals({
  operation: replaceUserEmailAddress,
  contact: emailAddresses,
  malformed: 'RPE-5',
  unwanted: 'RPE-6',
  needed: () => ({}),
})

rule('RPE-7', 'the previous primary address is noted when it is to be told', async (server) => {
  const [first, second] = [emailAddresses.value(), emailAddresses.value()]
  const user = await named(server, { email_address: [first] })
  const [id] = idsOf(user, emailAddresses)
  const notify_primary_email_address_changed = true
  const send = (email_address: string, more: object = {}) =>
    replace(server, emailAddresses, user.id, { email_address, notify_primary_email_address_changed, ...more })
  await send(first)
  await send(second)
  await send(first, { notify_primary_email_address_changed: null })
  const reserved = await send(first, { identification_status: 'reserved' })
  await send(first)
  const changed = ['email_addresses', 'primary_email_address_id']
  assert.deepEqual(await recordedSince(server, user.id, 1), [
    { type: 'user.updated', changed, notify_previous: id },
    { type: 'user.updated', changed },
    { type: 'user.updated', changed, notify_previous: reserved.body.id },
    { type: 'user.updated', changed },
  ])
})
