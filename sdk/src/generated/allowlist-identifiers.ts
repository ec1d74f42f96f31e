// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterateByOffset, type Page } from '../pages.ts'
import type {
  AllowlistIdentifier,
  CreateAllowlistIdentifierParams,
  DeletedObject,
  ListAllowlistIdentifiersParams,
} from './types.ts'

const listAllowlistIdentifiers: Operation = {
  id: 'ListAllowlistIdentifiers',
  method: 'GET',
  path: '/allowlist_identifiers',
  query: ['limit', 'offset'],
  hasBody: false,
}

const createAllowlistIdentifier: Operation = {
  id: 'CreateAllowlistIdentifier',
  method: 'POST',
  path: '/allowlist_identifiers',
  query: [],
  hasBody: true,
}

const deleteAllowlistIdentifier: Operation = {
  id: 'DeleteAllowlistIdentifier',
  method: 'DELETE',
  path: '/allowlist_identifiers/{identifier_id}',
  query: [],
  hasBody: false,
}

export class AllowlistIdentifiers {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List the allowlist.
   *
   * One page, newest first, and the number of all that the filters match.
   *
   * `GET /v1/allowlist_identifiers`, operation `ListAllowlistIdentifiers`.
   *
   * @throws {ValidationError} `form_param_value_invalid`
   */
  list(params?: ListAllowlistIdentifiersParams, options?: CallOptions): Promise<Page<AllowlistIdentifier>> {
    return this.#call<Page<AllowlistIdentifier>>(listAllowlistIdentifiers, [], { ...params, paginated: true }, options)
  }

  /**
   * List the allowlist.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/allowlist_identifiers`, operation `ListAllowlistIdentifiers`.
   *
   * @throws {ValidationError} `form_param_value_invalid`
   */
  iterate(params?: Omit<ListAllowlistIdentifiersParams, 'offset'>, options?: CallOptions): AsyncGenerator<AllowlistIdentifier, void, undefined> {
    return iterateByOffset((params) => this.#call<readonly AllowlistIdentifier[]>(listAllowlistIdentifiers, [], params, options), params)
  }

  /**
   * Add to the allowlist.
   *
   * While the allowlist is enabled, nobody else comes in. Entries are kept while it is not, and keep nobody out then.
   *
   * `POST /v1/allowlist_identifiers`, operation `CreateAllowlistIdentifier`.
   *
   * @throws {ValidationError} `duplicate_record`, `form_param_missing`, `form_param_nil`, `form_param_max_length_exceeded`, `form_param_format_invalid`, `form_identifier_exists`
   */
  create(params: CreateAllowlistIdentifierParams, options?: CallOptions): Promise<AllowlistIdentifier> {
    return this.#call<AllowlistIdentifier>(createAllowlistIdentifier, [], params, options)
  }

  /**
   * Remove from the allowlist.
   *
   * Ends no session, and takes back no invitation that was sent with the entry. What the settings file lists stays listed.
   *
   * `DELETE /v1/allowlist_identifiers/{identifier_id}`, operation `DeleteAllowlistIdentifier`.
   *
   * @throws {NotFoundError} `resource_not_found`
   */
  delete(identifierId: string, options?: CallOptions): Promise<DeletedObject> {
    return this.#call<DeletedObject>(deleteAllowlistIdentifier, [identifierId], undefined, options)
  }
}
