/** The failures around passwords, a part of the table in `refusals.ts`. */
export const passwordRefusals = {
  form_password_length_too_short: {
    status: 422,
    message: 'Passwords must be {min} characters or more.',
    long: 'Passwords must be {min} characters or more.',
  },
  form_password_length_too_long: {
    status: 422,
    message: 'Passwords must be {max} characters or fewer.',
    long: 'Passwords must be {max} characters or fewer.',
  },
  form_password_size_in_bytes_exceeded: {
    status: 422,
    message: 'Passwords must be {bytes_max} bytes or fewer.',
    long: 'Passwords must be {bytes_max} bytes or fewer in UTF-8, where some characters take up to four. Choose a shorter one.',
  },
  form_password_no_lowercase: {
    status: 422,
    message: 'Passwords must contain at least one lowercase character.',
    long: 'Passwords must contain at least one lowercase character.',
  },
  form_password_no_uppercase: {
    status: 422,
    message: 'Passwords must contain at least one uppercase character.',
    long: 'Passwords must contain at least one uppercase character.',
  },
  form_password_no_number: {
    status: 422,
    message: 'Passwords must contain at least one number.',
    long: 'Passwords must contain at least one number.',
  },
  form_password_no_special_char: {
    status: 422,
    message: 'Passwords must contain at least one special character.',
    long: 'Passwords must contain at least one of these special characters: {characters}',
  },
  form_password_not_strong_enough: {
    status: 422,
    message: 'The password is not strong enough.',
    long: 'The password is too easy to guess: its strength is {score} of 4, and {min} is needed.',
  },
  form_password_pwned: {
    status: 422,
    message:
      'Password has been found in an online data breach. For account safety, please use a different password.',
    long: 'Password has been found in an online data breach. For account safety, please use a different password.',
  },
  form_password_matches_identifier: {
    status: 422,
    message: 'The password must differ from the identifiers of the account.',
    long: 'The password must differ from the e-mail addresses, phone numbers and username of the account.',
  },
  form_password_validation_failed: {
    status: 422,
    message: 'The password cannot be used.',
    long: 'The password {problem}.',
  },
  form_password_digest_invalid_code: {
    status: 422,
    message: 'invalid password digest',
    long: '{param} {problem}.',
  },
  no_password_set: {
    status: 400,
    message: 'no password set',
    long: 'The user has no password.',
  },
  incorrect_password: {
    status: 422,
    message: 'incorrect password',
    long: 'The password is not the password of this user.',
  },
  password_unverifiable: {
    code: 'incorrect_password',
    status: 422,
    message: 'incorrect password',
    long: 'The password of this user lies with another service ({hasher}) and cannot be verified here.',
  },
  password_disabled: {
    status: 403,
    message: 'password disabled',
    long: 'Passwords are switched off on this instance.',
  },
} as const
