import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { flag } from '../shapes.ts'
import { Nothing, PhoneNumber } from '../users/user.ts'

export const createPhoneNumber = operation({
  id: 'CreatePhoneNumber',
  method: 'POST',
  path: '/phone_numbers',
  tag: 'Phone Numbers',
  summary: 'Add a phone number to a user',
  description:
    'A verified number belongs to this user alone. One that is not verified cannot be used to sign in, and others may have it too.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      user_id: Type.String({ minLength: 1, description: 'The id of the user.' }),
      phone_number: Type.String({ minLength: 1, description: 'The number in E.164 form.' }),
      verified: flag('Count it as verified. Absent or null: false.'),
      primary: flag(
        'Make it the primary number, for which it must be verified. Absent or null: true if the user has no primary number and this one is verified.',
      ),
      reserved_for_second_factor: flag(
        'Keep it for the second step of a sign-in, for which it must be verified. The first such number is the default one.',
      ),
    },
    { additionalProperties: false },
  ),
  result: PhoneNumber,
  refusals: [
    'resource_not_found',
    'resource_locked',
    'form_param_missing',
    'form_param_nil',
    'form_param_format_invalid',
    'form_identifier_exists',
    'form_verification_needed',
    'identification_create_second_factor_unverified',
    'feature_not_enabled',
    'not_allowed_access',
  ],
  roles: ['owner', 'support'],
})
