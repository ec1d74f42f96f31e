import { Type } from 'typebox'
import { words } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { OwnEmailAddress } from '../email-address.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { ignored } from '../sign-ins/sign-in-fields.ts'
import { EmailPath } from './email-path.ts'

export const sendVerificationEmail = frontendOperation({
  id: 'sendVerificationEmail',
  method: 'POST',
  path: '/me/email_addresses/{email_id}/prepare_verification',
  tag: 'Own e-mail addresses',
  summary: 'Mail a code to an own e-mail address',
  description:
    'Six digits that work once, for ten minutes, until a newer code is sent. At most 5 codes in an hour for one address of a user, and 10 to one mailbox.',
  params: EmailPath,
  query: Nothing,
  body: Type.Object(
    {
      strategy: words(['email_code'], { description: 'Links are not offered.' }),
      redirect_url: ignored('Of other strategies.'),
      action_complete_redirect_url: ignored('Of other strategies.'),
    },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: OwnEmailAddress,
  needs: 'session',
  refusals: [
    'identification_not_found',
    'form_param_missing',
    'form_param_max_length_exceeded',
    'verification_already_verified',
    'verification_code_too_many_requests',
  ],
})
