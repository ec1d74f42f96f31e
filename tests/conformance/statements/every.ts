import * as access from './access.ts'
import * as answers from './answers.ts'
import { createUser } from './create-user.ts'
import * as frontend from './frontend.ts'
import * as identifiers from './identifiers.ts'
import * as mail from './mail.ts'
import * as pictures from './pictures.ts'
import * as requests from './requests.ts'
import * as factors from './second-factors.ts'
import * as server from './server.ts'
import type { Group, Statement } from './statement.ts'
import * as tokens from './tokens.ts'
import * as users from './users.ts'

/** Every group, in the order of the conformance page: the operations first. */
export const groups: readonly Group[] = [
  users.getUserList,
  createUser,
  users.getUsersCount,
  users.getUser,
  users.updateUser,
  users.deleteUser,
  pictures.setUserProfileImage,
  pictures.deleteUserProfileImage,
  users.updateUserMetadata,
  users.replaceUserMetadata,
  access.banUser,
  access.unbanUser,
  access.usersBan,
  access.usersUnban,
  access.lockUser,
  access.unlockUser,
  access.verifyPassword,
  access.removeUserPassword,
  access.setUserPasswordCompromised,
  access.unsetUserPasswordCompromised,
  factors.verifyTOTP,
  factors.createTOTP,
  factors.deleteTOTP,
  factors.deleteBackupCode,
  factors.disableMFA,
  identifiers.createEmailAddress,
  identifiers.getEmailAddress,
  identifiers.updateEmailAddress,
  identifiers.deleteEmailAddress,
  mail.prepareEmailAddressVerification,
  mail.attemptEmailAddressVerification,
  identifiers.replaceUserEmailAddress,
  identifiers.createPhoneNumber,
  identifiers.getPhoneNumber,
  identifiers.updatePhoneNumber,
  identifiers.deletePhoneNumber,
  identifiers.phoneFactors,
  identifiers.replaceUserPhoneNumber,
  tokens.createSessionToken,
  tokens.createSessionTokenFromTemplate,
  tokens.listJWTTemplates,
  tokens.createJWTTemplate,
  tokens.getJWTTemplate,
  tokens.updateJWTTemplate,
  tokens.deleteJWTTemplate,
  tokens.getJWKS,
  tokens.createTestingToken,
  access.passwords,
  factors.secondFactors,
  mail.getMessages,
  mail.mail,
  frontend.frontendWire,
  frontend.environment,
  frontend.clients,
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
  frontend.secrets,
  server.settings,
  server.events,
  server.races,
  server.durability,
  server.running,
  server.operators,
  server.documents,
]

export const statements: readonly Statement[] = groups.flatMap((group) => group.statements)
