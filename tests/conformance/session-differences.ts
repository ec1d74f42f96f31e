import type { Difference } from './difference.ts'

/** Sessions and the tokens that begin them. */
export const sessionDifferences: readonly Difference[] = [
  {
    topic: 'Refresh tokens',
    ours: 'One for each session, in the cookie `__refresh_…` from signing in on; nothing is stored of it, and it is worth nothing once the session is over.',
    theirs: 'Not published, but that the handshake sets the cookie.',
    reason:
      'No table to keep or to leak. Alone it opens nothing: a secret key and a session token are asked for too.',
  },
  {
    topic: 'Codes where a session is refreshed or verified',
    ours: '401 `session_token_invalid`, `refresh_token_invalid` and `session_over`; 400 `client_token_invalid`.',
    theirs: 'The statuses are published, the codes are not.',
    reason: 'The SDKs only look at the status.',
  },
  {
    topic: 'Verifying a session without a token',
    ours: '422 `form_param_missing`.',
    theirs: 'The published file does not require it.',
    reason: 'Whoever forgets the token would take anybody who knows an id for signed in.',
  },
  {
    topic: 'Lists of sessions and clients with `paginated`',
    ours: 'An object with `data` and `total_count`.',
    theirs: 'The published file has a bare array.',
    reason: 'The official clients ask for `paginated` always, and read the object.',
  },
  {
    topic: 'Tokens of sign-in and actor tokens',
    ours: 'Random text, stored as a hash.',
    theirs: 'Not published.',
    reason: 'It can be revoked, works once, and tells nobody anything.',
  },
  {
    topic: 'Revoking a session that has ended',
    ours: '200, and it keeps its status.',
    theirs: 'Not published.',
    reason: 'The status tells how it really ended.',
  },
]
