import { type Static, Type } from 'typebox'
import { named, nullable } from '../shapes.ts'
import * as backend from '../users/user.ts'

const closed = { additionalProperties: false }
const { private_metadata: _, ...seen } = backend.User.properties

/** The user as the browser sees them: without what only the backend may read. */
export const User = named(
  'User',
  Type.Object(
    {
      ...seen,
      create_organizations_limit: Type.Optional(
        Type.Integer({ description: '0 means unlimited. Absent where the user has no limit of their own.' }),
      ),
      organization_memberships: Type.Array(Type.Object({}), { description: 'Organizations of the user.' }),
    },
    closed,
  ),
)
export type User = Static<typeof User>

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
    closed,
  ),
)
