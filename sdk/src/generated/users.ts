// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterate, iterateByOffset, pageOf, type Page } from '../pages.ts'
import type {
  CreateUserParams,
  DeletedObject,
  EmailAddress,
  GetUserListParams,
  GetUsersCountParams,
  NamedUser,
  OrganizationInvitationWithOrganization,
  OrganizationMembership,
  PhoneNumber,
  RemoveUserPasswordParams,
  ReplaceUserEmailAddressParams,
  ReplaceUserMetadataParams,
  ReplaceUserPhoneNumberParams,
  SetUserPasswordCompromisedParams,
  SetUserProfileImageParams,
  TOTP,
  TotalCount,
  UpdateUserMetadataParams,
  UpdateUserParams,
  User,
  UsersBanParams,
  UsersGetOrganizationInvitationsParams,
  UsersGetOrganizationMembershipsParams,
  UsersUnbanParams,
  VerifyPasswordParams,
  VerifyPasswordResult,
  VerifyTOTPParams,
  VerifyTOTPResult,
} from './types.ts'

const getUserList: Operation = {
  id: 'GetUserList',
  method: 'GET',
  path: '/users',
  query: ['email_address', 'phone_number', 'external_id', 'username', 'web3_wallet', 'user_id', 'organization_id', 'query', 'email_address_query', 'phone_number_query', 'username_query', 'name_query', 'banned', 'last_active_at_before', 'last_active_at_after', 'last_active_at_since', 'created_at_before', 'created_at_after', 'last_sign_in_at_before', 'last_sign_in_at_after', 'provider', 'provider_user_id', 'limit', 'offset', 'starting_after', 'order_by'],
  hasBody: false,
}

const createUser: Operation = {
  id: 'CreateUser',
  method: 'POST',
  path: '/users',
  query: [],
  hasBody: true,
}

const getUsersCount: Operation = {
  id: 'GetUsersCount',
  method: 'GET',
  path: '/users/count',
  query: ['email_address', 'phone_number', 'external_id', 'username', 'web3_wallet', 'user_id', 'organization_id', 'query', 'email_address_query', 'phone_number_query', 'username_query', 'name_query', 'banned', 'last_active_at_before', 'last_active_at_after', 'last_active_at_since', 'created_at_before', 'created_at_after', 'last_sign_in_at_before', 'last_sign_in_at_after', 'provider', 'provider_user_id'],
  hasBody: false,
}

const getUser: Operation = {
  id: 'GetUser',
  method: 'GET',
  path: '/users/{user_id}',
  query: [],
  hasBody: false,
}

const updateUser: Operation = {
  id: 'UpdateUser',
  method: 'PATCH',
  path: '/users/{user_id}',
  query: [],
  hasBody: true,
}

const deleteUser: Operation = {
  id: 'DeleteUser',
  method: 'DELETE',
  path: '/users/{user_id}',
  query: [],
  hasBody: false,
}

const setUserProfileImage: Operation = {
  id: 'SetUserProfileImage',
  method: 'POST',
  path: '/users/{user_id}/profile_image',
  query: [],
  hasBody: false,
  upload: 'file',
}

const deleteUserProfileImage: Operation = {
  id: 'DeleteUserProfileImage',
  method: 'DELETE',
  path: '/users/{user_id}/profile_image',
  query: [],
  hasBody: false,
}

const updateUserMetadata: Operation = {
  id: 'UpdateUserMetadata',
  method: 'PATCH',
  path: '/users/{user_id}/metadata',
  query: [],
  hasBody: true,
}

const replaceUserMetadata: Operation = {
  id: 'ReplaceUserMetadata',
  method: 'PUT',
  path: '/users/{user_id}/metadata',
  query: [],
  hasBody: true,
}

const banUser: Operation = {
  id: 'BanUser',
  method: 'POST',
  path: '/users/{user_id}/ban',
  query: [],
  hasBody: false,
}

const unbanUser: Operation = {
  id: 'UnbanUser',
  method: 'POST',
  path: '/users/{user_id}/unban',
  query: [],
  hasBody: false,
}

const usersBan: Operation = {
  id: 'UsersBan',
  method: 'POST',
  path: '/users/ban',
  query: [],
  hasBody: true,
}

const usersUnban: Operation = {
  id: 'UsersUnban',
  method: 'POST',
  path: '/users/unban',
  query: [],
  hasBody: true,
}

const lockUser: Operation = {
  id: 'LockUser',
  method: 'POST',
  path: '/users/{user_id}/lock',
  query: [],
  hasBody: false,
}

const unlockUser: Operation = {
  id: 'UnlockUser',
  method: 'POST',
  path: '/users/{user_id}/unlock',
  query: [],
  hasBody: false,
}

const verifyPassword: Operation = {
  id: 'VerifyPassword',
  method: 'POST',
  path: '/users/{user_id}/verify_password',
  query: [],
  hasBody: true,
}

const removeUserPassword: Operation = {
  id: 'RemoveUserPassword',
  method: 'POST',
  path: '/users/{user_id}/remove_password',
  query: [],
  hasBody: true,
}

const setUserPasswordCompromised: Operation = {
  id: 'SetUserPasswordCompromised',
  method: 'POST',
  path: '/users/{user_id}/password/set_compromised',
  query: [],
  hasBody: true,
}

const unsetUserPasswordCompromised: Operation = {
  id: 'UnsetUserPasswordCompromised',
  method: 'POST',
  path: '/users/{user_id}/password/unset_compromised',
  query: [],
  hasBody: false,
}

const verifyTOTP: Operation = {
  id: 'VerifyTOTP',
  method: 'POST',
  path: '/users/{user_id}/verify_totp',
  query: [],
  hasBody: true,
}

const createTOTP: Operation = {
  id: 'CreateTOTP',
  method: 'POST',
  path: '/users/{user_id}/totp',
  query: [],
  hasBody: false,
}

const deleteTOTP: Operation = {
  id: 'DeleteTOTP',
  method: 'DELETE',
  path: '/users/{user_id}/totp',
  query: [],
  hasBody: false,
}

const deleteBackupCode: Operation = {
  id: 'DeleteBackupCode',
  method: 'DELETE',
  path: '/users/{user_id}/backup_code',
  query: [],
  hasBody: false,
}

const disableMFA: Operation = {
  id: 'DisableMFA',
  method: 'DELETE',
  path: '/users/{user_id}/mfa',
  query: [],
  hasBody: false,
}

const replaceUserEmailAddress: Operation = {
  id: 'ReplaceUserEmailAddress',
  method: 'PUT',
  path: '/users/{user_id}/email_address',
  query: [],
  hasBody: true,
}

const replaceUserPhoneNumber: Operation = {
  id: 'ReplaceUserPhoneNumber',
  method: 'PUT',
  path: '/users/{user_id}/phone_number',
  query: [],
  hasBody: true,
}

const usersGetOrganizationMemberships: Operation = {
  id: 'UsersGetOrganizationMemberships',
  method: 'GET',
  path: '/users/{user_id}/organization_memberships',
  query: ['limit', 'offset'],
  hasBody: false,
}

const usersGetOrganizationInvitations: Operation = {
  id: 'UsersGetOrganizationInvitations',
  method: 'GET',
  path: '/users/{user_id}/organization_invitations',
  query: ['status', 'limit', 'offset'],
  hasBody: false,
}

export class Users {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List users.
   *
   * One page, and the number of all that the filters match. The number comes from a second request, made at the same time.
   *
   * `GET /v1/users`, operation `GetUserList`.
   *
   * @throws {ValidationError} `form_param_array_size_exceeded`, `form_param_value_invalid`, `form_param_invalid_date`, `form_conditional_param_missing`, `form_conditional_param_disallowed`, `form_resource_not_found`
   */
  list(params?: GetUserListParams, options?: CallOptions): Promise<Page<User>> {
    return pageOf(
      this.#call<readonly User[]>(getUserList, [], params, options),
      this.#call<TotalCount>(getUsersCount, [], params, options),
    )
  }

  /**
   * List users.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given.
   *
   * `GET /v1/users`, operation `GetUserList`.
   *
   * @throws {ValidationError} `form_param_array_size_exceeded`, `form_param_value_invalid`, `form_param_invalid_date`, `form_conditional_param_missing`, `form_conditional_param_disallowed`, `form_resource_not_found`
   */
  iterate(params?: Omit<GetUserListParams, 'offset' | 'startingAfter'>, options?: CallOptions): AsyncGenerator<User, void, undefined> {
    return iterate((params) => this.#call<readonly User[]>(getUserList, [], params, options), params)
  }

  /**
   * Create a user.
   *
   * The first of each kind of identifier becomes the primary one. Addresses count as verified unless a status says otherwise. All or nothing: a refusal leaves no trace.
   *
   * `POST /v1/users`, operation `CreateUser`.
   *
   * @throws {PermissionError} `unsupported_subscription_plan_features`, `feature_not_enabled`, `not_allowed_access`
   * @throws {ValidationError} `form_param_format_invalid`, `form_param_invalid_time`, `form_param_max_length_exceeded`, `form_param_value_too_large`, `form_param_exceeds_allowed_size`, `form_identifier_exists`, `form_username_invalid_length`, `form_username_invalid_character`, `form_username_needs_non_number_char`, `form_username_cannot_be_phone_number`, `form_param_nil`, `form_conditional_param_missing`, `form_conditional_param_disallowed`, `form_password_length_too_short`, `form_password_length_too_long`, `form_password_size_in_bytes_exceeded`, `form_password_no_lowercase`, `form_password_no_uppercase`, `form_password_no_number`, `form_password_no_special_char`, `form_password_not_strong_enough`, `form_password_pwned`, `form_password_matches_identifier`, `form_password_validation_failed`, `form_password_digest_invalid_code`, `form_param_array_size_exceeded`, `invalid_totp_secret_code`, `form_param_array_length_mismatch`, `form_data_missing`, `form_param_missing`
   */
  create(params?: CreateUserParams, options?: CallOptions): Promise<User> {
    return this.#call<User>(createUser, [], params, options)
  }

  /**
   * Count users.
   *
   * How many users the filters match. Paging and order parameters are ignored, so a list call can be repeated as it is.
   *
   * `GET /v1/users/count`, operation `GetUsersCount`.
   *
   * @throws {ValidationError} `form_param_array_size_exceeded`, `form_param_value_invalid`, `form_param_invalid_date`, `form_conditional_param_missing`
   */
  count(params?: GetUsersCountParams, options?: CallOptions): Promise<number> {
    return this.#call<TotalCount>(getUsersCount, [], params, options).then(({ totalCount }) => totalCount)
  }

  /**
   * Get a user.
   *
   * Includes `privateMetadata`. Reading changes nothing; the lock countdown is computed at the read.
   *
   * `GET /v1/users/{user_id}`, operation `GetUser`.
   *
   * @throws {NotFoundError} `resource_not_found`
   */
  get(userId: string, options?: CallOptions): Promise<User> {
    return this.#call<User>(getUser, [userId], undefined, options)
  }

  /**
   * Update a user.
   *
   * Absent keys stay as they are; an empty body changes nothing. Up to version 2025-11-10 the metadata fields replace what was stored; from 2026-05-12 on they are unknown here.
   *
   * `PATCH /v1/users/{user_id}`, operation `UpdateUser`.
   *
   * @throws {ValidationError} `breaks_instance_invariant`, `identification_deletion_failed`, `form_param_format_invalid`, `form_param_invalid_time`, `form_param_max_length_exceeded`, `form_param_value_too_large`, `form_param_exceeds_allowed_size`, `form_identifier_exists`, `form_username_invalid_length`, `form_username_invalid_character`, `form_username_needs_non_number_char`, `form_username_cannot_be_phone_number`, `form_param_nil`, `form_conditional_param_missing`, `form_conditional_param_disallowed`, `form_password_length_too_short`, `form_password_length_too_long`, `form_password_size_in_bytes_exceeded`, `form_password_no_lowercase`, `form_password_no_uppercase`, `form_password_no_number`, `form_password_no_special_char`, `form_password_not_strong_enough`, `form_password_pwned`, `form_password_matches_identifier`, `form_password_validation_failed`, `form_password_digest_invalid_code`, `form_param_array_size_exceeded`, `invalid_totp_secret_code`, `form_resource_not_found`, `form_verification_needed`
   * @throws {NotFoundError} `resource_not_found`, `image_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  update(userId: string, params: UpdateUserParams, options?: CallOptions): Promise<User> {
    return this.#call<User>(updateUser, [userId], params, options)
  }

  /**
   * Delete a user.
   *
   * Everything attached to the user goes too; identifiers and the external id are free at once.
   *
   * `DELETE /v1/users/{user_id}`, operation `DeleteUser`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  delete(userId: string, options?: CallOptions): Promise<DeletedObject> {
    return this.#call<DeletedObject>(deleteUser, [userId], undefined, options)
  }

  /**
   * Upload a profile picture.
   *
   * Takes a JPEG, PNG, GIF or WebP picture of at most 10 MB, whatever its name and its declared type are. It is cut square, turned upright, made at most 1024 pixels wide and stored as WebP, with nothing but its pixels; of a moving picture the first frame stays. It takes the place of the picture before it, whose file is removed.
   *
   * `POST /v1/users/{user_id}/profile_image`, operation `SetUserProfileImage`.
   *
   * @throws {ValidationError} `request_body_invalid`, `form_param_missing`, `image_too_large`, `unsupported_content_type`, `form_param_unknown`, `form_param_duplicate`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  setProfileImage(userId: string, params: SetUserProfileImageParams, options?: CallOptions): Promise<User> {
    return this.#call<User>(setUserProfileImage, [userId], params, options)
  }

  /**
   * Remove the profile picture.
   *
   * `imageUrl` then leads to a picture that is drawn from the name. The file goes, unless another user has the same picture.
   *
   * `DELETE /v1/users/{user_id}/profile_image`, operation `DeleteUserProfileImage`.
   *
   * @throws {NotFoundError} `resource_not_found`, `image_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  deleteProfileImage(userId: string, options?: CallOptions): Promise<User> {
    return this.#call<User>(deleteUserProfileImage, [userId], undefined, options)
  }

  /**
   * Merge and update a user's metadata.
   *
   * Objects merge at every depth, null removes a key at any depth, arrays and scalars replace. The size limit, 8192 bytes for each field, holds for the merged result.
   *
   * `PATCH /v1/users/{user_id}/metadata`, operation `UpdateUserMetadata`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_exceeds_allowed_size`
   */
  updateMetadata(userId: string, params: UpdateUserMetadataParams, options?: CallOptions): Promise<User> {
    return this.#call<User>(updateUserMetadata, [userId], params, options)
  }

  /**
   * Replace a user's metadata.
   *
   * Each field that is sent replaces the stored one whole; fields not sent stay. `{}` clears. Null stores null, which reads as `{}` in the public and unsafe fields.
   *
   * `PUT /v1/users/{user_id}/metadata`, operation `ReplaceUserMetadata`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_exceeds_allowed_size`
   */
  replaceMetadata(userId: string, params: ReplaceUserMetadataParams, options?: CallOptions): Promise<User> {
    return this.#call<User>(replaceUserMetadata, [userId], params, options)
  }

  /**
   * Ban a user.
   *
   * The user may not sign in any more, and every session ends. Nothing is deleted; a ban and a lock know nothing of each other. Banning a banned user changes nothing.
   *
   * `POST /v1/users/{user_id}/ban`, operation `BanUser`.
   *
   * @throws {PermissionError} `unsupported_subscription_plan_features`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  ban(userId: string, options?: CallOptions): Promise<User> {
    return this.#call<User>(banUser, [userId], undefined, options)
  }

  /**
   * Unban a user.
   *
   * The user may sign in again. Sessions that the ban ended stay ended. Works also where banning is switched off.
   *
   * `POST /v1/users/{user_id}/unban`, operation `UnbanUser`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  unban(userId: string, options?: CallOptions): Promise<User> {
    return this.#call<User>(unbanUser, [userId], undefined, options)
  }

  /**
   * Ban several users.
   *
   * Bans all of them or, when one is refused, none. Answers the users in the order of the ids.
   *
   * `POST /v1/users/ban`, operation `UsersBan`.
   *
   * @throws {ValidationError} `bulk_size_exceeded`, `form_param_missing`, `form_param_nil`
   * @throws {PermissionError} `unsupported_subscription_plan_features`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  banMany(params: UsersBanParams, options?: CallOptions): Promise<readonly User[]> {
    return this.#call<readonly User[]>(usersBan, [], params, options)
  }

  /**
   * Unban several users.
   *
   * Unbans all of them or, when one is unknown, none. Answers the users in the order of the ids.
   *
   * `POST /v1/users/unban`, operation `UsersUnban`.
   *
   * @throws {ValidationError} `bulk_size_exceeded`, `form_param_missing`, `form_param_nil`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  unbanMany(params: UsersUnbanParams, options?: CallOptions): Promise<readonly User[]> {
    return this.#call<readonly User[]>(usersUnban, [], params, options)
  }

  /**
   * Lock a user.
   *
   * The user may not sign in for the duration in the settings, counted from now; sessions go on. The attempts left stay as they are. Locking a locked user begins the duration anew.
   *
   * `POST /v1/users/{user_id}/lock`, operation `LockUser`.
   *
   * @throws {PermissionError} `feature_not_enabled`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  lock(userId: string, options?: CallOptions): Promise<User> {
    return this.#call<User>(lockUser, [userId], undefined, options)
  }

  /**
   * Unlock a user.
   *
   * Lifts every lock, and all attempts are left again.
   *
   * `POST /v1/users/{user_id}/unlock`, operation `UnlockUser`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  unlock(userId: string, options?: CallOptions): Promise<User> {
    return this.#call<User>(unlockUser, [userId], undefined, options)
  }

  /**
   * Verify a user's password.
   *
   * Says whether the password is the one of the user. A wrong one uses up an attempt, and the last attempt locks the user; while a user is locked, nothing is compared. The first success replaces an imported digest by one of our own making.
   *
   * `POST /v1/users/{user_id}/verify_password`, operation `VerifyPassword`.
   *
   * @throws {ValidationError} `no_password_set`, `incorrect_password`, `form_param_missing`, `form_param_nil`, `form_param_max_length_exceeded`
   * @throws {PermissionError} `user_locked`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  verifyPassword(userId: string, params: VerifyPasswordParams, options?: CallOptions): Promise<VerifyPasswordResult> {
    return this.#call<VerifyPasswordResult>(verifyPassword, [userId], params, options)
  }

  /**
   * Remove a user's password.
   *
   * Also when the user has no other way to sign in. A user without a password is answered unchanged.
   *
   * `POST /v1/users/{user_id}/remove_password`, operation `RemoveUserPassword`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  removePassword(userId: string, params?: RemoveUserPasswordParams, options?: CallOptions): Promise<User> {
    return this.#call<User>(removeUserPassword, [userId], params, options)
  }

  /**
   * Mark a user's password as compromised.
   *
   * The user must choose another password at the next sign-in. A new password ends the mark.
   *
   * `POST /v1/users/{user_id}/password/set_compromised`, operation `SetUserPasswordCompromised`.
   *
   * @throws {ValidationError} `no_password_set`
   * @throws {PermissionError} `password_disabled`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  setPasswordCompromised(userId: string, params?: SetUserPasswordCompromisedParams, options?: CallOptions): Promise<User> {
    return this.#call<User>(setUserPasswordCompromised, [userId], params, options)
  }

  /**
   * Take the mark from a user's password.
   *
   * The password counts as safe again. Without a mark nothing changes.
   *
   * `POST /v1/users/{user_id}/password/unset_compromised`, operation `UnsetUserPasswordCompromised`.
   *
   * @throws {ValidationError} `no_password_set`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  unsetPasswordCompromised(userId: string, options?: CallOptions): Promise<User> {
    return this.#call<User>(unsetUserPasswordCompromised, [userId], undefined, options)
  }

  /**
   * Verify a code of an authenticator app or a backup code.
   *
   * Every code is good for one success: a code of an app is accepted one step (30 seconds) early or late at most and never twice; a backup code is used up. The first right code confirms an app that was only created. A wrong code uses up an attempt, counted apart from passwords; while a user is locked, nothing is compared.
   *
   * `POST /v1/users/{user_id}/verify_totp`, operation `VerifyTOTP`.
   *
   * @throws {ValidationError} `totp_disabled`, `totp_incorrect_code`, `totp_invalid_length`, `form_param_missing`, `form_param_nil`, `form_param_max_length_exceeded`
   * @throws {PermissionError} `user_locked`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  verifyTOTP(userId: string, params: VerifyTOTPParams, options?: CallOptions): Promise<VerifyTOTPResult> {
    return this.#call<VerifyTOTPResult>(verifyTOTP, [userId], params, options)
  }

  /**
   * Create an authenticator app.
   *
   * Answers a new secret, once. It becomes a second factor when VerifyTOTP has seen a right code; until then another call replaces it.
   *
   * `POST /v1/users/{user_id}/totp`, operation `CreateTOTP`.
   *
   * @throws {ValidationError} `totp_already_enabled`
   * @throws {PermissionError} `feature_not_enabled`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  createTOTP(userId: string, options?: CallOptions): Promise<TOTP> {
    return this.#call<TOTP>(createTOTP, [userId], undefined, options)
  }

  /**
   * Delete a user's authenticator app.
   *
   * Confirmed or not. Where no other second factor is left, the backup codes go too. A user without an app is refused with 404.
   *
   * `DELETE /v1/users/{user_id}/totp`, operation `DeleteTOTP`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  deleteTOTP(userId: string, options?: CallOptions): Promise<NamedUser> {
    return this.#call<NamedUser>(deleteTOTP, [userId], undefined, options)
  }

  /**
   * Delete a user's backup codes.
   *
   * All of them; the other second factors stay. A user without any is refused with 404.
   *
   * `DELETE /v1/users/{user_id}/backup_code`, operation `DeleteBackupCode`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  deleteBackupCodes(userId: string, options?: CallOptions): Promise<NamedUser> {
    return this.#call<NamedUser>(deleteBackupCode, [userId], undefined, options)
  }

  /**
   * Remove a user's second factors.
   *
   * The authenticator app, the backup codes and the mark of phone numbers as second factors, all at once. A user without any is answered alike.
   *
   * `DELETE /v1/users/{user_id}/mfa`, operation `DisableMFA`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  disableMFA(userId: string, options?: CallOptions): Promise<NamedUser> {
    return this.#call<NamedUser>(disableMFA, [userId], undefined, options)
  }

  /**
   * Replace a user's e-mail addresses.
   *
   * One address takes the place of all. It is the primary one if it is verified. Mind `unverified`: a user without another identifier can no longer sign in.
   *
   * `PUT /v1/users/{user_id}/email_address`, operation `ReplaceUserEmailAddress`.
   *
   * @throws {PermissionError} `feature_not_enabled`, `not_allowed_access`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_missing`, `form_param_nil`, `form_param_format_invalid`, `form_identifier_exists`
   */
  replaceEmailAddress(userId: string, params: ReplaceUserEmailAddressParams, options?: CallOptions): Promise<EmailAddress> {
    return this.#call<EmailAddress>(replaceUserEmailAddress, [userId], params, options)
  }

  /**
   * Replace a user's phone numbers.
   *
   * One number takes the place of all. It is the primary one if it is verified, and never a second factor: replacing a number that was one switches it off. Mind `unverified`: a user without another identifier can no longer sign in.
   *
   * `PUT /v1/users/{user_id}/phone_number`, operation `ReplaceUserPhoneNumber`.
   *
   * @throws {PermissionError} `feature_not_enabled`, `not_allowed_access`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_missing`, `form_param_nil`, `form_param_format_invalid`, `form_identifier_exists`
   */
  replacePhoneNumber(userId: string, params: ReplaceUserPhoneNumberParams, options?: CallOptions): Promise<PhoneNumber> {
    return this.#call<PhoneNumber>(replaceUserPhoneNumber, [userId], params, options)
  }

  /**
   * List a user's organization memberships.
   *
   * A page, newest memberships first, and the number of all. An unknown user is a member of nothing: the list is empty.
   *
   * `GET /v1/users/{user_id}/organization_memberships`, operation `UsersGetOrganizationMemberships`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   */
  getOrganizationMemberships(userId: string, params?: UsersGetOrganizationMembershipsParams, options?: CallOptions): Promise<Page<OrganizationMembership>> {
    return this.#call<Page<OrganizationMembership>>(usersGetOrganizationMemberships, [userId], params, options)
  }

  /**
   * List a user's organization memberships.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/users/{user_id}/organization_memberships`, operation `UsersGetOrganizationMemberships`.
   *
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   */
  iterateOrganizationMemberships(userId: string, params?: Omit<UsersGetOrganizationMembershipsParams, 'offset'>, options?: CallOptions): AsyncGenerator<OrganizationMembership, void, undefined> {
    return iterateByOffset(
      (params) => this.#call<Page<OrganizationMembership>>(usersGetOrganizationMemberships, [userId], params, options).then(({ data }) => data),
      params,
    )
  }

  /**
   * List a user's invitations to organizations.
   *
   * Those of the addresses that the user has verified, newest first, whatever their status.
   *
   * `GET /v1/users/{user_id}/organization_invitations`, operation `UsersGetOrganizationInvitations`.
   *
   * @throws {ValidationError} `invalid_query_parameter_value`, `form_param_array_size_exceeded`
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   */
  getOrganizationInvitations(userId: string, params?: UsersGetOrganizationInvitationsParams, options?: CallOptions): Promise<Page<OrganizationInvitationWithOrganization>> {
    return this.#call<Page<OrganizationInvitationWithOrganization>>(usersGetOrganizationInvitations, [userId], params, options)
  }

  /**
   * List a user's invitations to organizations.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/users/{user_id}/organization_invitations`, operation `UsersGetOrganizationInvitations`.
   *
   * @throws {ValidationError} `invalid_query_parameter_value`, `form_param_array_size_exceeded`
   * @throws {PermissionError} `organization_not_enabled_in_instance`
   * @throws {NotFoundError} `resource_not_found`
   */
  iterateOrganizationInvitations(userId: string, params?: Omit<UsersGetOrganizationInvitationsParams, 'offset'>, options?: CallOptions): AsyncGenerator<OrganizationInvitationWithOrganization, void, undefined> {
    return iterateByOffset(
      (params) => this.#call<Page<OrganizationInvitationWithOrganization>>(usersGetOrganizationInvitations, [userId], params, options).then(({ data }) => data),
      params,
    )
  }
}
