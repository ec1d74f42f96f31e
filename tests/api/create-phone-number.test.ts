import { createPhoneNumber } from '#contract/phone-numbers/create-phone-number.ts'
import { refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import { createRules } from './contact-create-rules.ts'
import { newValueRefusals } from './contact-refusals.ts'
import { add, named, phoneNumbers, writesNothing } from './contacts.ts'

createRules(phoneNumbers, {
  state: 'PHN-1',
  claim: 'PHN-2',
  twice: 'PHN-3',
  primary: 'PHN-4',
  record: 'PHN-7',
})
newValueRefusals({
  operation: createPhoneNumber,
  contact: phoneNumbers,
  malformed: 'PHN-5',
  unwanted: 'PHN-6',
  needed: (user_id) => ({ user_id }),
})

rule('PHN-18', 'a number that is added as a second factor must be verified', async (server) => {
  const user = await named(server)
  for (const verified of [undefined, null, false]) {
    const phone_number = phoneNumbers.value()
    const body = { user_id: user.id, phone_number, verified, reserved_for_second_factor: true }
    const answer = await writesNothing(server, user.id, () => add(server, phoneNumbers, body))
    refused(answer, 400, 'identification_create_second_factor_unverified')
  }
})
