// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import type {
  JWKS,
} from './types.ts'

const getJWKS: Operation = {
  id: 'GetJWKS',
  method: 'GET',
  path: '/jwks',
  query: [],
  hasBody: false,
}

export class Jwks {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Get the public keys of the instance.
   *
   * The keys that tokens are checked with. Around a rotation there are two. The same answer is public at `/.well-known/jwks.json`.
   *
   * `GET /v1/jwks`, operation `GetJWKS`.
   */
  get(options?: CallOptions): Promise<JWKS> {
    return this.#call<JWKS>(getJWKS, [], undefined, options)
  }
}
