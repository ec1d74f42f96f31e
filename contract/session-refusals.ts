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
} as const
