import { DeletedObject } from '../deleted-object.ts'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { RolePath } from './role.ts'

export const deleteOrganizationRole = operation({
  id: 'DeleteOrganizationRole',
  method: 'DELETE',
  path: '/organization_roles/{organization_role_id}',
  tag: 'Organization Roles',
  summary: 'Delete a role',
  description:
    'Only a role that nobody has, that no open invitation promises and that the settings do not name. Invitations to it that were accepted, revoked or have run out go with it.',
  params: RolePath,
  query: Nothing,
  result: DeletedObject,
  refusals: [
    'resource_not_found',
    'resource_locked',
    'organization_not_enabled_in_instance',
    'organization_role_default_creator_role',
    'organization_role_domain_default_role',
    'organization_role_assigned_members',
    'organization_role_exists_in_invitations',
  ],
  roles: ['owner'],
})
