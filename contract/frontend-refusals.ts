import { signInRefusals } from './sign-in-refusals.ts'
import { signUpRefusals } from './sign-up-refusals.ts'

/** The failures around the Frontend API and signing in, a part of the table in `refusals.ts`. */
export const frontendRefusals = {
  origin_invalid: {
    status: 400,
    message: 'Invalid HTTP Origin header',
    long: 'The page that asks is not among the `allowed_origins` of this server, or no Origin came with the cookies.',
  },
  session_not_found: {
    code: 'resource_not_found',
    status: 404,
    message: 'Session not found',
    long: 'No session was found with id {id}.',
  },
  ...signInRefusals,
  ...signUpRefusals,
} as const
