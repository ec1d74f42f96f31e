import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import {
  claimsOfTemplate,
  JWTTemplate,
  nameOfTemplate,
  templateRefusals,
  templateSettings,
} from './jwt-template.ts'

export const createJWTTemplate = operation({
  id: 'CreateJWTTemplate',
  method: 'POST',
  path: '/jwt_templates',
  tag: 'JWT Templates',
  summary: 'Create a JWT template',
  description:
    'A template describes tokens for other services: claims of your choice, filled in for the user who is signed in. The guide to tokens lists the shortcodes.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    { name: nameOfTemplate, claims: claimsOfTemplate, ...templateSettings },
    { additionalProperties: false },
  ),
  result: JWTTemplate,
  refusals: [...templateRefusals, 'form_param_missing'],
  roles: ['owner'],
})
