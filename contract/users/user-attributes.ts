import { Type } from 'typebox'
import { flag, JsonObject, nullable } from '../shapes.ts'

const nameLengthMax = 256
const text = (description: string, lengthMax: number) =>
  Type.Optional(nullable(Type.String({ description, maxLength: lengthMax })))
const time = (description: string) =>
  Type.Optional(nullable(Type.String({ description, format: 'date-time' })))

/** The attributes that create and update share. */
export const userAttributes = {
  external_id: text("The id in the application's own system; unique. Null or empty: none.", 256),
  first_name: text('Null or empty: none.', nameLengthMax),
  last_name: text('Null or empty: none.', nameLengthMax),
  locale: text('BCP 47, such as `en-US`. Null or empty: none.', 64),
  timezone: text('IANA name, such as `Europe/Vienna`. Stored; not part of the answers.', 64),
  username: text('Letters, digits, `_` and `-`; unique whatever the case.', 1024),
  delete_self_enabled: flag('The user may delete the own account.'),
  create_organization_enabled: flag('The user may create organizations.'),
  create_organizations_limit: Type.Optional(
    nullable(Type.Integer({ minimum: 0, maximum: 2_147_483_647, description: '0 means unlimited.' })),
  ),
  legal_accepted_at: time('When the legal terms were accepted, in RFC 3339 form.'),
  skip_legal_checks: flag('Do not demand `legal_accepted_at` where the instance does.'),
  created_at: time('Backdates the sign-up, in RFC 3339 form.'),
  bypass_client_trust: flag('Skip the check of new devices for this user.'),
}

const digestLengthMax = 4096

/** A password, in plain text or as the digest that another system has made of it; never both. */
export const passwordAttributes = {
  password: Type.Optional(
    nullable(
      Type.String({
        format: 'password',
        maxLength: digestLengthMax,
        description: 'In plain text; checked against the password policy. Null: none, or no change.',
      }),
    ),
  ),
  password_digest: Type.Optional(
    nullable(Type.String({ maxLength: digestLengthMax, description: 'Made by `password_hasher`.' })),
  ),
  password_hasher: Type.Optional(
    Type.String({
      maxLength: 64,
      description: 'What the digest was made with, such as `bcrypt`; only with `password_digest`.',
    }),
  ),
}

const backupCodesMax = 32

/** Second factors that another system has handed out. */
export const factorAttributes = {
  totp_secret: Type.Optional(
    nullable(
      Type.String({
        maxLength: 256,
        description:
          'Of an authenticator app, in base32; SHA-1, 6 digits, 30 seconds. In the place of any other, and a second factor at once. Null: none, or no change.',
      }),
    ),
  ),
  backup_codes: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 256 }), {
      maxItems: backupCodesMax,
      description:
        'Codes in plain text or bcrypt digests of them, in the place of all that are left. Empty: none.',
    }),
  ),
}

/** The three metadata fields; each holds at most 8192 bytes of JSON. */
export const userMetadata = {
  public_metadata: Type.Optional(JsonObject('Readable by the backend and by the browser.')),
  private_metadata: Type.Optional(JsonObject('Readable by the backend only.')),
  unsafe_metadata: Type.Optional(JsonObject('Readable and writable by the browser too.')),
}

/** The same fields where null is an answer too. */
export const nullableMetadata = {
  public_metadata: Type.Optional(nullable(userMetadata.public_metadata)),
  private_metadata: Type.Optional(nullable(userMetadata.private_metadata)),
  unsafe_metadata: Type.Optional(nullable(userMetadata.unsafe_metadata)),
}

/** What both writes may answer beyond the failures of any body. */
export const attributeRefusals = [
  'form_param_format_invalid',
  'form_param_invalid_time',
  'form_param_max_length_exceeded',
  'form_param_value_too_large',
  'form_param_exceeds_allowed_size',
  'form_identifier_exists',
  'form_username_invalid_length',
  'form_username_invalid_character',
  'form_username_needs_non_number_char',
  'form_username_cannot_be_phone_number',
  'form_param_nil',
  'form_conditional_param_missing',
  'form_conditional_param_disallowed',
  'form_password_length_too_short',
  'form_password_length_too_long',
  'form_password_size_in_bytes_exceeded',
  'form_password_no_lowercase',
  'form_password_no_uppercase',
  'form_password_no_number',
  'form_password_no_special_char',
  'form_password_not_strong_enough',
  'form_password_pwned',
  'form_password_matches_identifier',
  'form_password_validation_failed',
  'form_password_digest_invalid_code',
  'form_param_array_size_exceeded',
  'invalid_totp_secret_code',
] as const
