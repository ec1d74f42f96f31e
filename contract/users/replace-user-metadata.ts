import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing, User, UserPath } from './user.ts'
import { nullableMetadata } from './user-attributes.ts'

export const replaceUserMetadata = operation({
  id: 'ReplaceUserMetadata',
  method: 'PUT',
  path: '/users/{user_id}/metadata',
  tag: 'Users',
  summary: "Replace a user's metadata",
  description:
    'Each field that is sent replaces the stored one whole; fields not sent stay. `{}` clears. Null stores null, which reads as `{}` in the public and unsafe fields.',
  params: UserPath,
  query: Nothing,
  body: Type.Object(nullableMetadata, { additionalProperties: false }),
  result: User,
  refusals: ['resource_not_found', 'resource_locked', 'form_param_exceeds_allowed_size'],
  roles: ['owner', 'support'],
})
