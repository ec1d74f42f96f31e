import * as answers from './answers.ts'
import { createUser } from './create-user.ts'
import * as requests from './requests.ts'
import * as server from './server.ts'
import type { Group, Statement } from './statement.ts'
import * as users from './users.ts'

/** Every group, in the order of the conformance page: the operations first. */
export const groups: readonly Group[] = [
  users.getUserList,
  createUser,
  users.getUsersCount,
  users.getUser,
  users.updateUser,
  users.deleteUser,
  users.updateUserMetadata,
  users.replaceUserMetadata,
  requests.authentication,
  requests.versions,
  requests.bodies,
  requests.queries,
  requests.paging,
  requests.order,
  server.search,
  answers.userShape,
  answers.ids,
  answers.times,
  server.identifications,
  server.metadata,
  answers.errors,
  answers.headers,
  answers.limits,
  answers.clients,
  server.settings,
  server.events,
  server.races,
  server.durability,
  server.running,
  server.documents,
]

export const statements: readonly Statement[] = groups.flatMap((group) => group.statements)
