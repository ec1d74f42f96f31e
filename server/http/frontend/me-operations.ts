import { acceptOrganizationInvitation } from '#contract/frontend/me/accept-organization-invitation.ts'
import { changePassword } from '#contract/frontend/me/change-password.ts'
import { createBackupCodes } from '#contract/frontend/me/create-backup-codes.ts'
import { createEmailAddresses } from '#contract/frontend/me/create-email-addresses.ts'
import { deleteEmailAddress } from '#contract/frontend/me/delete-email-address.ts'
import { deleteOrganizationMemberships } from '#contract/frontend/me/delete-organization-memberships.ts'
import { deleteProfileImage } from '#contract/frontend/me/delete-profile-image.ts'
import { deleteTOTP } from '#contract/frontend/me/delete-totp.ts'
import { deleteUser } from '#contract/frontend/me/delete-user.ts'
import { getEmailAddress } from '#contract/frontend/me/get-email-address.ts'
import { getEmailAddresses } from '#contract/frontend/me/get-email-addresses.ts'
import { getOrganizationMemberships } from '#contract/frontend/me/get-organization-memberships.ts'
import { getSessions } from '#contract/frontend/me/get-sessions.ts'
import { getUser } from '#contract/frontend/me/get-user.ts'
import { getUsersOrganizationInvitations } from '#contract/frontend/me/get-users-organization-invitations.ts'
import { patchUser } from '#contract/frontend/me/patch-user.ts'
import { patchUserMetadata } from '#contract/frontend/me/patch-user-metadata.ts'
import { postTOTP } from '#contract/frontend/me/post-totp.ts'
import { removePassword } from '#contract/frontend/me/remove-password.ts'
import { revokeSession } from '#contract/frontend/me/revoke-session.ts'
import { sendVerificationEmail } from '#contract/frontend/me/send-verification-email.ts'
import { updateProfileImage } from '#contract/frontend/me/update-profile-image.ts'
import { verifyEmailAddress } from '#contract/frontend/me/verify-email-address.ts'
import { verifyTOTP } from '#contract/frontend/me/verify-totp.ts'
import * as acceptOrganizationInvitationVerb from '#server/frontend/me/accept-organization-invitation.ts'
import * as changePasswordVerb from '#server/frontend/me/change-password.ts'
import * as createBackupCodesVerb from '#server/frontend/me/create-backup-codes.ts'
import * as createEmailAddressesVerb from '#server/frontend/me/create-email-addresses.ts'
import * as deleteEmailAddressVerb from '#server/frontend/me/delete-email-address.ts'
import * as deleteOrganizationMembershipsVerb from '#server/frontend/me/delete-organization-memberships.ts'
import * as deleteProfileImageVerb from '#server/frontend/me/delete-profile-image.ts'
import * as deleteTOTPVerb from '#server/frontend/me/delete-totp.ts'
import * as deleteUserVerb from '#server/frontend/me/delete-user.ts'
import * as getEmailAddressVerb from '#server/frontend/me/get-email-address.ts'
import * as getEmailAddressesVerb from '#server/frontend/me/get-email-addresses.ts'
import * as getOrganizationMembershipsVerb from '#server/frontend/me/get-organization-memberships.ts'
import * as getSessionsVerb from '#server/frontend/me/get-sessions.ts'
import * as getUserVerb from '#server/frontend/me/get-user.ts'
import * as getUsersOrganizationInvitationsVerb from '#server/frontend/me/get-users-organization-invitations.ts'
import * as patchUserVerb from '#server/frontend/me/patch-user.ts'
import * as patchUserMetadataVerb from '#server/frontend/me/patch-user-metadata.ts'
import * as postTOTPVerb from '#server/frontend/me/post-totp.ts'
import * as removePasswordVerb from '#server/frontend/me/remove-password.ts'
import * as revokeSessionVerb from '#server/frontend/me/revoke-session.ts'
import * as sendVerificationEmailVerb from '#server/frontend/me/send-verification-email.ts'
import * as updateProfileImageVerb from '#server/frontend/me/update-profile-image.ts'
import * as verifyEmailAddressVerb from '#server/frontend/me/verify-email-address.ts'
import * as verifyTOTPVerb from '#server/frontend/me/verify-totp.ts'
import { type FrontendRoute, frontendRoute, frontendUploadRoute } from './frontend-route.ts'
import { presentSession } from './present-client.ts'
import {
  presentActiveSessions,
  presentBackupCodes,
  presentDeletedOwn,
  presentEmailAddresses,
  presentImage,
  presentOwnEmailAddress,
  presentOwnTotp,
} from './present-me.ts'
import { presentSeenInvitation, presentSeenInvitations, presentSeenMembers } from './present-organization.ts'
import { presentOwnUser } from './present-own-user.ts'

/** What users do to their own account, a part of the table in `operations.ts`. */
export const meRoutes: readonly FrontendRoute[] = [
  frontendRoute(getUser, getUserVerb.getUser, presentOwnUser),
  frontendRoute(patchUser, patchUserVerb.patchUser, presentOwnUser),
  frontendRoute(patchUserMetadata, patchUserMetadataVerb.patchUserMetadata, presentOwnUser),
  frontendRoute(deleteUser, deleteUserVerb.deleteUser, presentDeletedOwn),
  frontendRoute(changePassword, changePasswordVerb.changePassword, presentOwnUser),
  frontendRoute(removePassword, removePasswordVerb.removePassword, presentOwnUser),
  frontendUploadRoute(updateProfileImage, updateProfileImageVerb.updateProfileImage, presentImage),
  frontendRoute(deleteProfileImage, deleteProfileImageVerb.deleteProfileImage, presentDeletedOwn),
  frontendRoute(getEmailAddresses, getEmailAddressesVerb.getEmailAddresses, presentEmailAddresses),
  frontendRoute(createEmailAddresses, createEmailAddressesVerb.createEmailAddresses, presentOwnEmailAddress),
  frontendRoute(getEmailAddress, getEmailAddressVerb.getEmailAddress, presentOwnEmailAddress),
  frontendRoute(deleteEmailAddress, deleteEmailAddressVerb.deleteEmailAddress, presentDeletedOwn),
  frontendRoute(
    sendVerificationEmail,
    sendVerificationEmailVerb.sendVerificationEmail,
    presentOwnEmailAddress,
  ),
  frontendRoute(verifyEmailAddress, verifyEmailAddressVerb.verifyEmailAddress, presentOwnEmailAddress),
  frontendRoute(postTOTP, postTOTPVerb.postTOTP, presentOwnTotp),
  frontendRoute(verifyTOTP, verifyTOTPVerb.verifyTOTP, presentOwnTotp),
  frontendRoute(deleteTOTP, deleteTOTPVerb.deleteTOTP, presentDeletedOwn),
  frontendRoute(createBackupCodes, createBackupCodesVerb.createBackupCodes, presentBackupCodes),
  frontendRoute(getSessions, getSessionsVerb.getSessions, presentActiveSessions),
  frontendRoute(revokeSession, revokeSessionVerb.revokeSession, presentSession),
  frontendRoute(
    getOrganizationMemberships,
    getOrganizationMembershipsVerb.getOrganizationMemberships,
    presentSeenMembers,
  ),
  frontendRoute(
    deleteOrganizationMemberships,
    deleteOrganizationMembershipsVerb.deleteOrganizationMemberships,
    presentDeletedOwn,
  ),
  frontendRoute(
    getUsersOrganizationInvitations,
    getUsersOrganizationInvitationsVerb.getUsersOrganizationInvitations,
    presentSeenInvitations,
  ),
  frontendRoute(
    acceptOrganizationInvitation,
    acceptOrganizationInvitationVerb.acceptOrganizationInvitation,
    presentSeenInvitation,
  ),
]
