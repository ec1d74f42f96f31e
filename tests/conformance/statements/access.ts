import type { Group } from './statement.ts'

export const banUser: Group = {
  title: 'Ban a user',
  operation: 'BanUser',
  statements: [
    {
      id: 'BAN-1',
      text: 'The user is banned, and every session is revoked with a record of its own.',
    },
    { id: 'BAN-2', text: 'Banning a banned user answers 200 and changes nothing; an unknown user is 404.' },
    { id: 'BAN-3', text: 'Where bans are switched off: 402 `unsupported_subscription_plan_features`.' },
    {
      id: 'BAN-4',
      text: 'A ban is independent of a lock and deletes nothing; one `user.updated` is recorded.',
    },
  ],
}

export const unbanUser: Group = {
  title: 'Unban a user',
  operation: 'UnbanUser',
  statements: [
    {
      id: 'UNB-1',
      text: 'The user is no longer banned; unbanning one who is not banned answers 200 and changes nothing.',
    },
  ],
}

export const usersBan: Group = {
  title: 'Ban several users',
  operation: 'UsersBan',
  statements: [
    { id: 'BLB-1', text: 'All are banned and answered in the order of the ids, one that comes twice once.' },
    { id: 'BLB-2', text: 'From 1 to 50 ids: otherwise 400 `bulk_size_exceeded`.' },
    { id: 'BLB-3', text: 'One unknown id: 404 `resource_not_found`, and nobody is banned.' },
    { id: 'BLB-4', text: 'Where bans are switched off: 402.' },
    { id: 'BLB-5', text: 'Bans of the same users in other orders, all at once, neither block nor fail.' },
  ],
}

export const usersUnban: Group = {
  title: 'Unban several users',
  operation: 'UsersUnban',
  statements: [
    {
      id: 'BLU-1',
      text: 'All are unbanned and answered in the order of the ids; the bounds are those of the ban.',
    },
    { id: 'BLU-2', text: 'One unknown id: 404 `resource_not_found`, and nobody is unbanned.' },
  ],
}

export const lockUser: Group = {
  title: 'Lock a user',
  operation: 'LockUser',
  statements: [
    {
      id: 'LCK-1',
      text: 'The user is locked with the full duration ahead, or with null seconds where locks are endless.',
    },
    { id: 'LCK-2', text: 'The attempts that are left stay as they are.' },
    {
      id: 'LCK-3',
      text: 'Sessions are not touched.',
    },
    { id: 'LCK-4', text: 'Where lockout is off: 403 `feature_not_enabled`.' },
    { id: 'LCK-5', text: 'Locking a locked user begins the duration anew.' },
    { id: 'LCK-6', text: 'The lock ends by itself; one `user.updated` is recorded when it begins.' },
    { id: 'LCK-7', text: 'A clock that is set back lengthens no lock.' },
  ],
}

export const unlockUser: Group = {
  title: 'Unlock a user',
  operation: 'UnlockUser',
  statements: [
    {
      id: 'ULK-1',
      text: 'No lock is left, whatever set it, and all attempts are; without a lock nothing changes.',
    },
  ],
}

export const verifyPassword: Group = {
  title: "Verify a user's password",
  operation: 'VerifyPassword',
  statements: [
    { id: 'VPW-1', text: 'The right password: exactly `{"verified":true}`.' },
    {
      id: 'VPW-2',
      text: 'A wrong one: 422 `incorrect_password`; without a password: 400 `no_password_set`; an unknown user: 404.',
    },
    { id: 'VPW-3', text: 'Missing: 422 `form_param_missing`; empty or null: 422 `form_param_nil`.' },
    {
      id: 'VPW-4',
      text: 'Every hasher with an example verifies it. A locked user: 403 `user_locked` with the seconds left, and nothing is hashed; a banned one can be verified.',
    },
    { id: 'VPW-5', text: 'No event, and `updated_at` stays.' },
    {
      id: 'VPW-6',
      text: 'A wrong password uses up an attempt, the last one locks; a right one gives all back.',
    },
    {
      id: 'VPW-7',
      text: 'Of 200 parallel wrong passwords over two processes at most the configured number is evaluated, and the right one has no success while the lock lasts.',
    },
    {
      id: 'VPW-8',
      text: 'The first success replaces an imported digest by argon2id, once under parallel calls, and the password still verifies.',
    },
    { id: 'VPW-9', text: 'A password that lies with Amazon Cognito: 422, and no attempt is used up.' },
    {
      id: 'VPW-10',
      text: 'A setting keeps wrong passwords from counting; an administrator’s lock still holds.',
    },
    {
      id: 'VPW-11',
      text: 'A flood of verifications beyond what can wait is answered 503 at once, and reads go on.',
    },
  ],
}

export const removeUserPassword: Group = {
  title: "Remove a user's password",
  operation: 'RemoveUserPassword',
  statements: [
    { id: 'RPW-1', text: 'The password is gone, also when the user has no other way to sign in.' },
    { id: 'RPW-2', text: 'Without a password the user is answered unchanged and no event is recorded.' },
    {
      id: 'RPW-3',
      text: '`sign_out_of_other_sessions` revokes every session and is recorded with the change.',
    },
  ],
}

export const setUserPasswordCompromised: Group = {
  title: "Mark a user's password as compromised",
  operation: 'SetUserPasswordCompromised',
  statements: [
    { id: 'CMP-1', text: 'The mark is set once, is recorded, and a new password ends it.' },
    { id: 'CMP-2', text: 'Without a password: 400 `no_password_set`; an unknown user: 404.' },
    { id: 'CMP-3', text: 'Where passwords are switched off: 403 `password_disabled`.' },
    {
      id: 'CMP-4',
      text: 'A marked password must be replaced at the next sign-in.',
    },
  ],
}

export const unsetUserPasswordCompromised: Group = {
  title: "Take the mark from a user's password",
  operation: 'UnsetUserPasswordCompromised',
  statements: [
    { id: 'UCM-1', text: 'Taking the mark away is recorded; without a mark nothing changes.' },
    { id: 'UCM-2', text: 'Without a password: 400 `no_password_set`; an unknown user: 404.' },
  ],
}

export const passwords: Group = {
  title: 'Passwords',
  statements: [
    {
      id: 'PWD-1',
      text: 'Only digests are stored, sealed under the encryption key; no password and no digest is in an answer, an event or the log.',
    },
    { id: 'PWD-2', text: 'A sealed digest that is copied to another user does not open there.' },
    {
      id: 'PWD-3',
      text: 'Length counts code points; more than 72 bytes of UTF-8 are refused, checks skipped or not.',
    },
    { id: 'PWD-4', text: 'Passwords are compared exactly as typed: no trimming, no normalisation.' },
    {
      id: 'PWD-5',
      text: 'Digests whose cost would hold up the server are refused at import, and nothing is hashed.',
    },
    { id: 'PWD-6', text: 'A refused create or update hashes nothing.' },
    {
      id: 'PWD-7',
      text: 'A common password: 422 `form_password_pwned`; one that equals an identifier: 422 `form_password_matches_identifier`; checks skipped, both are taken.',
    },
    { id: 'PWD-8', text: 'The digest is part of the transaction of its user.' },
  ],
}
