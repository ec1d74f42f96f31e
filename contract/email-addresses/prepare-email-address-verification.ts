import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { EmailAddressPath } from './email-address-path.ts'
import { EmailAddressVerification } from './verification.ts'

export const prepareEmailAddressVerification = operation({
  id: 'PrepareEmailAddressVerification',
  method: 'POST',
  path: '/email_addresses/{email_address_id}/prepare_verification',
  tag: 'Email Addresses',
  summary: 'Mail a code to an e-mail address',
  description:
    'Six digits that work once, for ten minutes, until a newer code is sent. At most 5 codes in an hour for one address of a user, and 10 to one mailbox.',
  params: EmailAddressPath,
  query: Nothing,
  result: EmailAddressVerification,
  refusals: ['identification_not_found', 'verification_code_too_many_requests', 'resource_locked'],
  roles: ['owner', 'support'],
})
