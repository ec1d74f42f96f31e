import { Type } from 'typebox'
import { Nothing } from '../../users/user.ts'
import { OwnEmailAddress } from '../email-address.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { EmailPath } from './email-path.ts'

export const verifyEmailAddress = frontendOperation({
  id: 'verifyEmailAddress',
  method: 'POST',
  path: '/me/email_addresses/{email_id}/attempt_verification',
  tag: 'Own e-mail addresses',
  summary: 'Prove that an e-mail address is the own one',
  description:
    'With the code of the mail. The address then belongs to this user alone, and is the primary one where there was none. If another user has proved it meanwhile, the answer is `form_identifier_exists`. Three wrong tries make a code void.',
  params: EmailPath,
  query: Nothing,
  body: Type.Object(
    { code: Type.String({ maxLength: 64, description: 'The six digits of the mail.' }) },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: OwnEmailAddress,
  needs: 'session',
  refusals: [
    'identification_not_found',
    'form_param_missing',
    'form_param_max_length_exceeded',
    'form_code_incorrect',
    'form_identifier_exists',
    'verification_already_verified',
    'verification_not_sent',
    'verification_expired',
    'verification_failed',
    'resource_locked',
  ],
})
