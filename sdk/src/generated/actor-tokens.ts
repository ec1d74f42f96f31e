// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call, CallOptions } from '../call.ts'
import type { Operation } from '../operation.ts'
import type {
  ActorToken,
  CreateActorTokenParams,
} from './types.ts'

const createActorToken: Operation = {
  id: 'CreateActorToken',
  method: 'POST',
  path: '/actor_tokens',
  query: [],
  hasBody: true,
}

const revokeActorToken: Operation = {
  id: 'RevokeActorToken',
  method: 'POST',
  path: '/actor_tokens/{actor_token_id}/revoke',
  query: [],
  hasBody: false,
}

export class ActorTokens {
  readonly #call: Call

  /** @internal */
  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Create an actor token.
   *
   * A secret that signs somebody in as another user, once, such as support staff in a customer's place. The session and its tokens name who acts. It is shown in this answer alone.
   *
   * `POST /v1/actor_tokens`, operation `CreateActorToken`.
   *
   * @throws {NotFoundError} `resource_not_found`
   * @throws {ConflictError} `resource_locked`
   * @throws {ValidationError} `form_param_missing`, `form_param_nil`, `form_param_value_too_large`
   */
  create(params: CreateActorTokenParams, options?: CallOptions): Promise<ActorToken> {
    return this.#call<ActorToken>(createActorToken, [], params, options)
  }

  /**
   * Revoke an actor token.
   *
   * It signs nobody in any more. One that was used or revoked before is refused.
   *
   * `POST /v1/actor_tokens/{actor_token_id}/revoke`, operation `RevokeActorToken`.
   *
   * @throws {ValidationError} `actor_token_cannot_be_revoked_code`
   * @throws {NotFoundError} `resource_not_found`
   */
  revoke(actorTokenId: string, options?: CallOptions): Promise<ActorToken> {
    return this.#call<ActorToken>(revokeActorToken, [actorTokenId], undefined, options)
  }
}
