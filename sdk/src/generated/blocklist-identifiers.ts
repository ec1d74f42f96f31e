// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterateByOffset, type Page } from '../pages.ts'
import type {
  BlocklistIdentifier,
  CreateBlocklistIdentifierParams,
  DeletedObject,
  ListBlocklistIdentifiersParams,
} from './types.ts'

const listBlocklistIdentifiers: Operation = {
  id: 'ListBlocklistIdentifiers',
  method: 'GET',
  path: '/blocklist_identifiers',
  query: ['limit', 'offset'],
  hasBody: false,
}

const createBlocklistIdentifier: Operation = {
  id: 'CreateBlocklistIdentifier',
  method: 'POST',
  path: '/blocklist_identifiers',
  query: [],
  hasBody: true,
}

const deleteBlocklistIdentifier: Operation = {
  id: 'DeleteBlocklistIdentifier',
  method: 'DELETE',
  path: '/blocklist_identifiers/{identifier_id}',
  query: [],
  hasBody: false,
}

export class BlocklistIdentifiers {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List the blocklist.
   *
   * Newest first: all entries, or a page of them with `limit` or `offset`; always with the total. What the settings file lists is not among them.
   *
   * `GET /v1/blocklist_identifiers`, operation `ListBlocklistIdentifiers`.
   */
  list(params?: ListBlocklistIdentifiersParams, options?: CallOptions): Promise<Page<BlocklistIdentifier>> {
    return this.#call<Page<BlocklistIdentifier>>(listBlocklistIdentifiers, [], params, options)
  }

  /**
   * List the blocklist.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/blocklist_identifiers`, operation `ListBlocklistIdentifiers`.
   */
  iterate(params?: Omit<ListBlocklistIdentifiersParams, 'offset'>, options?: CallOptions): AsyncGenerator<BlocklistIdentifier, void, undefined> {
    return iterateByOffset(
      (params) => this.#call<Page<BlocklistIdentifier>>(listBlocklistIdentifiers, [], params, options).then(({ data }) => data),
      params,
    )
  }

  /**
   * Add to the blocklist.
   *
   * While the blocklist is enabled, nobody with this identifier is created or signs in. Sessions that are there go on: ban a user to end them.
   *
   * `POST /v1/blocklist_identifiers`, operation `CreateBlocklistIdentifier`.
   *
   * @throws {ValidationError} `duplicate_record`, `form_param_missing`, `form_param_nil`, `form_param_max_length_exceeded`, `form_param_format_invalid`
   */
  create(params: CreateBlocklistIdentifierParams, options?: CallOptions): Promise<BlocklistIdentifier> {
    return this.#call<BlocklistIdentifier>(createBlocklistIdentifier, [], params, options)
  }

  /**
   * Remove from the blocklist.
   *
   * What the settings file lists stays listed.
   *
   * `DELETE /v1/blocklist_identifiers/{identifier_id}`, operation `DeleteBlocklistIdentifier`.
   *
   * @throws {NotFoundError} `resource_not_found`
   */
  delete(identifierId: string, options?: CallOptions): Promise<DeletedObject> {
    return this.#call<DeletedObject>(deleteBlocklistIdentifier, [identifierId], undefined, options)
  }
}
