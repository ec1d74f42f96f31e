import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { BlocklistIdentifier, identifierToList } from './listed-identifier.ts'

export const createBlocklistIdentifier = operation({
  id: 'CreateBlocklistIdentifier',
  method: 'POST',
  path: '/blocklist_identifiers',
  tag: 'Allow-list / Block-list',
  summary: 'Add to the blocklist',
  description:
    'While the blocklist is enabled, nobody with this identifier is created or signs in. Sessions that are there go on: ban a user to end them.',
  params: Nothing,
  query: Nothing,
  body: Type.Object({ identifier: identifierToList }, { additionalProperties: false }),
  result: BlocklistIdentifier,
  refusals: [
    'form_param_missing',
    'form_param_nil',
    'form_param_max_length_exceeded',
    'form_param_format_invalid',
    'duplicate_record',
  ],
  roles: ['owner', 'support'],
})
