const strict = {
  require_uppercase: true,
  require_lowercase: true,
  require_numbers: true,
  require_special_char: true,
}
/** What is wrong in words, the settings that make it so, the password, and the codes without `form_password_`. */
export const weakPasswords: readonly [string, object, string, string[]][] = [
  [
    'nothing that the settings ask for',
    strict,
    '   ',
    ['length_too_short', 'no_lowercase', 'no_uppercase', 'no_number', 'no_special_char'],
  ],
  ['too long', {}, 'x'.repeat(73), ['length_too_long', 'size_in_bytes_exceeded']],
  ['easy to guess', { min_zxcvbn_strength: 4 }, 'horsehorse1', ['not_strong_enough']],
  ['what everybody uses', {}, 'Password123', ['pwned']],
  ['with a NUL', {}, 'Correct-Horse-9!\0', ['validation_failed']],
]
