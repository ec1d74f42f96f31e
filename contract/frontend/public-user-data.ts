import { Type } from 'typebox'
import { named, nullable } from '../shapes.ts'

/** What others may see of a user. */
export const PublicUserData = named(
  'PublicUserData',
  Type.Object(
    {
      first_name: nullable(Type.String()),
      last_name: nullable(Type.String()),
      image_url: Type.String(),
      has_image: Type.Boolean(),
      identifier: Type.String({ description: 'The primary address, number or name.' }),
      profile_image_url: Type.String({ description: 'The older name of `image_url`.' }),
      user_id: Type.String(),
      username: nullable(Type.String()),
    },
    { additionalProperties: false },
  ),
)
