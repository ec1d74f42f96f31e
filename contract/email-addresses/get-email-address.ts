import { operation } from '../operation.ts'
import { EmailAddress, Nothing } from '../users/user.ts'
import { EmailAddressPath } from './email-address-path.ts'

export const getEmailAddress = operation({
  id: 'GetEmailAddress',
  method: 'GET',
  path: '/email_addresses/{email_address_id}',
  tag: 'Email Addresses',
  summary: 'Get an e-mail address',
  description: 'The same object as in `email_addresses` of its user.',
  params: EmailAddressPath,
  query: Nothing,
  result: EmailAddress,
  refusals: ['identification_not_found'],
  roles: ['owner', 'support', 'read_only'],
})
