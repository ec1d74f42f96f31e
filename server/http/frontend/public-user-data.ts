import type { Static } from 'typebox'
import type { PublicUserData } from '#contract/frontend/public-user-data.ts'
import { identifierOf, usernameOf } from '#server/users/identifier-of.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { pictureOf } from '../present-user.ts'

/** What others may see of a user. */
export const publicUserData = (user: User, world: World): Static<typeof PublicUserData> => ({
  first_name: user.first_name,
  last_name: user.last_name,
  ...pictureOf(user, world),
  identifier: identifierOf(user),
  user_id: user.id,
  username: usernameOf(user),
})
