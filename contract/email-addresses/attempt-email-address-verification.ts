import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { EmailAddressPath } from './email-address-path.ts'
import { EmailAddressVerification } from './verification.ts'

export const attemptEmailAddressVerification = operation({
  id: 'AttemptEmailAddressVerification',
  method: 'POST',
  path: '/email_addresses/{email_address_id}/attempt_verification',
  tag: 'Email Addresses',
  summary: 'Check a mailed code',
  description:
    'Whether the code is right is told by `status`, not by a refusal. The right code makes an address verified that is not; it never signs anybody in. Three wrong tries make a code void.',
  params: EmailAddressPath,
  query: Nothing,
  body: Type.Object(
    {
      verification_id: Type.String({ description: 'The `id` that the mailing of the code answered.' }),
      code: Type.String({ description: 'The six digits of the mail.' }),
    },
    { additionalProperties: false },
  ),
  result: EmailAddressVerification,
  refusals: [
    'identification_not_found',
    'resource_not_found',
    'verification_already_verified',
    'form_param_missing',
    'form_param_nil',
    'form_identifier_exists',
    'resource_locked',
  ],
  roles: ['owner', 'support'],
})
