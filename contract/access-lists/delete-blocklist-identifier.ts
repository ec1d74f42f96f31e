import { DeletedObject } from '../deleted-object.ts'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { ListedIdentifierPath } from './listed-identifier.ts'

export const deleteBlocklistIdentifier = operation({
  id: 'DeleteBlocklistIdentifier',
  method: 'DELETE',
  path: '/blocklist_identifiers/{identifier_id}',
  tag: 'Allow-list / Block-list',
  summary: 'Remove from the blocklist',
  description: 'What the settings file lists stays listed.',
  params: ListedIdentifierPath,
  query: Nothing,
  result: DeletedObject,
  refusals: ['resource_not_found'],
  roles: ['owner', 'support'],
})
