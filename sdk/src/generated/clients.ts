// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import type {
  Client,
} from './types.ts'

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
