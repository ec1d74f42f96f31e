import type { Difference } from './difference.ts'

/** Authenticator apps and backup codes. */
export const secondFactorDifferences: readonly Difference[] = [
  {
    topic: 'A code that was accepted before',
    ours: '422 `totp_incorrect_code`: a step is accepted once, and none before it afterwards.',
    theirs: 'Not published.',
    reason: 'A code that somebody has watched being typed must be worth nothing.',
  },
  {
    topic: 'Wrong codes at VerifyTOTP',
    ours: 'Use up attempts of their own, unless `user_lockout.verify_totp_counts` is false; a locked user: 403 `user_locked`.',
    theirs: 'Not published.',
    reason:
      'Six digits fall to a million guesses. With one count for both, a right password would give back guesses at the code.',
  },
  {
    topic: 'CreateTOTP',
    ours: 'Here in every API version, and confirmed by the first right code at VerifyTOTP.',
    theirs:
      'Published from October 2024 to January 2025; how an app is confirmed over the Backend API is not published.',
    reason: 'Clients of that time call it, and what it makes must be of use.',
  },
  {
    topic: 'An app where there is one already',
    ours: 'CreateTOTP: 400 `totp_already_enabled`.',
    theirs: 'Its Backend specification listed 403, 404 and 500 only.',
    reason: 'The status that its Frontend API has for this code.',
  },
  {
    topic: 'Deleting what is not there',
    ours: 'DeleteTOTP and DeleteBackupCode: 404. DisableMFA: 200, and no time moves.',
    theirs: 'Not published.',
    reason: 'The first two name one thing; the third asks for a state, and it is reached.',
  },
  {
    topic: 'Backup codes without another factor',
    ours: 'Taken with a new user, and no second factor by themselves; where the last other factor goes, they go too.',
    theirs: 'Not published for imports.',
    reason: 'An import may bring the phone number afterwards.',
  },
  {
    topic: 'Bounds of imported second factors',
    ours: 'Secrets of 10 to 64 bytes; 32 backup codes of 6 characters and more; digests up to bcrypt cost 15 and 2^17 rounds together.',
    theirs: 'Not published.',
    reason: 'One guess is compared with every digest and must not hold up the server.',
  },
]
