import { DeletedObject } from '../../deleted-object.ts'
import { OrganizationPath } from '../../organizations/organization.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'

export const deleteOrganizationMemberships = frontendOperation({
  id: 'deleteOrganizationMemberships',
  method: 'DELETE',
  path: '/me/organization_memberships/{organization_id}',
  tag: 'Own organizations',
  summary: 'Leave an organization',
  description:
    'Answers the id of the membership that was. None of the sessions of the user stays active in the organization. The last member who may manage its members and delete it stays.',
  params: OrganizationPath,
  query: Nothing,
  envelope: 'with_client',
  result: DeletedObject,
  needs: 'session',
  refusals: [
    'organization_not_enabled_in_instance',
    'organization_not_found_or_unauthorized',
    'organization_minimum_permissions_needed',
    'resource_locked',
  ],
})
