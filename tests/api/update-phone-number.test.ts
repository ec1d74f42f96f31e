import { updateRules } from './contact-update-rules.ts'
import { phoneNumbers } from './contacts.ts'

updateRules(phoneNumbers, {
  verify: 'PHN-9',
  unverify: 'PHN-10',
  primary: 'PHN-11',
  first: 'PHN-12',
  record: 'PHN-13',
})
