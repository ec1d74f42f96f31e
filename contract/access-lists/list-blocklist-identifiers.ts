import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { paging } from '../paging.ts'
import { Nothing } from '../users/user.ts'
import { BlocklistIdentifierPage } from './listed-identifier.ts'

const { limit, offset } = paging

export const listBlocklistIdentifiers = operation({
  id: 'ListBlocklistIdentifiers',
  method: 'GET',
  path: '/blocklist_identifiers',
  tag: 'Allow-list / Block-list',
  summary: 'List the blocklist',
  description:
    'Newest first: all entries, or a page of them with `limit` or `offset`; always with the total. What the settings file lists is not among them.',
  params: Nothing,
  query: Type.Object({ limit, offset }),
  result: BlocklistIdentifierPage,
  refusals: [],
  roles: ['owner', 'support', 'read_only'],
})
