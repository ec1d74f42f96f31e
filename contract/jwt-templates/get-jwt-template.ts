import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { JWTTemplate, TemplatePath } from './jwt-template.ts'

export const getJWTTemplate = operation({
  id: 'GetJWTTemplate',
  method: 'GET',
  path: '/jwt_templates/{template_id}',
  tag: 'JWT Templates',
  summary: 'Get a JWT template',
  description: 'A signing key that it has is in no answer.',
  params: TemplatePath,
  query: Nothing,
  result: JWTTemplate,
  refusals: ['resource_not_found'],
  roles: ['owner', 'support', 'read_only'],
})
