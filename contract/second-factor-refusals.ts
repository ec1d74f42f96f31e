/** Failures of authenticator apps and backup codes. */
export const secondFactorRefusals = {
  totp_disabled: {
    status: 400,
    message: 'TOTP is disabled',
    long: 'The user has no authenticator app.',
  },
  totp_incorrect_code: {
    status: 422,
    message: 'incorrect TOTP',
    long: 'The code is wrong, is not valid now, or was used before.',
  },
  totp_invalid_length: {
    status: 422,
    message: 'invalid length',
    long: 'The code is no backup code of the user, and a code of an authenticator app has 6 digits.',
  },
  totp_already_enabled: {
    status: 400,
    message: 'TOTP already enabled',
    long: 'The user has an authenticator app already. Delete it first.',
  },
  invalid_totp_secret_code: {
    status: 422,
    message: 'invalid TOTP secret',
    long: '{param} must be a secret of 10 to 64 bytes in base32.',
  },
  backup_codes_not_available: {
    status: 400,
    message: 'Backup codes not available',
    long: 'Backup codes stand in for another second factor, and the user has none.',
  },
} as const
