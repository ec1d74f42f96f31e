import type { Operation } from './operation.ts'
import { createUser } from './users/create-user.ts'
import { deleteUser } from './users/delete-user.ts'
import { getUser } from './users/get-user.ts'
import { getUserList } from './users/get-user-list.ts'
import { getUsersCount } from './users/get-users-count.ts'
import { replaceUserMetadata } from './users/replace-user-metadata.ts'
import { updateUser } from './users/update-user.ts'
import { updateUserMetadata } from './users/update-user-metadata.ts'

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
]
