import { DeletedObject } from '../deleted-object.ts'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { OrganizationPath } from './organization.ts'
import { heldRefusals } from './organization-attributes.ts'

export const deleteOrganization = operation({
  id: 'DeleteOrganization',
  method: 'DELETE',
  path: '/organizations/{organization_id}',
  tag: 'Organizations',
  summary: 'Delete an organization',
  description:
    'With its memberships, invitations, domains and logo, for good. The users stay; no session is active in it any more.',
  params: OrganizationPath,
  query: Nothing,
  result: DeletedObject,
  refusals: heldRefusals,
  roles: ['owner', 'support'],
})
