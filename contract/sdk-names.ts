/**
 * How the TypeScript SDK calls an operation, by its id: `GetUserList` is `bartleby.users.list`.
 * `npm run generate` refuses an operation that has no line here.
 */
export const sdkNames: Readonly<Record<string, readonly [resource: string, method: string]>> = {
  GetUserList: ['users', 'list'],
  CreateUser: ['users', 'create'],
  GetUsersCount: ['users', 'count'],
  GetUser: ['users', 'get'],
  UpdateUser: ['users', 'update'],
  DeleteUser: ['users', 'delete'],
  BanUser: ['users', 'ban'],
  UnbanUser: ['users', 'unban'],
  UsersBan: ['users', 'banMany'],
  UsersUnban: ['users', 'unbanMany'],
  LockUser: ['users', 'lock'],
  UnlockUser: ['users', 'unlock'],
  UpdateUserMetadata: ['users', 'updateMetadata'],
  ReplaceUserMetadata: ['users', 'replaceMetadata'],
  VerifyPassword: ['users', 'verifyPassword'],
  RemoveUserPassword: ['users', 'removePassword'],
  SetUserPasswordCompromised: ['users', 'setPasswordCompromised'],
  UnsetUserPasswordCompromised: ['users', 'unsetPasswordCompromised'],
  ReplaceUserEmailAddress: ['users', 'replaceEmailAddress'],
  ReplaceUserPhoneNumber: ['users', 'replacePhoneNumber'],
  CreateEmailAddress: ['emailAddresses', 'create'],
  GetEmailAddress: ['emailAddresses', 'get'],
  UpdateEmailAddress: ['emailAddresses', 'update'],
  DeleteEmailAddress: ['emailAddresses', 'delete'],
  CreatePhoneNumber: ['phoneNumbers', 'create'],
  GetPhoneNumber: ['phoneNumbers', 'get'],
  UpdatePhoneNumber: ['phoneNumbers', 'update'],
  DeletePhoneNumber: ['phoneNumbers', 'delete'],
}
