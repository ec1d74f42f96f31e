import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing, User, UserPath } from './user.ts'
import { nullableMetadata } from './user-attributes.ts'

export const updateUserMetadata = operation({
  id: 'UpdateUserMetadata',
  method: 'PATCH',
  path: '/users/{user_id}/metadata',
  tag: 'Users',
  summary: "Merge and update a user's metadata",
  description:
    'Objects merge at every depth, null removes a key at any depth, arrays and scalars replace. The size limit, 8192 bytes for each field, holds for the merged result.',
  params: UserPath,
  query: Nothing,
  body: Type.Object(nullableMetadata, { additionalProperties: false }),
  result: User,
  refusals: ['resource_not_found', 'resource_locked', 'form_param_exceeds_allowed_size'],
  roles: ['owner', 'support'],
})
