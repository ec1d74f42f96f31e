import { deleteClientSessions } from './client/delete-client-sessions.ts'
import { getClient } from './client/get-client.ts'
import { postClient } from './client/post-client.ts'
import { putClient } from './client/put-client.ts'
import { getEnvironment } from './environment/get-environment.ts'
import { updateEnvironment } from './environment/update-environment.ts'
import type { FrontendOperation } from './frontend-operation.ts'
import { meOperations } from './me/me-operations.ts'
import { organizationOperations } from './organizations/organization-operations.ts'
import { createSessionToken } from './sessions/create-session-token.ts'
import { createSessionTokenWithTemplate } from './sessions/create-session-token-with-template.ts'
import { endSession } from './sessions/end-session.ts'
import { getSession } from './sessions/get-session.ts'
import { removeClientSessionsAndRetainCookie } from './sessions/remove-client-sessions-and-retain-cookie.ts'
import { removeSession } from './sessions/remove-session.ts'
import { touchSession } from './sessions/touch-session.ts'
import { attemptSignInFactorOne } from './sign-ins/attempt-sign-in-factor-one.ts'
import { attemptSignInFactorTwo } from './sign-ins/attempt-sign-in-factor-two.ts'
import { createSignIn } from './sign-ins/create-sign-in.ts'
import { getSignIn } from './sign-ins/get-sign-in.ts'
import { prepareSignInFactorOne } from './sign-ins/prepare-sign-in-factor-one.ts'
import { prepareSignInFactorTwo } from './sign-ins/prepare-sign-in-factor-two.ts'
import { resetPassword } from './sign-ins/reset-password.ts'
import { createSignUps } from './sign-ups/create-sign-ups.ts'
import { getSignUps } from './sign-ups/get-sign-ups.ts'
import { updateSignUps } from './sign-ups/update-sign-ups.ts'

/** Every operation of the Frontend API, in the order of the reference. */
export const frontendOperations: readonly FrontendOperation[] = [
  getEnvironment,
  updateEnvironment,
  getClient,
  putClient,
  postClient,
  deleteClientSessions,
  removeClientSessionsAndRetainCookie,
  createSignIn,
  getSignIn,
  prepareSignInFactorOne,
  attemptSignInFactorOne,
  prepareSignInFactorTwo,
  attemptSignInFactorTwo,
  resetPassword,
  createSignUps,
  getSignUps,
  updateSignUps,
  getSession,
  touchSession,
  endSession,
  removeSession,
  createSessionToken,
  createSessionTokenWithTemplate,
  ...meOperations,
  ...organizationOperations,
]
