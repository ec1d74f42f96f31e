// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import type {
  Client,
  ClientPage,
  GetClientListParams,
  VerifyClientParams,
} from './types.ts'

const getClientList: Operation = {
  id: 'GetClientList',
  method: 'GET',
  path: '/clients',
  query: ['paginated', 'limit', 'offset'],
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
   * A bare array, newest first, each with the sessions that are active there; with `paginated`, an object that has the total too. Deprecated: list the sessions of a user instead.
   *
   * `GET /v1/clients`, operation `GetClientList`.
   *
   * @throws {ValidationError} `form_param_value_invalid`
   */
  list(params?: GetClientListParams, options?: CallOptions): Promise<readonly Client[] | ClientPage> {
    return this.#call<readonly Client[] | ClientPage>(getClientList, [], params, options)
  }

  /**
   * Verify a client.
   *
   * The client that a token belongs to, with the sessions that are active there.
   *
   * `POST /v1/clients/verify`, operation `VerifyClient`.
   *
   * @throws {ValidationError} `client_token_invalid`
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
