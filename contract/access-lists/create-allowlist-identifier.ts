import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { flag } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { AllowlistIdentifier, identifierToList } from './listed-identifier.ts'

export const createAllowlistIdentifier = operation({
  id: 'CreateAllowlistIdentifier',
  method: 'POST',
  path: '/allowlist_identifiers',
  tag: 'Allow-list / Block-list',
  summary: 'Add to the allowlist',
  description:
    'While the allowlist is enabled, nobody else comes in. Entries are kept while it is not, and keep nobody out then.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      identifier: identifierToList,
      notify: flag('Send an invitation to the application; for e-mail addresses only. False unless given.'),
    },
    { additionalProperties: false },
  ),
  result: AllowlistIdentifier,
  refusals: [
    'form_param_missing',
    'form_param_nil',
    'form_param_max_length_exceeded',
    'form_param_format_invalid',
    'form_identifier_exists',
    'duplicate_record',
  ],
  roles: ['owner', 'support'],
})
