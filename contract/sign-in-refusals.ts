/** The failures of signing in, a part of the table in `refusals.ts`. */
export const signInRefusals = {
  sign_in_not_found: {
    code: 'resource_not_found',
    status: 404,
    message: 'not found',
    long: 'No sign-in of this client was found with id {id}.',
  },
  sign_in_superseded: {
    code: 'resource_forbidden',
    status: 403,
    message: 'Update operations are not allowed on older sign ins',
    long: 'The client has begun another sign-in since; only that one can go on.',
  },
  client_state_invalid: {
    status: 400,
    message: 'Invalid action',
    long: 'This step does not come next: the attempt stands at `{status}`.',
  },
  session_exists: {
    status: 400,
    message: 'Session already exists',
    long: 'Somebody is signed in on this client. Sign out first.',
  },
  identifier_already_signed_in: {
    status: 400,
    message: "You're already signed in",
    long: 'This account is signed in on this client already.',
  },
  account_transfer_invalid: {
    status: 400,
    message: 'Invalid account transfer',
    long: 'There is no account to transfer.',
  },
  form_identifier_not_found: {
    status: 422,
    message: "Couldn't find your account.",
    long: 'No account was found for {param}.',
  },
  form_password_incorrect: {
    status: 422,
    message: 'Password is incorrect. Try again, or use another method.',
    long: 'The password is incorrect. Try again, or use another method.',
  },
  form_password_or_identifier_incorrect: {
    status: 422,
    message: 'Password or identifier is incorrect.',
    long: 'The password or the identifier is incorrect. Try again, or use another method.',
  },
  form_password_compromised: {
    status: 422,
    message: 'Password compromised',
    long: 'This password is known to be compromised. Sign in with another method and choose a new one.',
  },
  form_code_incorrect: {
    status: 422,
    message: 'is incorrect',
    long: 'The code is incorrect, or it was used before.',
  },
  strategy_for_user_invalid: {
    status: 400,
    message: 'Invalid verification strategy',
    long: 'This account cannot be signed in to in this way.',
  },
  ticket_invalid: {
    code: 'ticket_invalid_code',
    status: 400,
    message: 'ticket is invalid',
    long: 'The ticket is unknown or of somebody else, or it has been used or revoked or has run out.',
  },
  ticket_page_missing: {
    code: 'resource_not_found',
    status: 404,
    message: 'not found',
    long: 'This server knows no page that takes the ticket: `display.{setting}` of its settings is empty.',
  },
  verification_not_sent: {
    status: 400,
    message: 'not sent',
    long: 'A code must be sent before it can be tried.',
  },
  verification_expired: {
    status: 400,
    message: 'expired',
    long: 'The verification has expired. Begin it again.',
  },
  verification_failed: {
    status: 400,
    message: 'failed',
    long: 'There were too many wrong tries. Ask for another code, or use another method.',
  },
  verification_strategy_invalid: {
    status: 400,
    message: 'has invalid strategy',
    long: 'This factor needs no preparation: attempt it.',
  },
  no_second_factors: {
    status: 400,
    message: 'no second factors',
    long: 'The account has no second factor with the strategy {strategy}.',
  },
} as const
