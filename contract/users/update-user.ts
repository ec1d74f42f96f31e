import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { nullable } from '../shapes.ts'
import { Nothing, User, UserPath } from './user.ts'
import {
  attributeRefusals,
  factorAttributes,
  nullableMetadata,
  passwordAttributes,
  userAttributes,
} from './user-attributes.ts'

const id = (description: string) => Type.Optional(nullable(Type.String({ description, maxLength: 256 })))

export const updateUser = operation({
  id: 'UpdateUser',
  method: 'PATCH',
  path: '/users/{user_id}',
  tag: 'Users',
  summary: 'Update a user',
  description:
    'Absent keys stay as they are; an empty body changes nothing. Up to version 2025-11-10 the metadata fields replace what was stored; from 2026-05-12 on they are unknown here.',
  params: UserPath,
  query: Nothing,
  body: Type.Object(
    {
      primary_email_address_id: id('A verified e-mail address of this user. Null: no change.'),
      notify_primary_email_address_changed: Type.Optional(
        nullable(Type.Boolean({ description: 'Tell the previous primary address.' })),
      ),
      primary_phone_number_id: id('A verified phone number of this user. Null: no change.'),
      primary_web3_wallet_id: id('A verified wallet of this user. Null: no change.'),
      profile_image_id: id('The id of a stored picture. Null: no change.'),
      ...userAttributes,
      ...passwordAttributes,
      ...factorAttributes,
      skip_password_checks: Type.Optional(
        nullable(
          Type.Boolean({ description: 'Take the password without the policy checks; only with a password.' }),
        ),
      ),
      sign_out_of_other_sessions: Type.Optional(
        nullable(Type.Boolean({ description: 'End every session of the user; only with a password.' })),
      ),
      ...nullableMetadata,
    },
    { additionalProperties: false },
  ),
  result: User,
  refusals: [
    ...attributeRefusals,
    'resource_not_found',
    'resource_locked',
    'form_resource_not_found',
    'form_verification_needed',
    'image_not_found',
    'breaks_instance_invariant',
    'identification_deletion_failed',
  ],
  roles: ['owner', 'support'],
})
