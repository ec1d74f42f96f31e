/** Failures of sessions and of the tokens that begin them. */
export const sessionRefusals = {
  user_banned: {
    status: 403,
    message: 'User banned',
    long: 'The user is banned and cannot sign in.',
  },
  sign_in_token_cannot_be_revoked_code: {
    status: 400,
    message: 'Sign-in token cannot be revoked',
    long: 'The sign-in token was used or revoked before: its status is {status}.',
  },
  actor_token_cannot_be_revoked_code: {
    status: 400,
    message: 'Actor token cannot be revoked',
    long: 'The actor token was used or revoked before: its status is {status}.',
  },
  session_token_invalid: {
    status: 401,
    message: 'Invalid session token',
    long: '{param} must be a session token that this server has signed for the session, in force unless told otherwise.',
  },
  refresh_token_invalid: {
    status: 401,
    message: 'Invalid refresh token',
    long: '{param} must be the refresh token of the session.',
  },
  session_over: {
    status: 401,
    message: 'Session over',
    long: 'The session has ended, or its user is banned.',
  },
  client_token_invalid: {
    status: 400,
    message: 'Invalid client token',
    long: '{param} must be the token of a client, or a token in force of a session that is live.',
  },
} as const
