import { type Static, Type } from 'typebox'
import { JsonObject, named, words } from '../shapes.ts'
import { ticketFields } from '../sign-in-tokens/sign-in-token.ts'

export const ActorToken = named(
  'ActorToken',
  Type.Object(
    {
      object: words(['actor_token']),
      ...ticketFields,
      actor: JsonObject("Who will act in the user's place, with `sub` as their id."),
    },
    { additionalProperties: false },
  ),
)
export type ActorToken = Static<typeof ActorToken>
