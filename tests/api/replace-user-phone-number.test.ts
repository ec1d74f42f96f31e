import assert from 'node:assert/strict'
import { replaceUserPhoneNumber } from '#contract/users/replace-user-phone-number.ts'
import { rule } from '#tests/rules.ts'
import { newValueRefusals } from './contact-refusals.ts'
import { replaceRules } from './contact-replace-rules.ts'
import { added, named, phoneNumbers, read, recordedSince, replace } from './contacts.ts'

replaceRules(phoneNumbers, {
  all: 'RPP-1',
  status: 'RPP-2',
  own: 'RPP-3',
  claim: 'RPP-4',
  malformed: 'RPP-5',
  record: 'RPP-7',
})
newValueRefusals({
  operation: replaceUserPhoneNumber,
  contact: phoneNumbers,
  malformed: 'RPP-5',
  unwanted: 'RPP-6',
  needed: () => ({}),
})

rule('RPP-8 PHN-21', 'replacing a second factor switches it off, even by itself', async (server) => {
  for (const same of [false, true]) {
    const user = await named(server)
    const text = phoneNumbers.value()
    const factor = { verified: true, reserved_for_second_factor: true }
    const one = await added(server, phoneNumbers, user.id, { phone_number: text, ...factor })
    await added(server, phoneNumbers, user.id, factor)
    const { mfa_enabled_at } = await read(server, user.id)
    server.clock.advance(1000)
    const answer = await replace(server, phoneNumbers, user.id, {
      phone_number: same ? text : phoneNumbers.value(),
    })
    assert.equal(answer.status, 200, answer.text)
    assert.equal(answer.body.id === one.id, same)
    const now = await read(server, user.id)
    assert.deepEqual(now.phone_numbers, [answer.body])
    assert.deepEqual(
      [answer.body.reserved_for_second_factor, answer.body.default_second_factor, now.two_factor_enabled],
      [false, false, false],
    )
    assert.equal(now.mfa_enabled_at, mfa_enabled_at)
    assert.ok(now.mfa_disabled_at >= mfa_enabled_at + 1000)
    const [, , last] = await recordedSince(server, user.id, 1)
    assert.ok(last.changed.includes('mfa_disabled_at'))
  }
})
