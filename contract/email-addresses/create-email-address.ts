import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { flag } from '../shapes.ts'
import { EmailAddress, Nothing } from '../users/user.ts'

export const createEmailAddress = operation({
  id: 'CreateEmailAddress',
  method: 'POST',
  path: '/email_addresses',
  tag: 'Email Addresses',
  summary: 'Add an e-mail address to a user',
  description:
    'A verified address belongs to this user alone. One that is not verified cannot be used to sign in, and others may have it too.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      user_id: Type.String({ minLength: 1, description: 'The id of the user.' }),
      email_address: Type.String({ minLength: 1, description: 'The address; kept in lower case.' }),
      verified: flag('Count it as verified. Absent or null: false.'),
      primary: flag(
        'Make it the primary address, for which it must be verified. Absent or null: true if the user has no primary address and this one is verified.',
      ),
      notify_primary_email_address_changed: flag('Tell the previous primary address.'),
    },
    { additionalProperties: false },
  ),
  result: EmailAddress,
  refusals: [
    'resource_not_found',
    'resource_locked',
    'form_param_missing',
    'form_param_nil',
    'form_param_format_invalid',
    'form_identifier_exists',
    'form_verification_needed',
    'feature_not_enabled',
    'not_allowed_access',
  ],
  roles: ['owner', 'support'],
})
