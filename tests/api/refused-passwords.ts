import { password } from '#tests/api/passwords.ts'
import { digestExamples } from '#tests/digest-examples.ts'

const policy = (password: Record<string, unknown>) => ({ settings: { password } })

/** Passwords and digests with which no user is created; what the user has besides is in order. */
export const refusedPasswords = (username: string) => [
  { name: 'an empty password', body: { password: '' }, errors: ['form_param_nil password'] },
  {
    name: 'a hasher without a digest',
    body: { password_hasher: 'bcrypt' },
    errors: ['form_conditional_param_missing password_digest'],
  },
  {
    name: 'a password beside a digest',
    body: { password, password_digest: digestExamples.bcrypt[0], password_hasher: 'bcrypt' },
    errors: ['form_conditional_param_disallowed password_digest'],
  },
  {
    name: 'a digest of another hasher',
    body: { password_digest: digestExamples.bcrypt[0], password_hasher: 'argon2id' },
    errors: ['form_password_digest_invalid_code password_digest'],
  },
  {
    name: 'a password that is short and has nothing that the settings ask for',
    body: { password: '   ' },
    options: policy({
      require_uppercase: true,
      require_lowercase: true,
      require_numbers: true,
      require_special_char: true,
    }),
    errors: ['length_too_short', 'no_lowercase', 'no_uppercase', 'no_number', 'no_special_char'].map(
      (problem) => `form_password_${problem} password`,
    ),
  },
  {
    name: 'a password of more characters and bytes than there may be',
    body: { password: 'x'.repeat(73) },
    errors: ['length_too_long', 'size_in_bytes_exceeded'].map((one) => `form_password_${one} password`),
  },
  {
    name: 'a password that is easy to guess',
    body: { password: 'horsehorse1' },
    options: policy({ min_zxcvbn_strength: 4 }),
    errors: ['form_password_not_strong_enough password'],
  },
  {
    name: 'a password that everybody uses',
    body: { password: 'Password123' },
    errors: ['form_password_pwned password'],
  },
  {
    name: 'a password that is the username',
    body: { password: username },
    errors: ['form_password_matches_identifier password'],
  },
  {
    name: 'a password with a NUL',
    body: { password: `${password}\0` },
    errors: ['form_password_validation_failed password'],
  },
]
