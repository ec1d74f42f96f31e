import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { JWTTemplate, JWTTemplatePage } from './jwt-template.ts'

export const listJWTTemplates = operation({
  id: 'ListJWTTemplates',
  method: 'GET',
  path: '/jwt_templates',
  tag: 'JWT Templates',
  summary: 'List JWT templates',
  description:
    'A bare array, newest first: all of them, or a page of them with `limit` or `offset`. With `paginated`, an object that has a page and the total.',
  params: Nothing,
  query: Type.Object({
    paginated: Type.Optional(
      Type.Boolean({ description: 'Answer `{ data, total_count }` in place of the bare array.' }),
    ),
    limit: Type.Optional(
      Type.Integer({ default: 10, description: '1 to 500; any other value means the default, 10.' }),
    ),
    offset: Type.Optional(Type.Integer({ default: 0, description: 'How many to skip.' })),
  }),
  result: Type.Union([Type.Array(JWTTemplate), JWTTemplatePage]),
  refusals: ['form_param_value_invalid'],
  roles: ['owner', 'support', 'read_only'],
})
