// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterateByOffset, type Page } from '../pages.ts'
import type {
  CreateRedirectURLParams,
  DeletedObject,
  ListRedirectURLsParams,
  RedirectURL,
} from './types.ts'

const listRedirectURLs: Operation = {
  id: 'ListRedirectURLs',
  method: 'GET',
  path: '/redirect_urls',
  query: ['limit', 'offset'],
  hasBody: false,
}

const createRedirectURL: Operation = {
  id: 'CreateRedirectURL',
  method: 'POST',
  path: '/redirect_urls',
  query: [],
  hasBody: true,
}

const getRedirectURL: Operation = {
  id: 'GetRedirectURL',
  method: 'GET',
  path: '/redirect_urls/{id}',
  query: [],
  hasBody: false,
}

const deleteRedirectURL: Operation = {
  id: 'DeleteRedirectURL',
  method: 'DELETE',
  path: '/redirect_urls/{id}',
  query: [],
  hasBody: false,
}

export class RedirectUrls {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List redirect URLs.
   *
   * One page, newest first, and the number of all that the filters match.
   *
   * `GET /v1/redirect_urls`, operation `ListRedirectURLs`.
   *
   * @throws {ValidationError} `form_param_value_invalid`
   */
  list(params?: ListRedirectURLsParams, options?: CallOptions): Promise<Page<RedirectURL>> {
    return this.#call<Page<RedirectURL>>(listRedirectURLs, [], { ...params, paginated: true }, options)
  }

  /**
   * List redirect URLs.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/redirect_urls`, operation `ListRedirectURLs`.
   *
   * @throws {ValidationError} `form_param_value_invalid`
   */
  iterate(params?: Omit<ListRedirectURLsParams, 'offset'>, options?: CallOptions): AsyncGenerator<RedirectURL, void, undefined> {
    return iterateByOffset((params) => this.#call<readonly RedirectURL[]>(listRedirectURLs, [], params, options), params)
  }

  /**
   * List a redirect URL.
   *
   * An address that links of invitations may lead to in the end. It counts to the letter: not what is below it, not with another query.
   *
   * `POST /v1/redirect_urls`, operation `CreateRedirectURL`.
   *
   * @throws {ValidationError} `duplicate_record`, `form_param_missing`, `form_param_nil`, `form_param_format_invalid`
   */
  create(params: CreateRedirectURLParams, options?: CallOptions): Promise<RedirectURL> {
    return this.#call<RedirectURL>(createRedirectURL, [], params, options)
  }

  /**
   * Get a redirect URL.
   *
   * By its id.
   *
   * `GET /v1/redirect_urls/{id}`, operation `GetRedirectURL`.
   *
   * @throws {NotFoundError} `resource_not_found`
   */
  get(id: string, options?: CallOptions): Promise<RedirectURL> {
    return this.#call<RedirectURL>(getRedirectURL, [id], undefined, options)
  }

  /**
   * Remove a redirect URL.
   *
   * No new invitation can lead there. Those that are out still do.
   *
   * `DELETE /v1/redirect_urls/{id}`, operation `DeleteRedirectURL`.
   *
   * @throws {NotFoundError} `resource_not_found`
   */
  delete(id: string, options?: CallOptions): Promise<DeletedObject> {
    return this.#call<DeletedObject>(deleteRedirectURL, [id], undefined, options)
  }
}
