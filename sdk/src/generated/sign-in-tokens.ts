// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import type {
  CreateSignInTokenParams,
  SignInToken,
} from './types.ts'

const createSignInToken: Operation = {
  id: 'CreateSignInToken',
  method: 'POST',
  path: '/sign_in_tokens',
  query: [],
  hasBody: true,
}

const revokeSignInToken: Operation = {
  id: 'RevokeSignInToken',
  method: 'POST',
  path: '/sign_in_tokens/{sign_in_token_id}/revoke',
  query: [],
  hasBody: false,
}

export class SignInTokens {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Create a sign-in token.
   *
   * A secret that signs one user in, once, without a password. Hand it to nobody else: whoever has it is that user. It is shown in this answer alone.
   *
   * `POST /v1/sign_in_tokens`, operation `CreateSignInToken`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_missing`, `form_param_nil`, `form_param_value_too_large`, `form_resource_not_found`
   */
  create(params: CreateSignInTokenParams, options?: CallOptions): Promise<SignInToken> {
    return this.#call<SignInToken>(createSignInToken, [], params, options)
  }

  /**
   * Revoke a sign-in token.
   *
   * It signs nobody in any more. One that was used or revoked before is refused.
   *
   * `POST /v1/sign_in_tokens/{sign_in_token_id}/revoke`, operation `RevokeSignInToken`.
   *
   * @throws {ValidationError} `sign_in_token_cannot_be_revoked_code`
   * @throws {NotFoundError} `resource_not_found`
   */
  revoke(signInTokenId: string, options?: CallOptions): Promise<SignInToken> {
    return this.#call<SignInToken>(revokeSignInToken, [signInTokenId], undefined, options)
  }
}
