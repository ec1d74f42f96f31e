import { getRules } from './contact-get-rules.ts'
import { phoneNumbers } from './contacts.ts'

getRules(phoneNumbers, { read: 'PHN-8' })
