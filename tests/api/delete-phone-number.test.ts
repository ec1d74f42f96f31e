import { deleteRules } from './contact-delete-rules.ts'
import { phoneNumbers } from './contacts.ts'

deleteRules(phoneNumbers, { gone: 'PHN-14', heir: 'PHN-15', last: 'PHN-16', unknown: 'PHN-17' })
