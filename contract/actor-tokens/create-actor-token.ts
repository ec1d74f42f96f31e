import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { JsonObject, nullable } from '../shapes.ts'
import { secondsMax } from '../sign-in-tokens/sign-in-token.ts'
import { Nothing } from '../users/user.ts'
import { ActorToken } from './actor-token.ts'

const seconds = (description: string) =>
  Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: secondsMax, description })))

export const createActorToken = operation({
  id: 'CreateActorToken',
  method: 'POST',
  path: '/actor_tokens',
  tag: 'Actor Tokens',
  summary: 'Create an actor token',
  description:
    "A secret that signs somebody in as another user, once, such as support staff in a customer's place. The session and its tokens name who acts. It is shown in this answer alone.",
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      user_id: Type.String({ minLength: 1, description: 'The user in whose place somebody acts.' }),
      actor: JsonObject('Who acts: `sub`, their id, and anything else that the session tokens shall tell.'),
      expires_in_seconds: seconds('For how long it can be used. Absent or null: 3600, which is one hour.'),
      session_max_duration_in_seconds: seconds(
        'How long the session lasts at most. Absent or null: 1800, which is half an hour.',
      ),
    },
    { additionalProperties: false },
  ),
  result: ActorToken,
  refusals: [
    'resource_not_found',
    'form_param_missing',
    'form_param_nil',
    'form_param_value_too_large',
    'resource_locked',
  ],
  roles: ['owner'],
})
