import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { nullable, words } from '../shapes.ts'
import { EmailAddress, Nothing, UserPath } from './user.ts'

export const replaceUserEmailAddress = operation({
  id: 'ReplaceUserEmailAddress',
  method: 'PUT',
  path: '/users/{user_id}/email_address',
  tag: 'Email Addresses',
  summary: "Replace a user's e-mail addresses",
  description:
    'One address takes the place of all. It is the primary one if it is verified. Mind `unverified`: a user without another identifier can no longer sign in.',
  params: UserPath,
  query: Nothing,
  body: Type.Object(
    {
      email_address: Type.String({
        minLength: 1,
        description: 'The only address from now on. One that the user has already keeps its id.',
      }),
      identification_status: Type.Optional(
        words(['verified', 'reserved', 'unverified'], {
          default: 'verified',
          description:
            'Reserved: not verified, yet usable to sign in and closed to others. Unverified: neither.',
        }),
      ),
      notify_primary_email_address_changed: Type.Optional(
        nullable(Type.Boolean({ description: 'Tell the previous primary address.' })),
      ),
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
    'feature_not_enabled',
    'not_allowed_access',
  ],
  roles: ['owner', 'support'],
})
