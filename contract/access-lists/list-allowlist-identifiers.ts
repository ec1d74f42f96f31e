import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { paging } from '../paging.ts'
import { Nothing } from '../users/user.ts'
import { AllowlistIdentifier, AllowlistIdentifierPage } from './listed-identifier.ts'

export const listAllowlistIdentifiers = operation({
  id: 'ListAllowlistIdentifiers',
  method: 'GET',
  path: '/allowlist_identifiers',
  tag: 'Allow-list / Block-list',
  summary: 'List the allowlist',
  description:
    'A bare array, newest first: all entries, or a page of them with `limit` or `offset`. With `paginated`, an object that has a page and the total. What the settings file lists is not among them.',
  params: Nothing,
  query: Type.Object(paging),
  result: Type.Union([Type.Array(AllowlistIdentifier), AllowlistIdentifierPage]),
  refusals: ['form_param_value_invalid'],
  roles: ['owner', 'support', 'read_only'],
})
