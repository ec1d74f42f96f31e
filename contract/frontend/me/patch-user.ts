import { Type } from 'typebox'
import { nullable } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { nullableMetadata, userAttributes } from '../../users/user-attributes.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { User } from '../user.ts'

const { first_name, last_name, username } = userAttributes
const { unsafe_metadata } = nullableMetadata
const id = (description: string) => Type.Optional(nullable(Type.String({ description, maxLength: 256 })))

export const patchUser = frontendOperation({
  id: 'patchUser',
  method: 'PATCH',
  path: '/me',
  tag: 'Own account',
  summary: 'Update the own account',
  description:
    'Fields that are absent stay; an empty name or username is removed. Of a new primary address the one before is told by mail. Up to version 2025-11-10 `unsafe_metadata` replaces what was stored; from 2026-05-12 on it is unknown here.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      username,
      first_name,
      last_name,
      primary_email_address_id: id('A verified e-mail address of the user. Empty: no change.'),
      primary_phone_number_id: id('A verified phone number of the user. Empty: no change.'),
      primary_web3_wallet_id: id('A verified wallet of the user. Empty: no change.'),
      unsafe_metadata,
    },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: User,
  needs: 'session',
  refusals: [
    'form_param_max_length_exceeded',
    'form_param_exceeds_allowed_size',
    'form_identifier_exists',
    'form_username_invalid_length',
    'form_username_invalid_character',
    'form_username_needs_non_number_char',
    'form_username_cannot_be_phone_number',
    'form_resource_not_found',
    'form_verification_needed',
    'breaks_instance_invariant',
    'identification_deletion_failed',
    'resource_locked',
  ],
})
