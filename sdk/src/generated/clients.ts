// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import { iterateByOffset, type Page } from '../pages.ts'
import type {
  Client,
  GetClientListParams,
  VerifyClientParams,
} from './types.ts'

const getClientList: Operation = {
  id: 'GetClientList',
  method: 'GET',
  path: '/clients',
  query: ['limit', 'offset'],
  hasBody: false,
}

const verifyClient: Operation = {
  id: 'VerifyClient',
  method: 'POST',
  path: '/clients/verify',
  query: [],
  hasBody: true,
}

const getClient: Operation = {
  id: 'GetClient',
  method: 'GET',
  path: '/clients/{client_id}',
  query: [],
  hasBody: false,
}

export class Clients {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * List clients.
   *
   * One page, newest first, and the number of all that the filters match.
   *
   * `GET /v1/clients`, operation `GetClientList`.
   *
   * @throws {ValidationError} `form_param_value_invalid`
   */
  list(params?: GetClientListParams, options?: CallOptions): Promise<Page<Client>> {
    return this.#call<Page<Client>>(getClientList, [], { ...params, paginated: true }, options)
  }

  /**
   * List clients.
   *
   * Goes through all pages, one request for each, and gives everything that the filters match once. `limit` is the size of a page: 1 to 500, and 100 unless given. What leaves the list meanwhile may hide what comes next: gather first, then change.
   *
   * `GET /v1/clients`, operation `GetClientList`.
   *
   * @throws {ValidationError} `form_param_value_invalid`
   */
  iterate(params?: Omit<GetClientListParams, 'offset'>, options?: CallOptions): AsyncGenerator<Client, void, undefined> {
    return iterateByOffset((params) => this.#call<readonly Client[]>(getClientList, [], params, options), params)
  }

  /**
   * Verify a client.
   *
   * The client that a token belongs to, with the sessions that are active there.
   *
   * `POST /v1/clients/verify`, operation `VerifyClient`.
   *
   * @throws {ValidationError} `client_token_invalid`, `form_param_missing`, `form_param_nil`
   */
  verify(params: VerifyClientParams, options?: CallOptions): Promise<Client> {
    return this.#call<Client>(verifyClient, [], params, options)
  }

  /**
   * Get a client.
   *
   * A browser or an app, with the sessions that are active there.
   *
   * `GET /v1/clients/{client_id}`, operation `GetClient`.
   *
   * @throws {NotFoundError} `resource_not_found`
   */
  get(clientId: string, options?: CallOptions): Promise<Client> {
    return this.#call<Client>(getClient, [clientId], undefined, options)
  }
}
