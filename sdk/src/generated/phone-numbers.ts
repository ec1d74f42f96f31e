// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import type {
  CreatePhoneNumberParams,
  DeletedObject,
  PhoneNumber,
  UpdatePhoneNumberParams,
} from './types.ts'

const createPhoneNumber: Operation = {
  id: 'CreatePhoneNumber',
  method: 'POST',
  path: '/phone_numbers',
  query: [],
  hasBody: true,
}

const getPhoneNumber: Operation = {
  id: 'GetPhoneNumber',
  method: 'GET',
  path: '/phone_numbers/{phone_number_id}',
  query: [],
  hasBody: false,
}

const updatePhoneNumber: Operation = {
  id: 'UpdatePhoneNumber',
  method: 'PATCH',
  path: '/phone_numbers/{phone_number_id}',
  query: [],
  hasBody: true,
}

const deletePhoneNumber: Operation = {
  id: 'DeletePhoneNumber',
  method: 'DELETE',
  path: '/phone_numbers/{phone_number_id}',
  query: [],
  hasBody: false,
}

export class PhoneNumbers {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Add a phone number to a user.
   *
   * A verified number belongs to this user alone. One that is not verified cannot be used to sign in, and others may have it too.
   *
   * `POST /v1/phone_numbers`, operation `CreatePhoneNumber`.
   *
   * @throws {ValidationError} `identification_create_second_factor_unverified`, `form_param_missing`, `form_param_nil`, `form_param_format_invalid`, `form_identifier_exists`, `form_verification_needed`
   * @throws {PermissionError} `feature_not_enabled`, `not_allowed_access`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  create(params: CreatePhoneNumberParams, options?: CallOptions): Promise<PhoneNumber> {
    return this.#call<PhoneNumber>(createPhoneNumber, [], params, options)
  }

  /**
   * Get a phone number.
   *
   * The same object as in `phoneNumbers` of its user.
   *
   * `GET /v1/phone_numbers/{phone_number_id}`, operation `GetPhoneNumber`.
   *
   * @throws {NotFoundError} `resource_not_found`
   */
  get(phoneNumberId: string, options?: CallOptions): Promise<PhoneNumber> {
    return this.#call<PhoneNumber>(getPhoneNumber, [phoneNumberId], undefined, options)
  }

  /**
   * Update a phone number.
   *
   * Absent keys change nothing. A user without a primary number gets this one when it becomes verified, unless `primary` is false.
   *
   * `PATCH /v1/phone_numbers/{phone_number_id}`, operation `UpdatePhoneNumber`.
   *
   * @throws {ValidationError} `identification_update_failed`, `identification_update_second_factor_unverified`, `form_identifier_exists`, `form_verification_needed`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  update(phoneNumberId: string, params: UpdatePhoneNumberParams, options?: CallOptions): Promise<PhoneNumber> {
    return this.#call<PhoneNumber>(updatePhoneNumber, [phoneNumberId], params, options)
  }

  /**
   * Delete a phone number.
   *
   * If it was the primary one, the oldest other verified number takes its place. The last way to sign in stays.
   *
   * `DELETE /v1/phone_numbers/{phone_number_id}`, operation `DeletePhoneNumber`.
   *
   * @throws {ValidationError} `identification_deletion_failed`, `last_required_identification_deletion_failed`
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   */
  delete(phoneNumberId: string, options?: CallOptions): Promise<DeletedObject> {
    return this.#call<DeletedObject>(deletePhoneNumber, [phoneNumberId], undefined, options)
  }
}
