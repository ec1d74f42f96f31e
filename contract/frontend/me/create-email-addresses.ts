import { Type } from 'typebox'
import { Nothing } from '../../users/user.ts'
import { OwnEmailAddress } from '../email-address.ts'
import { frontendOperation } from '../frontend-operation.ts'

export const createEmailAddresses = frontendOperation({
  id: 'createEmailAddresses',
  method: 'POST',
  path: '/me/email_addresses',
  tag: 'Own e-mail addresses',
  summary: 'Add an e-mail address',
  description:
    'Not verified yet: it cannot be used to sign in, and others may have it too, until a mailed code proves whose it is.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    { email_address: Type.String({ minLength: 1, description: 'The address; kept in lower case.' }) },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: OwnEmailAddress,
  needs: 'session',
  refusals: [
    'form_param_missing',
    'form_param_format_invalid',
    'form_identifier_exists',
    'feature_not_enabled',
    'not_allowed_access',
    'resource_locked',
  ],
})
