import type { Group } from './statement.ts'

export const createUser: Group = {
  title: 'Create a user',
  operation: 'CreateUser',
  statements: [
    {
      id: 'CRT-1',
      text: 'Every e-mail address exists afterwards, verified by the administrator; the first is primary.',
    },
    { id: 'CRT-2', text: 'Phone numbers likewise, and none is a second factor.' },
    { id: 'CRT-3', text: 'Wallets are verified by the administrator; the first is primary.' },
    {
      id: 'CRT-4',
      text: 'A status array of another length: 422 `form_param_array_length_mismatch`; another word: 422 `form_param_value_invalid`; an empty one counts as omitted.',
    },
    { id: 'CRT-5', text: 'A reserved address is not verified, yet nobody else can have it.' },
    {
      id: 'CRT-6',
      text: 'An identifier that somebody else claims: 422 `form_identifier_exists` for its parameter, and nothing is created.',
    },
    { id: 'CRT-7', text: 'An external id in use: 422 `form_identifier_exists` for `external_id`.' },
    { id: 'CRT-8', text: 'The same address twice, letter case aside: 422 `form_param_duplicate`.' },
    {
      id: 'CRT-9',
      text: 'A malformed address, phone number or wallet: 422 `form_param_format_invalid` for its parameter.',
    },
    {
      id: 'CRT-10',
      text: 'Attributes that the instance requires and the body lacks: 422 `form_data_missing` naming all of them in its text.',
    },
    {
      id: 'CRT-11',
      text: '`skip_password_requirement` is refused where a password is the only way to sign in.',
    },
    {
      id: 'CRT-12',
      text: '`skip_user_requirement` lifts the required kinds, but one identifier must be there.',
    },
    { id: 'CRT-13', text: 'No identifier at all: 422 `form_data_missing`.' },
    {
      id: 'CRT-14',
      text: 'Password and digest exclude each other; digest and hasher need each other.',
    },
    {
      id: 'CRT-15',
      text: 'An unknown hasher: 422 `form_param_value_invalid`; a digest not in its format: 422 `form_password_digest_invalid_code`.',
    },
    {
      id: 'CRT-16',
      text: 'All failures of a password against the policy are told together.',
    },
    {
      id: 'CRT-17',
      text: 'With a password or a digest `password_enabled` is true and `password_last_updated_at` the time of creation; without one false and null.',
    },
    {
      id: 'CRT-18',
      text: 'A TOTP secret switches the second factor on at once; one that is not base32: 422 `invalid_totp_secret_code`.',
    },
    {
      id: 'CRT-19',
      text: 'Backup codes are taken in plain text or as bcrypt digests, whose cost is bounded.',
    },
    {
      id: 'CRT-20',
      text: 'Metadata that is no object: 422 `form_param_value_invalid`; over 8192 bytes: 422 `form_param_exceeds_allowed_size`; omitted: `{}`.',
    },
    { id: 'CRT-21', text: 'A given `created_at` is answered and ordered by; `updated_at` is now.' },
    {
      id: 'CRT-22',
      text: '`legal_accepted_at` is answered, or null; where consent is demanded and not skipped: 422 `form_param_missing`.',
    },
    {
      id: 'CRT-23',
      text: '`banned` and `locked` create the user so; 402 `unsupported_subscription_plan_features` or 403 `feature_not_enabled` where switched off.',
    },
    { id: 'CRT-24', text: 'Identifiers that the restrictions exclude: 403 `not_allowed_access`.' },
    {
      id: 'CRT-25',
      text: '`delete_self_enabled` and `create_organization_enabled` follow the instance; the limit of organizations is null.',
    },
    {
      id: 'CRT-26',
      text: 'A new user was never active, is neither banned nor locked, and has all attempts left.',
    },
    { id: 'CRT-27', text: 'One `user.created` is recorded, and no session begins.' },
    { id: 'CRT-28', text: 'A refusal, whatever its reason, leaves no user, no identification and no event.' },
  ],
}
