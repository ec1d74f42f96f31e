import type { Difference } from './difference.ts'

/** Sessions and the tokens that begin them. */
export const sessionDifferences: readonly Difference[] = [
  {
    topic: 'Refreshing a session',
    ours: 'There is no `POST /sessions/{session_id}/refresh`: 404.',
    theirs: 'A session token from a refresh token.',
    reason: 'No refresh token is ever handed out; the SDKs fall back to the handshake.',
  },
  {
    topic: 'Lists of sessions with `paginated`',
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
