import { DeletedObject } from '../deleted-object.ts'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { ListedIdentifierPath } from './listed-identifier.ts'

export const deleteAllowlistIdentifier = operation({
  id: 'DeleteAllowlistIdentifier',
  method: 'DELETE',
  path: '/allowlist_identifiers/{identifier_id}',
  tag: 'Allow-list / Block-list',
  summary: 'Remove from the allowlist',
  description:
    'Ends no session, and takes back no invitation that was sent with the entry. What the settings file lists stays listed.',
  params: ListedIdentifierPath,
  query: Nothing,
  result: DeletedObject,
  refusals: ['resource_not_found'],
  roles: ['owner', 'support'],
})
