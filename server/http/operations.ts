import { createUser } from '#contract/users/create-user.ts'
import { deleteUser } from '#contract/users/delete-user.ts'
import { getUser } from '#contract/users/get-user.ts'
import { getUserList } from '#contract/users/get-user-list.ts'
import { getUsersCount } from '#contract/users/get-users-count.ts'
import { replaceUserMetadata } from '#contract/users/replace-user-metadata.ts'
import { updateUser } from '#contract/users/update-user.ts'
import { updateUserMetadata } from '#contract/users/update-user-metadata.ts'
import * as create from '#server/users/create-user.ts'
import * as remove from '#server/users/delete-user.ts'
import * as get from '#server/users/get-user.ts'
import * as list from '#server/users/get-user-list.ts'
import * as count from '#server/users/get-users-count.ts'
import * as replaceMetadata from '#server/users/replace-user-metadata.ts'
import * as update from '#server/users/update-user.ts'
import * as updateMetadata from '#server/users/update-user-metadata.ts'
import { presentCount, presentDeleted, presentUser, presentUsers } from './present-user.ts'
import { type Route, route } from './route.ts'

/** Every operation of the Backend API: the contract, the verb that does it, how the outcome is written. */
export const routes: readonly Route[] = [
  route(getUserList, list.getUserList, presentUsers),
  route(createUser, create.createUser, presentUser),
  route(getUsersCount, count.getUsersCount, presentCount),
  route(getUser, get.getUser, presentUser),
  route(updateUser, update.updateUser, presentUser),
  route(deleteUser, remove.deleteUser, presentDeleted),
  route(updateUserMetadata, updateMetadata.updateUserMetadata, presentUser),
  route(replaceUserMetadata, replaceMetadata.replaceUserMetadata, presentUser),
]
