// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import type {
  AttemptEmailAddressVerificationParams,
  CreateEmailAddressParams,
  DeletedObject,
  EmailAddress,
  EmailAddressVerification,
  UpdateEmailAddressParams,
} from './types.ts'

const createEmailAddress: Operation = {
  id: 'CreateEmailAddress',
  method: 'POST',
  path: '/email_addresses',
  query: [],
  hasBody: true,
}

const getEmailAddress: Operation = {
  id: 'GetEmailAddress',
  method: 'GET',
  path: '/email_addresses/{email_address_id}',
  query: [],
  hasBody: false,
}

const updateEmailAddress: Operation = {
  id: 'UpdateEmailAddress',
  method: 'PATCH',
  path: '/email_addresses/{email_address_id}',
  query: [],
  hasBody: true,
}

const deleteEmailAddress: Operation = {
  id: 'DeleteEmailAddress',
  method: 'DELETE',
  path: '/email_addresses/{email_address_id}',
  query: [],
  hasBody: false,
}

const prepareEmailAddressVerification: Operation = {
  id: 'PrepareEmailAddressVerification',
  method: 'POST',
  path: '/email_addresses/{email_address_id}/prepare_verification',
  query: [],
  hasBody: false,
}

const attemptEmailAddressVerification: Operation = {
  id: 'AttemptEmailAddressVerification',
  method: 'POST',
  path: '/email_addresses/{email_address_id}/attempt_verification',
  query: [],
  hasBody: true,
}

export class EmailAddresses {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Add an e-mail address to a user.
   *
   * A verified address belongs to this user alone. One that is not verified cannot be used to sign in, and others may have it too.
   *
   * `POST /v1/email_addresses`, operation `CreateEmailAddress`.
   *
   * @throws {PermissionError} `feature_not_enabled`, `not_allowed_access`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_missing`, `form_param_nil`, `form_param_format_invalid`, `form_identifier_exists`, `form_verification_needed`
   */
  create(params: CreateEmailAddressParams, options?: CallOptions): Promise<EmailAddress> {
    return this.#call<EmailAddress>(createEmailAddress, [], params, options)
  }

  /**
   * Get an e-mail address.
   *
   * The same object as in `emailAddresses` of its user.
   *
   * `GET /v1/email_addresses/{email_address_id}`, operation `GetEmailAddress`.
   *
   * @throws {NotFoundError} `resource_not_found`
   */
  get(emailAddressId: string, options?: CallOptions): Promise<EmailAddress> {
    return this.#call<EmailAddress>(getEmailAddress, [emailAddressId], undefined, options)
  }

  /**
   * Update an e-mail address.
   *
   * Absent keys change nothing. A user without a primary address gets this one when it becomes verified, unless `primary` is false.
   *
   * `PATCH /v1/email_addresses/{email_address_id}`, operation `UpdateEmailAddress`.
   *
   * @throws {ValidationError} `identification_update_failed`, `form_identifier_exists`, `form_verification_needed`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  update(emailAddressId: string, params: UpdateEmailAddressParams, options?: CallOptions): Promise<EmailAddress> {
    return this.#call<EmailAddress>(updateEmailAddress, [emailAddressId], params, options)
  }

  /**
   * Delete an e-mail address.
   *
   * If it was the primary one, the oldest other verified address takes its place. The last way to sign in stays.
   *
   * `DELETE /v1/email_addresses/{email_address_id}`, operation `DeleteEmailAddress`.
   *
   * @throws {ValidationError} `identification_deletion_failed`, `last_required_identification_deletion_failed`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  delete(emailAddressId: string, options?: CallOptions): Promise<DeletedObject> {
    return this.#call<DeletedObject>(deleteEmailAddress, [emailAddressId], undefined, options)
  }

  /**
   * Mail a code to an e-mail address.
   *
   * Six digits that work once, for ten minutes, until a newer code is sent. At most 5 codes in an hour for one address of a user, and 10 to one mailbox.
   *
   * `POST /v1/email_addresses/{email_address_id}/prepare_verification`, operation `PrepareEmailAddressVerification`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {RateLimitError} `verification_code_too_many_requests`
   */
  prepareVerification(emailAddressId: string, options?: CallOptions): Promise<EmailAddressVerification> {
    return this.#call<EmailAddressVerification>(prepareEmailAddressVerification, [emailAddressId], undefined, options)
  }

  /**
   * Check a mailed code.
   *
   * Whether the code is right is told by `status`, not by a refusal. The right code makes an address verified that is not; it never signs anybody in. Three wrong tries make a code void.
   *
   * `POST /v1/email_addresses/{email_address_id}/attempt_verification`, operation `AttemptEmailAddressVerification`.
   *
   * @throws {ValidationError} `verification_already_verified`, `form_param_missing`, `form_param_nil`, `form_identifier_exists`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  attemptVerification(emailAddressId: string, params: AttemptEmailAddressVerificationParams, options?: CallOptions): Promise<EmailAddressVerification> {
    return this.#call<EmailAddressVerification>(attemptEmailAddressVerification, [emailAddressId], params, options)
  }
}
