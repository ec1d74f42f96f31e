import { DeletedObject } from '../../deleted-object.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'

export const deleteProfileImage = frontendOperation({
  id: 'deleteProfileImage',
  method: 'DELETE',
  path: '/me/profile_image',
  tag: 'Own account',
  summary: 'Remove the own profile picture',
  description: 'A generated picture stands in for it.',
  params: Nothing,
  query: Nothing,
  envelope: 'with_client',
  result: DeletedObject,
  needs: 'session',
  refusals: ['image_not_found', 'resource_locked'],
})
