/** The failures of signing up and of invitations by ticket, a part of the table in `refusals.ts`. */
export const signUpRefusals = {
  sign_up_not_found: {
    code: 'resource_not_found',
    status: 404,
    message: 'not found',
    long: 'No sign-up of this client was found with id {id}.',
  },
  sign_up_superseded: {
    code: 'resource_forbidden',
    status: 403,
    message: 'Update operations are not allowed on older sign ups',
    long: 'The client has begun another sign-up since; only that one can go on.',
  },
  sign_up_mode_restricted: {
    status: 403,
    message: 'Sign ups are restricted',
    long: 'Only who was invited can sign up here: send the ticket of the invitation.',
  },
  invitation_account_not_exists: {
    status: 422,
    message: 'No account yet',
    long: 'Nobody has an account with the invited address yet. Sign up with the same ticket.',
  },
} as const
