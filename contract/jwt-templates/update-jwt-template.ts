import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import {
  claimsOfTemplate,
  JWTTemplate,
  nameOfTemplate,
  TemplatePath,
  templateRefusals,
  templateSettings,
} from './jwt-template.ts'

export const updateJWTTemplate = operation({
  id: 'UpdateJWTTemplate',
  method: 'PATCH',
  path: '/jwt_templates/{template_id}',
  tag: 'JWT Templates',
  summary: 'Update a JWT template',
  description:
    'Changes what is given. Claims are replaced as a whole. Null leaves a parameter as it is; `custom_signing_key: false` forgets the key.',
  params: TemplatePath,
  query: Nothing,
  body: Type.Object(
    {
      name: Type.Optional(nameOfTemplate),
      claims: Type.Optional(claimsOfTemplate),
      ...templateSettings,
    },
    { additionalProperties: false },
  ),
  result: JWTTemplate,
  refusals: [...templateRefusals, 'resource_not_found', 'resource_locked'],
  roles: ['owner'],
})
