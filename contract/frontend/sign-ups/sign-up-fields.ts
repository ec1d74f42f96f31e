import { Type } from 'typebox'
import { passwordRefusals } from '../../password-refusals.ts'
import type { RefusalName } from '../../refusals.ts'
import { nullable } from '../../shapes.ts'
import { nullableMetadata, userAttributes } from '../../users/user-attributes.ts'
import { ignored, password, strategy } from '../sign-ins/sign-in-fields.ts'

const { first_name, last_name, username } = userAttributes
const { unsafe_metadata } = nullableMetadata

/** What may be told at once or bit by bit. An empty field is one that is not given. */
export const signUpFields = {
  strategy: strategy(),
  ticket: Type.Optional(
    nullable(Type.String({ maxLength: 2048, description: 'The token of an invitation, from its link.' })),
  ),
  email_address: Type.Optional(
    nullable(Type.String({ maxLength: 320, description: 'None but the one that was invited.' })),
  ),
  username,
  first_name,
  last_name,
  password: password(),
  unsafe_metadata,
  legal_accepted: Type.Optional(
    nullable(Type.Boolean({ description: 'Whether the legal terms are accepted.' })),
  ),
  transfer: Type.Optional(nullable(Type.Boolean({ description: 'There is never an account to transfer.' }))),
  redirect_url: ignored('Where to go on.'),
  action_complete_redirect_url: ignored('Where to go in the end.'),
  locale: ignored('The language of the browser.'),
  captcha_token: ignored('Proof of a human being.'),
  captcha_error: ignored('Why there is none.'),
  captcha_widget_type: ignored('How it was asked for.'),
}

/** What both steps may refuse. */
export const signUpRefusals = [
  'ticket_invalid',
  'not_allowed_access',
  'form_identifier_exists',
  'organization_membership_quota_exceeded',
  'form_param_max_length_exceeded',
  'form_param_exceeds_allowed_size',
  'form_username_invalid_length',
  'form_username_invalid_character',
  'form_username_needs_non_number_char',
  'form_username_cannot_be_phone_number',
  ...(Object.keys(passwordRefusals) as (keyof typeof passwordRefusals)[]).filter(
    (name) => name.startsWith('form_password_') && name !== 'form_password_digest_invalid_code',
  ),
] as const satisfies readonly RefusalName[]
