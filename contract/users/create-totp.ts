import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Milliseconds, named, words } from '../shapes.ts'
import { Nothing, UserPath } from './user.ts'

/** Open, as the published one: later answers may say more. */
export const TOTP = named(
  'TOTP',
  Type.Object({
    object: words(['totp']),
    id: Type.String({ description: '`totp_…`' }),
    secret: Type.String({ description: 'In base32; told in this answer only.' }),
    uri: Type.String({ description: 'What a QR code for an authenticator app says.' }),
    verified: Type.Boolean({ description: 'Whether a right code has confirmed it.' }),
    backup_codes: Type.Array(Type.String(), { description: 'Empty here: codes come with the confirmation.' }),
    created_at: Milliseconds('When it was created.'),
    updated_at: Milliseconds('When it was last changed.'),
  }),
)

export const createTOTP = operation({
  id: 'CreateTOTP',
  method: 'POST',
  path: '/users/{user_id}/totp',
  tag: 'Users',
  summary: 'Create an authenticator app',
  description:
    'Answers a new secret, once. It becomes a second factor when VerifyTOTP has seen a right code; until then another call replaces it.',
  params: UserPath,
  query: Nothing,
  result: TOTP,
  refusals: ['resource_not_found', 'resource_locked', 'feature_not_enabled', 'totp_already_enabled'],
  roles: ['owner'],
})
