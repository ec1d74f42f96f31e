import type { FrontendOperation } from '../frontend-operation.ts'
import { acceptOrganizationInvitation } from './accept-organization-invitation.ts'
import { changePassword } from './change-password.ts'
import { createBackupCodes } from './create-backup-codes.ts'
import { createEmailAddresses } from './create-email-addresses.ts'
import { deleteEmailAddress } from './delete-email-address.ts'
import { deleteOrganizationMemberships } from './delete-organization-memberships.ts'
import { deleteProfileImage } from './delete-profile-image.ts'
import { deleteTOTP } from './delete-totp.ts'
import { deleteUser } from './delete-user.ts'
import { getEmailAddress } from './get-email-address.ts'
import { getEmailAddresses } from './get-email-addresses.ts'
import { getOrganizationMemberships } from './get-organization-memberships.ts'
import { getSessions } from './get-sessions.ts'
import { getUser } from './get-user.ts'
import { getUsersOrganizationInvitations } from './get-users-organization-invitations.ts'
import { patchUser } from './patch-user.ts'
import { patchUserMetadata } from './patch-user-metadata.ts'
import { postTOTP } from './post-totp.ts'
import { removePassword } from './remove-password.ts'
import { revokeSession } from './revoke-session.ts'
import { sendVerificationEmail } from './send-verification-email.ts'
import { updateProfileImage } from './update-profile-image.ts'
import { verifyEmailAddress } from './verify-email-address.ts'
import { verifyTOTP } from './verify-totp.ts'

/** What users do to their own account, in the order of the reference. */
export const meOperations: readonly FrontendOperation[] = [
  getUser,
  patchUser,
  patchUserMetadata,
  deleteUser,
  changePassword,
  removePassword,
  updateProfileImage,
  deleteProfileImage,
  getEmailAddresses,
  createEmailAddresses,
  getEmailAddress,
  deleteEmailAddress,
  sendVerificationEmail,
  verifyEmailAddress,
  postTOTP,
  verifyTOTP,
  deleteTOTP,
  createBackupCodes,
  getSessions,
  revokeSession,
  getOrganizationMemberships,
  deleteOrganizationMemberships,
  getUsersOrganizationInvitations,
  acceptOrganizationInvitation,
]
