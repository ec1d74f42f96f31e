import { createActorToken } from './actor-tokens/create-actor-token.ts'
import { revokeActorToken } from './actor-tokens/revoke-actor-token.ts'
import { getClient } from './clients/get-client.ts'
import { getClientList } from './clients/get-client-list.ts'
import { verifyClient } from './clients/verify-client.ts'
import { attemptEmailAddressVerification } from './email-addresses/attempt-email-address-verification.ts'
import { createEmailAddress } from './email-addresses/create-email-address.ts'
import { deleteEmailAddress } from './email-addresses/delete-email-address.ts'
import { getEmailAddress } from './email-addresses/get-email-address.ts'
import { prepareEmailAddressVerification } from './email-addresses/prepare-email-address-verification.ts'
import { updateEmailAddress } from './email-addresses/update-email-address.ts'
import { instanceOperations } from './instance-settings/instance-operations.ts'
import { invitationOperations } from './invitations/invitation-operations.ts'
import { getJWKS } from './jwks/get-jwks.ts'
import { createJWTTemplate } from './jwt-templates/create-jwt-template.ts'
import { deleteJWTTemplate } from './jwt-templates/delete-jwt-template.ts'
import { getJWTTemplate } from './jwt-templates/get-jwt-template.ts'
import { listJWTTemplates } from './jwt-templates/list-jwt-templates.ts'
import { updateJWTTemplate } from './jwt-templates/update-jwt-template.ts'
import { getMessages } from './messages/get-messages.ts'
import type { Operation } from './operation.ts'
import { roleOperations } from './organization-roles/role-operations.ts'
import { organizationOperations } from './organizations/organization-operations.ts'
import { createPhoneNumber } from './phone-numbers/create-phone-number.ts'
import { deletePhoneNumber } from './phone-numbers/delete-phone-number.ts'
import { getPhoneNumber } from './phone-numbers/get-phone-number.ts'
import { updatePhoneNumber } from './phone-numbers/update-phone-number.ts'
import { createSession } from './sessions/create-session.ts'
import { createSessionToken } from './sessions/create-session-token.ts'
import { createSessionTokenFromTemplate } from './sessions/create-session-token-from-template.ts'
import { getSession } from './sessions/get-session.ts'
import { getSessionList } from './sessions/get-session-list.ts'
import { refreshSession } from './sessions/refresh-session.ts'
import { revokeSession } from './sessions/revoke-session.ts'
import { verifySession } from './sessions/verify-session.ts'
import { createSignInToken } from './sign-in-tokens/create-sign-in-token.ts'
import { revokeSignInToken } from './sign-in-tokens/revoke-sign-in-token.ts'
import { createTestingToken } from './testing-tokens/create-testing-token.ts'
import { banUser } from './users/ban-user.ts'
import { createTOTP } from './users/create-totp.ts'
import { createUser } from './users/create-user.ts'
import { deleteBackupCode } from './users/delete-backup-code.ts'
import { deleteTOTP } from './users/delete-totp.ts'
import { deleteUser } from './users/delete-user.ts'
import { deleteUserProfileImage } from './users/delete-user-profile-image.ts'
import { disableMFA } from './users/disable-mfa.ts'
import { getUser } from './users/get-user.ts'
import { getUserList } from './users/get-user-list.ts'
import { getUsersCount } from './users/get-users-count.ts'
import { lockUser } from './users/lock-user.ts'
import { removeUserPassword } from './users/remove-user-password.ts'
import { replaceUserEmailAddress } from './users/replace-user-email-address.ts'
import { replaceUserMetadata } from './users/replace-user-metadata.ts'
import { replaceUserPhoneNumber } from './users/replace-user-phone-number.ts'
import { setUserPasswordCompromised } from './users/set-user-password-compromised.ts'
import { setUserProfileImage } from './users/set-user-profile-image.ts'
import { unbanUser } from './users/unban-user.ts'
import { unlockUser } from './users/unlock-user.ts'
import { unsetUserPasswordCompromised } from './users/unset-user-password-compromised.ts'
import { updateUser } from './users/update-user.ts'
import { updateUserMetadata } from './users/update-user-metadata.ts'
import { usersBan } from './users/users-ban.ts'
import { usersUnban } from './users/users-unban.ts'
import { verifyPassword } from './users/verify-password.ts'
import { verifyTOTP } from './users/verify-totp.ts'

/** Every operation of the Backend API, in the order of the reference. */
export const operations: readonly Operation[] = [
  getUserList,
  createUser,
  getUsersCount,
  getUser,
  updateUser,
  deleteUser,
  setUserProfileImage,
  deleteUserProfileImage,
  updateUserMetadata,
  replaceUserMetadata,
  banUser,
  unbanUser,
  usersBan,
  usersUnban,
  lockUser,
  unlockUser,
  verifyPassword,
  removeUserPassword,
  setUserPasswordCompromised,
  unsetUserPasswordCompromised,
  verifyTOTP,
  createTOTP,
  deleteTOTP,
  deleteBackupCode,
  disableMFA,
  createEmailAddress,
  getEmailAddress,
  updateEmailAddress,
  deleteEmailAddress,
  prepareEmailAddressVerification,
  attemptEmailAddressVerification,
  replaceUserEmailAddress,
  createPhoneNumber,
  getPhoneNumber,
  updatePhoneNumber,
  deletePhoneNumber,
  replaceUserPhoneNumber,
  getSessionList,
  createSession,
  getSession,
  revokeSession,
  refreshSession,
  verifySession,
  createSessionToken,
  createSessionTokenFromTemplate,
  getClientList,
  verifyClient,
  getClient,
  createSignInToken,
  revokeSignInToken,
  createActorToken,
  revokeActorToken,
  listJWTTemplates,
  createJWTTemplate,
  getJWTTemplate,
  updateJWTTemplate,
  deleteJWTTemplate,
  getJWKS,
  createTestingToken,
  ...organizationOperations,
  ...roleOperations,
  ...instanceOperations,
  ...invitationOperations,
  getMessages,
]
