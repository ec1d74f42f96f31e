import { createActorToken } from '#contract/actor-tokens/create-actor-token.ts'
import { revokeActorToken } from '#contract/actor-tokens/revoke-actor-token.ts'
import { getClient } from '#contract/clients/get-client.ts'
import { getClientList } from '#contract/clients/get-client-list.ts'
import { verifyClient } from '#contract/clients/verify-client.ts'
import { attemptEmailAddressVerification } from '#contract/email-addresses/attempt-email-address-verification.ts'
import { createEmailAddress } from '#contract/email-addresses/create-email-address.ts'
import { deleteEmailAddress } from '#contract/email-addresses/delete-email-address.ts'
import { getEmailAddress } from '#contract/email-addresses/get-email-address.ts'
import { prepareEmailAddressVerification } from '#contract/email-addresses/prepare-email-address-verification.ts'
import { updateEmailAddress } from '#contract/email-addresses/update-email-address.ts'
import { getJWKS } from '#contract/jwks/get-jwks.ts'
import { createJWTTemplate } from '#contract/jwt-templates/create-jwt-template.ts'
import { deleteJWTTemplate } from '#contract/jwt-templates/delete-jwt-template.ts'
import { getJWTTemplate } from '#contract/jwt-templates/get-jwt-template.ts'
import { listJWTTemplates } from '#contract/jwt-templates/list-jwt-templates.ts'
import { updateJWTTemplate } from '#contract/jwt-templates/update-jwt-template.ts'
import { getMessages } from '#contract/messages/get-messages.ts'
import { createPhoneNumber } from '#contract/phone-numbers/create-phone-number.ts'
import { deletePhoneNumber } from '#contract/phone-numbers/delete-phone-number.ts'
import { getPhoneNumber } from '#contract/phone-numbers/get-phone-number.ts'
import { updatePhoneNumber } from '#contract/phone-numbers/update-phone-number.ts'
import { createSession } from '#contract/sessions/create-session.ts'
import { createSessionToken } from '#contract/sessions/create-session-token.ts'
import { createSessionTokenFromTemplate } from '#contract/sessions/create-session-token-from-template.ts'
import { getSession } from '#contract/sessions/get-session.ts'
import { getSessionList } from '#contract/sessions/get-session-list.ts'
import { refreshSession } from '#contract/sessions/refresh-session.ts'
import { revokeSession } from '#contract/sessions/revoke-session.ts'
import { verifySession } from '#contract/sessions/verify-session.ts'
import { createSignInToken } from '#contract/sign-in-tokens/create-sign-in-token.ts'
import { revokeSignInToken } from '#contract/sign-in-tokens/revoke-sign-in-token.ts'
import { createTestingToken } from '#contract/testing-tokens/create-testing-token.ts'
import { banUser } from '#contract/users/ban-user.ts'
import { createTOTP } from '#contract/users/create-totp.ts'
import { createUser } from '#contract/users/create-user.ts'
import { deleteBackupCode } from '#contract/users/delete-backup-code.ts'
import { deleteTOTP } from '#contract/users/delete-totp.ts'
import { deleteUser } from '#contract/users/delete-user.ts'
import { deleteUserProfileImage } from '#contract/users/delete-user-profile-image.ts'
import { disableMFA } from '#contract/users/disable-mfa.ts'
import { getUser } from '#contract/users/get-user.ts'
import { getUserList } from '#contract/users/get-user-list.ts'
import { getUsersCount } from '#contract/users/get-users-count.ts'
import { lockUser } from '#contract/users/lock-user.ts'
import { removeUserPassword } from '#contract/users/remove-user-password.ts'
import { replaceUserEmailAddress } from '#contract/users/replace-user-email-address.ts'
import { replaceUserMetadata } from '#contract/users/replace-user-metadata.ts'
import { replaceUserPhoneNumber } from '#contract/users/replace-user-phone-number.ts'
import { setUserPasswordCompromised } from '#contract/users/set-user-password-compromised.ts'
import { setUserProfileImage } from '#contract/users/set-user-profile-image.ts'
import { unbanUser } from '#contract/users/unban-user.ts'
import { unlockUser } from '#contract/users/unlock-user.ts'
import { unsetUserPasswordCompromised } from '#contract/users/unset-user-password-compromised.ts'
import { updateUser } from '#contract/users/update-user.ts'
import { updateUserMetadata } from '#contract/users/update-user-metadata.ts'
import { usersBan } from '#contract/users/users-ban.ts'
import { usersUnban } from '#contract/users/users-unban.ts'
import { verifyPassword } from '#contract/users/verify-password.ts'
import { verifyTOTP } from '#contract/users/verify-totp.ts'
import * as createTotp from '#server/credentials/create-totp.ts'
import * as deleteCodes from '#server/credentials/delete-backup-code.ts'
import * as deleteTotp from '#server/credentials/delete-totp.ts'
import * as mfa from '#server/credentials/disable-mfa.ts'
import * as removePassword from '#server/credentials/remove-user-password.ts'
import * as setCompromised from '#server/credentials/set-user-password-compromised.ts'
import * as unsetCompromised from '#server/credentials/unset-user-password-compromised.ts'
import * as password from '#server/credentials/verify-password.ts'
import * as totp from '#server/credentials/verify-totp.ts'
import * as attemptVerb from '#server/identifications/attempt-email-address-verification.ts'
import * as createEmailAddressVerb from '#server/identifications/create-email-address.ts'
import * as createPhoneNumberVerb from '#server/identifications/create-phone-number.ts'
import * as deleteEmailAddressVerb from '#server/identifications/delete-email-address.ts'
import * as deletePhoneNumberVerb from '#server/identifications/delete-phone-number.ts'
import * as getEmailAddressVerb from '#server/identifications/get-email-address.ts'
import * as getPhoneNumberVerb from '#server/identifications/get-phone-number.ts'
import * as prepareVerb from '#server/identifications/prepare-email-address-verification.ts'
import * as replaceEmailAddressVerb from '#server/identifications/replace-user-email-address.ts'
import * as replacePhoneNumberVerb from '#server/identifications/replace-user-phone-number.ts'
import * as updateEmailAddressVerb from '#server/identifications/update-email-address.ts'
import * as updatePhoneNumberVerb from '#server/identifications/update-phone-number.ts'
import * as deletePicture from '#server/images/delete-user-profile-image.ts'
import * as setPicture from '#server/images/set-user-profile-image.ts'
import * as createTemplate from '#server/jwt-templates/create-jwt-template.ts'
import * as deleteTemplate from '#server/jwt-templates/delete-jwt-template.ts'
import * as getTemplate from '#server/jwt-templates/get-jwt-template.ts'
import * as listTemplates from '#server/jwt-templates/list-jwt-templates.ts'
import * as updateTemplate from '#server/jwt-templates/update-jwt-template.ts'
import * as messages from '#server/mail/get-messages.ts'
import * as actorToken from '#server/sessions/create-actor-token.ts'
import * as beginSession from '#server/sessions/create-session.ts'
import * as sessionToken from '#server/sessions/create-session-token.ts'
import * as templateToken from '#server/sessions/create-session-token-from-template.ts'
import * as signInToken from '#server/sessions/create-sign-in-token.ts'
import * as testingToken from '#server/sessions/create-testing-token.ts'
import * as oneClient from '#server/sessions/get-client.ts'
import * as listClients from '#server/sessions/get-client-list.ts'
import * as jwks from '#server/sessions/get-jwks.ts'
import * as oneSession from '#server/sessions/get-session.ts'
import * as listSessions from '#server/sessions/get-session-list.ts'
import * as refresh from '#server/sessions/refresh-session.ts'
import * as revokeActor from '#server/sessions/revoke-actor-token.ts'
import * as revokeOneSession from '#server/sessions/revoke-session.ts'
import * as revokeSignIn from '#server/sessions/revoke-sign-in-token.ts'
import * as checkClient from '#server/sessions/verify-client.ts'
import * as checkSession from '#server/sessions/verify-session.ts'
import * as ban from '#server/users/ban-user.ts'
import * as create from '#server/users/create-user.ts'
import * as remove from '#server/users/delete-user.ts'
import * as get from '#server/users/get-user.ts'
import * as list from '#server/users/get-user-list.ts'
import * as count from '#server/users/get-users-count.ts'
import * as lock from '#server/users/lock-user.ts'
import * as replaceMetadata from '#server/users/replace-user-metadata.ts'
import * as unban from '#server/users/unban-user.ts'
import * as unlock from '#server/users/unlock-user.ts'
import * as update from '#server/users/update-user.ts'
import * as updateMetadata from '#server/users/update-user-metadata.ts'
import * as banMany from '#server/users/users-ban.ts'
import * as unbanMany from '#server/users/users-unban.ts'
import { instanceRoutes } from './instance-operations.ts'
import { invitationRoutes } from './invitation-operations.ts'
import { organizationRoutes } from './organization-operations.ts'
import { presentEmailAddress, presentPhoneNumber, presentVerification } from './present-identification.ts'
import { presentMessages } from './present-message.ts'
import { presentNamedUser, presentTotp, presentVerifiedFactor } from './present-second-factor.ts'
import {
  presentActorToken,
  presentClient,
  presentClientList,
  presentSession,
  presentSessionList,
  presentSignInToken,
} from './present-session.ts'
import {
  presentKeySet,
  presentRefreshed,
  presentTemplate,
  presentTemplates,
  presentTestingToken,
  presentToken,
} from './present-token.ts'
import { presentCount, presentDeleted, presentUser, presentUsers, presentVerified } from './present-user.ts'
import { roleRoutes } from './role-operations.ts'
import { type Route, route, uploadRoute } from './route.ts'

/** Every operation of the Backend API: the contract, the verb that does it, how the outcome is written. */
export const routes: readonly Route[] = [
  route(getUserList, list.getUserList, presentUsers),
  route(createUser, create.createUser, presentUser),
  route(getUsersCount, count.getUsersCount, presentCount),
  route(getUser, get.getUser, presentUser),
  route(updateUser, update.updateUser, presentUser),
  route(deleteUser, remove.deleteUser, presentDeleted),
  uploadRoute(setUserProfileImage, setPicture.setUserProfileImage, presentUser),
  route(deleteUserProfileImage, deletePicture.deleteUserProfileImage, presentUser),
  route(updateUserMetadata, updateMetadata.updateUserMetadata, presentUser),
  route(replaceUserMetadata, replaceMetadata.replaceUserMetadata, presentUser),
  route(banUser, ban.banUser, presentUser),
  route(unbanUser, unban.unbanUser, presentUser),
  route(usersBan, banMany.usersBan, presentUsers),
  route(usersUnban, unbanMany.usersUnban, presentUsers),
  route(lockUser, lock.lockUser, presentUser),
  route(unlockUser, unlock.unlockUser, presentUser),
  route(verifyPassword, password.verifyPassword, presentVerified),
  route(removeUserPassword, removePassword.removeUserPassword, presentUser),
  route(setUserPasswordCompromised, setCompromised.setUserPasswordCompromised, presentUser),
  route(unsetUserPasswordCompromised, unsetCompromised.unsetUserPasswordCompromised, presentUser),
  route(verifyTOTP, totp.verifyTOTP, presentVerifiedFactor),
  route(createTOTP, createTotp.createTOTP, presentTotp),
  route(deleteTOTP, deleteTotp.deleteTOTP, presentNamedUser),
  route(deleteBackupCode, deleteCodes.deleteBackupCode, presentNamedUser),
  route(disableMFA, mfa.disableMFA, presentNamedUser),
  route(createEmailAddress, createEmailAddressVerb.createEmailAddress, presentEmailAddress),
  route(getEmailAddress, getEmailAddressVerb.getEmailAddress, presentEmailAddress),
  route(updateEmailAddress, updateEmailAddressVerb.updateEmailAddress, presentEmailAddress),
  route(deleteEmailAddress, deleteEmailAddressVerb.deleteEmailAddress, presentDeleted),
  route(prepareEmailAddressVerification, prepareVerb.prepareEmailAddressVerification, presentVerification),
  route(attemptEmailAddressVerification, attemptVerb.attemptEmailAddressVerification, presentVerification),
  route(replaceUserEmailAddress, replaceEmailAddressVerb.replaceUserEmailAddress, presentEmailAddress),
  route(createPhoneNumber, createPhoneNumberVerb.createPhoneNumber, presentPhoneNumber),
  route(getPhoneNumber, getPhoneNumberVerb.getPhoneNumber, presentPhoneNumber),
  route(updatePhoneNumber, updatePhoneNumberVerb.updatePhoneNumber, presentPhoneNumber),
  route(deletePhoneNumber, deletePhoneNumberVerb.deletePhoneNumber, presentDeleted),
  route(replaceUserPhoneNumber, replacePhoneNumberVerb.replaceUserPhoneNumber, presentPhoneNumber),
  route(getSessionList, listSessions.getSessionList, presentSessionList),
  route(createSession, beginSession.createSession, presentSession),
  route(getSession, oneSession.getSession, presentSession),
  route(revokeSession, revokeOneSession.revokeSession, presentSession),
  route(refreshSession, refresh.refreshSession, presentRefreshed),
  route(verifySession, checkSession.verifySession, presentSession),
  route(createSessionToken, sessionToken.createSessionToken, presentToken),
  route(createSessionTokenFromTemplate, templateToken.createSessionTokenFromTemplate, presentToken),
  route(getClientList, listClients.getClientList, presentClientList),
  route(verifyClient, checkClient.verifyClient, presentClient),
  route(getClient, oneClient.getClient, presentClient),
  route(createSignInToken, signInToken.createSignInToken, presentSignInToken),
  route(revokeSignInToken, revokeSignIn.revokeSignInToken, presentSignInToken),
  route(createActorToken, actorToken.createActorToken, presentActorToken),
  route(revokeActorToken, revokeActor.revokeActorToken, presentActorToken),
  route(listJWTTemplates, listTemplates.listJWTTemplates, presentTemplates),
  route(createJWTTemplate, createTemplate.createJWTTemplate, presentTemplate),
  route(getJWTTemplate, getTemplate.getJWTTemplate, presentTemplate),
  route(updateJWTTemplate, updateTemplate.updateJWTTemplate, presentTemplate),
  route(deleteJWTTemplate, deleteTemplate.deleteJWTTemplate, presentDeleted),
  route(getJWKS, jwks.getJWKS, presentKeySet),
  route(createTestingToken, testingToken.createTestingToken, presentTestingToken),
  ...organizationRoutes,
  ...roleRoutes,
  ...instanceRoutes,
  ...invitationRoutes,
  route(getMessages, messages.getMessages, presentMessages),
]
