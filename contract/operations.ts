import { createEmailAddress } from './email-addresses/create-email-address.ts'
import { deleteEmailAddress } from './email-addresses/delete-email-address.ts'
import { getEmailAddress } from './email-addresses/get-email-address.ts'
import { updateEmailAddress } from './email-addresses/update-email-address.ts'
import type { Operation } from './operation.ts'
import { createPhoneNumber } from './phone-numbers/create-phone-number.ts'
import { deletePhoneNumber } from './phone-numbers/delete-phone-number.ts'
import { getPhoneNumber } from './phone-numbers/get-phone-number.ts'
import { updatePhoneNumber } from './phone-numbers/update-phone-number.ts'
import { banUser } from './users/ban-user.ts'
import { createUser } from './users/create-user.ts'
import { deleteUser } from './users/delete-user.ts'
import { getUser } from './users/get-user.ts'
import { getUserList } from './users/get-user-list.ts'
import { getUsersCount } from './users/get-users-count.ts'
import { lockUser } from './users/lock-user.ts'
import { removeUserPassword } from './users/remove-user-password.ts'
import { replaceUserEmailAddress } from './users/replace-user-email-address.ts'
import { replaceUserMetadata } from './users/replace-user-metadata.ts'
import { replaceUserPhoneNumber } from './users/replace-user-phone-number.ts'
import { setUserPasswordCompromised } from './users/set-user-password-compromised.ts'
import { unbanUser } from './users/unban-user.ts'
import { unlockUser } from './users/unlock-user.ts'
import { unsetUserPasswordCompromised } from './users/unset-user-password-compromised.ts'
import { updateUser } from './users/update-user.ts'
import { updateUserMetadata } from './users/update-user-metadata.ts'
import { usersBan } from './users/users-ban.ts'
import { usersUnban } from './users/users-unban.ts'
import { verifyPassword } from './users/verify-password.ts'

/** Every operation of the Backend API, in the order of the reference. */
export const operations: readonly Operation[] = [
  getUserList,
  createUser,
  getUsersCount,
  getUser,
  updateUser,
  deleteUser,
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
  createEmailAddress,
  getEmailAddress,
  updateEmailAddress,
  deleteEmailAddress,
  replaceUserEmailAddress,
  createPhoneNumber,
  getPhoneNumber,
  updatePhoneNumber,
  deletePhoneNumber,
  replaceUserPhoneNumber,
]
