import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { flag } from '../shapes.ts'
import { EmailAddress, Nothing } from '../users/user.ts'
import { EmailAddressPath } from './email-address-path.ts'

export const updateEmailAddress = operation({
  id: 'UpdateEmailAddress',
  method: 'PATCH',
  path: '/email_addresses/{email_address_id}',
  tag: 'Email Addresses',
  summary: 'Update an e-mail address',
  description:
    'Absent keys change nothing. A user without a primary address gets this one when it becomes verified, unless `primary` is false.',
  params: EmailAddressPath,
  query: Nothing,
  body: Type.Object(
    {
      verified: flag(
        'True: verified from now on, a reserved address too. False: a verified address no longer is; if it was the primary one, the oldest other verified address takes its place.',
      ),
      primary: flag(
        'True: the primary address from now on, for which it must be verified. False: no change.',
      ),
      notify_primary_email_address_changed: flag('Tell the previous primary address.'),
    },
    { additionalProperties: false },
  ),
  result: EmailAddress,
  refusals: [
    'identification_not_found',
    'resource_locked',
    'form_identifier_exists',
    'form_verification_needed',
    'identification_update_failed',
  ],
  roles: ['owner', 'support'],
})
