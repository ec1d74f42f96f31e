import { operation } from '../operation.ts'
import { Nothing, User, UserPath } from './user.ts'

export const deleteUserProfileImage = operation({
  id: 'DeleteUserProfileImage',
  method: 'DELETE',
  path: '/users/{user_id}/profile_image',
  tag: 'Users',
  summary: 'Remove the profile picture',
  description:
    '`image_url` then leads to a picture that is drawn from the name. The file goes, unless another user has the same picture.',
  params: UserPath,
  query: Nothing,
  result: User,
  refusals: ['resource_not_found', 'resource_locked', 'image_not_found'],
  roles: ['owner', 'support'],
})
