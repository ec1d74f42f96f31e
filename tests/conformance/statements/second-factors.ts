import type { Group } from './statement.ts'

export const verifyTOTP: Group = {
  title: 'Verify a code of an authenticator app or a backup code',
  operation: 'VerifyTOTP',
  statements: [
    {
      id: 'VTP-1',
      text: 'A right code: `{"verified":true,"code_type":"totp"}`; a backup code: `"code_type":"backup_code"`, and it is used up.',
    },
    {
      id: 'VTP-2',
      text: 'A user without an app, backup codes or not: 400 `totp_disabled`; an unknown user: 404.',
    },
    {
      id: 'VTP-3',
      text: 'A wrong code of six characters: 422 `totp_incorrect_code`; of any other number: 422 `totp_invalid_length`. The app is tried first, then the backup codes, in one attempt.',
    },
    {
      id: 'VTP-4',
      text: 'A step may be one early or late. It is accepted once, and none before it any more, whatever the clock says.',
    },
    {
      id: 'VTP-5',
      text: 'A right code confirms an app that was only created; until then no backup code is taken.',
    },
    { id: 'VTP-6', text: 'With the last backup code `backup_code_enabled` becomes false.' },
    { id: 'VTP-7', text: 'Case, dashes, spaces, O for 0, I and L for 1: every spelling is one backup code.' },
    {
      id: 'VTP-8',
      text: 'Wrong codes use up attempts of their own, beside those of passwords; either lock refuses with 403 `user_locked`, and nothing is compared.',
    },
    {
      id: 'VTP-9',
      text: 'With `user_lockout.verify_totp_counts` off they use up none; a locked user is refused all the same.',
    },
    {
      id: 'VTP-10',
      text: 'A code of an app is six ASCII digits. A missing, empty, overlong or mistyped code is refused by its own error.',
    },
    { id: 'VTP-11', text: 'The codes are those of RFC 6238, to the millisecond at both ends of a step.' },
    { id: 'VTP-12', text: "Another user's codes are wrong, and stay good for their user." },
  ],
}

export const createTOTP: Group = {
  title: 'Create an authenticator app',
  operation: 'CreateTOTP',
  statements: [
    { id: 'CTP-1', text: 'The answer has all eight keys; the secret is told in it and never again.' },
    { id: 'CTP-2', text: 'The secret is 20 random bytes: 32 characters of base32 without padding.' },
    {
      id: 'CTP-3',
      text: 'The address of the QR code names application and primary identifier; a test instance adds `(development)`.',
    },
    { id: 'CTP-4', text: 'Until it is confirmed it is no second factor.' },
    {
      id: 'CTP-5',
      text: 'One that waits for its confirmation is replaced; a confirmed one: 400 `totp_already_enabled`.',
    },
    { id: 'CTP-6', text: 'Where apps are switched off: 403 `feature_not_enabled`; an unknown user: 404.' },
    { id: 'CTP-7', text: 'It answers no backup codes.' },
  ],
}

export const deleteTOTP: Group = {
  title: "Delete a user's authenticator app",
  operation: 'DeleteTOTP',
  statements: [
    {
      id: 'DTP-1',
      text: 'The app goes, confirmed or not; where no second factor is left, the backup codes go too and `mfa_disabled_at` is now.',
    },
    { id: 'DTP-2', text: 'A user without an app, or an unknown one: 404.' },
  ],
}

export const deleteBackupCode: Group = {
  title: "Delete a user's backup codes",
  operation: 'DeleteBackupCode',
  statements: [
    { id: 'BKC-1', text: 'All codes go; the other factors and `mfa_disabled_at` stay as they are.' },
    { id: 'BKC-2', text: 'A user without codes, or an unknown one: 404.' },
  ],
}

export const disableMFA: Group = {
  title: "Remove a user's second factors",
  operation: 'DisableMFA',
  statements: [
    {
      id: 'MFA-1',
      text: 'App, backup codes and the marks of phone numbers go at once; `mfa_disabled_at` is now, `mfa_enabled_at` stays.',
    },
    {
      id: 'MFA-2',
      text: 'Without a second factor the answer is the same and no time moves; an unknown user: 404.',
    },
    { id: 'MFA-3', text: 'A phone number that was the last second factor takes the backup codes along.' },
  ],
}

export const secondFactors: Group = {
  title: 'Second factors at rest and at once',
  statements: [
    { id: 'FAC-1', text: 'No secret and no code is in a clear column, an event, an answer or the log.' },
    { id: 'FAC-2', text: "What is copied to another user's row opens and matches nothing there." },
    { id: 'FAC-3', text: 'A refusal for too much work uses up neither an attempt nor the code.' },
    {
      id: 'FAC-4',
      text: 'Of 64 requests at once, over two processes, exactly one wins a step or a backup code.',
    },
    { id: 'FAC-5', text: 'However many guesses come at once, no more than the attempts are evaluated.' },
    {
      id: 'FAC-6',
      text: 'A removal beside a check: nothing that has gone is accepted or confirmed afterwards.',
    },
  ],
}
