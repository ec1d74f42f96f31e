import { getRules } from './contact-get-rules.ts'
import { emailAddresses } from './contacts.ts'

getRules(emailAddresses, { read: 'EML-8' })
