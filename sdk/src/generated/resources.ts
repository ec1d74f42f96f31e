// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call } from '../call.ts'
import { Users } from './users.ts'
import { EmailAddresses } from './email-addresses.ts'
import { PhoneNumbers } from './phone-numbers.ts'

export class Resources {
  readonly users: Users
  readonly emailAddresses: EmailAddresses
  readonly phoneNumbers: PhoneNumbers

  /** @internal */
  constructor(call: Call) {
    this.users = new Users(call)
    this.emailAddresses = new EmailAddresses(call)
    this.phoneNumbers = new PhoneNumbers(call)
  }
}

export type { Users, EmailAddresses, PhoneNumbers }
