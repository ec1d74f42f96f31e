import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { words } from '../shapes.ts'
import { Nothing, PhoneNumber, UserPath } from './user.ts'

export const replaceUserPhoneNumber = operation({
  id: 'ReplaceUserPhoneNumber',
  method: 'PUT',
  path: '/users/{user_id}/phone_number',
  tag: 'Phone Numbers',
  summary: "Replace a user's phone numbers",
  description:
    'One number takes the place of all. It is the primary one if it is verified, and never a second factor: replacing a number that was one switches it off. Mind `unverified`: a user without another identifier can no longer sign in.',
  params: UserPath,
  query: Nothing,
  body: Type.Object(
    {
      phone_number: Type.String({
        minLength: 1,
        description:
          'The only number from now on, in E.164 form. One that the user has already keeps its id.',
      }),
      identification_status: Type.Optional(
        words(['verified', 'reserved', 'unverified'], {
          default: 'verified',
          description:
            'Reserved: not verified, yet usable to sign in and closed to others. Unverified: neither.',
        }),
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
    'feature_not_enabled',
    'not_allowed_access',
  ],
  roles: ['owner', 'support'],
})
