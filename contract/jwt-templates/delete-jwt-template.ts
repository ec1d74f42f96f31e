import { DeletedObject } from '../deleted-object.ts'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { TemplatePath } from './jwt-template.ts'

export const deleteJWTTemplate = operation({
  id: 'DeleteJWTTemplate',
  method: 'DELETE',
  path: '/jwt_templates/{template_id}',
  tag: 'JWT Templates',
  summary: 'Delete a JWT template',
  description: 'No more tokens are made of it. Those that are out live as long as they say.',
  params: TemplatePath,
  query: Nothing,
  result: DeletedObject,
  refusals: ['resource_not_found', 'resource_locked'],
  roles: ['owner'],
})
