import { deleteClientSessions } from '#contract/frontend/client/delete-client-sessions.ts'
import { getClient } from '#contract/frontend/client/get-client.ts'
import { postClient } from '#contract/frontend/client/post-client.ts'
import { putClient } from '#contract/frontend/client/put-client.ts'
import { getEnvironment } from '#contract/frontend/environment/get-environment.ts'
import { updateEnvironment } from '#contract/frontend/environment/update-environment.ts'
import { createSessionToken } from '#contract/frontend/sessions/create-session-token.ts'
import { createSessionTokenWithTemplate } from '#contract/frontend/sessions/create-session-token-with-template.ts'
import { endSession } from '#contract/frontend/sessions/end-session.ts'
import { getSession } from '#contract/frontend/sessions/get-session.ts'
import { removeClientSessionsAndRetainCookie } from '#contract/frontend/sessions/remove-client-sessions-and-retain-cookie.ts'
import { removeSession } from '#contract/frontend/sessions/remove-session.ts'
import { touchSession } from '#contract/frontend/sessions/touch-session.ts'
import { attemptSignInFactorOne } from '#contract/frontend/sign-ins/attempt-sign-in-factor-one.ts'
import { attemptSignInFactorTwo } from '#contract/frontend/sign-ins/attempt-sign-in-factor-two.ts'
import { createSignIn } from '#contract/frontend/sign-ins/create-sign-in.ts'
import { getSignIn } from '#contract/frontend/sign-ins/get-sign-in.ts'
import { prepareSignInFactorOne } from '#contract/frontend/sign-ins/prepare-sign-in-factor-one.ts'
import { prepareSignInFactorTwo } from '#contract/frontend/sign-ins/prepare-sign-in-factor-two.ts'
import { resetPassword } from '#contract/frontend/sign-ins/reset-password.ts'
import { createSignUps } from '#contract/frontend/sign-ups/create-sign-ups.ts'
import { getSignUps } from '#contract/frontend/sign-ups/get-sign-ups.ts'
import { updateSignUps } from '#contract/frontend/sign-ups/update-sign-ups.ts'
import * as forgetClient from '#server/frontend/client/delete-client-sessions.ts'
import * as client from '#server/frontend/client/get-client.ts'
import * as openClient from '#server/frontend/client/put-client.ts'
import * as environment from '#server/frontend/environment/get-environment.ts'
import * as token from '#server/frontend/sessions/create-session-token.ts'
import * as templateToken from '#server/frontend/sessions/create-session-token-with-template.ts'
import * as end from '#server/frontend/sessions/end-session.ts'
import * as session from '#server/frontend/sessions/get-session.ts'
import * as signOutAll from '#server/frontend/sessions/remove-client-sessions-and-retain-cookie.ts'
import * as remove from '#server/frontend/sessions/remove-session.ts'
import * as touch from '#server/frontend/sessions/touch-session.ts'
import * as attemptOne from '#server/frontend/sign-ins/attempt-sign-in-factor-one.ts'
import * as attemptTwo from '#server/frontend/sign-ins/attempt-sign-in-factor-two.ts'
import * as beginSignIn from '#server/frontend/sign-ins/create-sign-in.ts'
import * as signIn from '#server/frontend/sign-ins/get-sign-in.ts'
import * as prepareOne from '#server/frontend/sign-ins/prepare-sign-in-factor-one.ts'
import * as prepareTwo from '#server/frontend/sign-ins/prepare-sign-in-factor-two.ts'
import * as newPassword from '#server/frontend/sign-ins/reset-password.ts'
import * as beginSignUp from '#server/frontend/sign-ups/create-sign-ups.ts'
import * as signUp from '#server/frontend/sign-ups/get-sign-ups.ts'
import * as goOnSignUp from '#server/frontend/sign-ups/update-sign-ups.ts'
import { type FrontendRoute, frontendRoute } from './frontend-route.ts'
import { meRoutes } from './me-operations.ts'
import { organizationRoutes } from './organization-operations.ts'
import { presentClient, presentOptionalClient, presentSession } from './present-client.ts'
import { presentEnvironment } from './present-environment.ts'
import { presentSignIn } from './present-sign-in.ts'
import { presentSignUp } from './present-sign-up.ts'

const presentToken = (jwt: string) => JSON.stringify({ object: 'token', jwt })

/** Every operation of the Frontend API: the contract, the verb that does it, how the outcome is written. */
export const frontendRoutes: readonly FrontendRoute[] = [
  frontendRoute(getEnvironment, environment.getEnvironment, presentEnvironment),
  frontendRoute(updateEnvironment, environment.getEnvironment, presentEnvironment),
  frontendRoute(getClient, client.getClient, presentOptionalClient),
  frontendRoute(putClient, openClient.putClient, presentClient),
  frontendRoute(postClient, openClient.putClient, presentClient),
  frontendRoute(deleteClientSessions, forgetClient.deleteClientSessions, presentOptionalClient),
  frontendRoute(
    removeClientSessionsAndRetainCookie,
    signOutAll.removeClientSessionsAndRetainCookie,
    presentOptionalClient,
  ),
  frontendRoute(createSignIn, beginSignIn.createSignIn, presentSignIn),
  frontendRoute(getSignIn, signIn.getSignIn, presentSignIn),
  frontendRoute(prepareSignInFactorOne, prepareOne.prepareSignInFactorOne, presentSignIn),
  frontendRoute(attemptSignInFactorOne, attemptOne.attemptSignInFactorOne, presentSignIn),
  frontendRoute(prepareSignInFactorTwo, prepareTwo.prepareSignInFactorTwo, presentSignIn),
  frontendRoute(attemptSignInFactorTwo, attemptTwo.attemptSignInFactorTwo, presentSignIn),
  frontendRoute(resetPassword, newPassword.resetPassword, presentSignIn),
  frontendRoute(createSignUps, beginSignUp.createSignUps, presentSignUp),
  frontendRoute(getSignUps, signUp.getSignUps, presentSignUp),
  frontendRoute(updateSignUps, goOnSignUp.updateSignUps, presentSignUp),
  frontendRoute(getSession, session.getSession, presentSession),
  frontendRoute(touchSession, touch.touchSession, presentSession),
  frontendRoute(endSession, end.endSession, presentSession),
  frontendRoute(removeSession, remove.removeSession, presentSession),
  frontendRoute(createSessionToken, token.createSessionToken, presentToken),
  frontendRoute(createSessionTokenWithTemplate, templateToken.createSessionTokenWithTemplate, presentToken),
  ...meRoutes,
  ...organizationRoutes,
]
