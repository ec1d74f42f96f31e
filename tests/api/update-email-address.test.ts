import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { updateRules } from './contact-update-rules.ts'
import { emailAddresses, idsOf, named, recordedSince, update, updated } from './contacts.ts'

updateRules(emailAddresses, {
  verify: 'EML-9',
  unverify: 'EML-10',
  primary: 'EML-11',
  first: 'EML-12',
  record: 'EML-13',
})

rule('EML-13', 'the previous primary address is noted when it is to be told', async (server) => {
  const user = await named(server, { email_address: [emailAddresses.value(), emailAddresses.value()] })
  const [first, second] = idsOf(user, emailAddresses)
  const notify_primary_email_address_changed = true
  await updated(server, emailAddresses, second!, { primary: true, notify_primary_email_address_changed })
  await updated(server, emailAddresses, first!, {
    primary: true,
    notify_primary_email_address_changed: false,
  })
  await updated(server, emailAddresses, first!, { primary: true, notify_primary_email_address_changed })
  const changed = ['primary_email_address_id']
  assert.deepEqual(await recordedSince(server, user.id, 1), [
    { type: 'user.updated', changed, notify_previous: first },
    { type: 'user.updated', changed },
  ])
})

rule('EML-13 BOD-5', 'an update without a body changes nothing', async (server) => {
  const user = await named(server, { email_address: [emailAddresses.value()] })
  const [id] = idsOf(user, emailAddresses)
  for (const rawBody of [undefined, '', 'null', '{}']) {
    const headers = { 'content-type': 'application/json' }
    const answer = await server.request('PATCH', `/email_addresses/${id}`, { rawBody, headers })
    assert.deepEqual([answer.status, answer.body], [200, user.email_addresses[0]])
  }
  assert.equal((await update(server, emailAddresses, id!, {})).status, 200)
})
