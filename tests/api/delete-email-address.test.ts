import { deleteRules } from './contact-delete-rules.ts'
import { emailAddresses } from './contacts.ts'

deleteRules(emailAddresses, { gone: 'EML-14', heir: 'EML-15', last: 'EML-16', unknown: 'EML-17' })
