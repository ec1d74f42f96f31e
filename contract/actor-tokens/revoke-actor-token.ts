import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { ActorToken } from './actor-token.ts'

export const revokeActorToken = operation({
  id: 'RevokeActorToken',
  method: 'POST',
  path: '/actor_tokens/{actor_token_id}/revoke',
  tag: 'Actor Tokens',
  summary: 'Revoke an actor token',
  description: 'It signs nobody in any more. One that was used or revoked before is refused.',
  params: Type.Object({
    actor_token_id: Type.String({ description: 'The id of the actor token: `act_…`.' }),
  }),
  query: Nothing,
  result: ActorToken,
  refusals: ['resource_not_found', 'actor_token_cannot_be_revoked_code'],
  roles: ['owner', 'support'],
})
