import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { JWTTemplate } from './jwt-template.ts'

export const listJWTTemplates = operation({
  id: 'ListJWTTemplates',
  method: 'GET',
  path: '/jwt_templates',
  tag: 'JWT Templates',
  summary: 'List JWT templates',
  description: 'A bare array, newest first: all of them, or a page of them where one is asked for.',
  params: Nothing,
  query: Type.Object({
    paginated: Type.Optional(Type.Boolean({ description: 'Whether to answer a page instead of all.' })),
    limit: Type.Optional(
      Type.Integer({ default: 10, description: '1 to 500; any other value means the default, 10.' }),
    ),
    offset: Type.Optional(Type.Integer({ default: 0, description: 'How many to skip.' })),
  }),
  result: Type.Array(JWTTemplate),
  refusals: ['form_param_value_invalid'],
  roles: ['owner', 'support', 'read_only'],
})
