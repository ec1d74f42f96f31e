import { DeletedObject } from '../../deleted-object.ts'
import { OrganizationPath } from '../../organizations/organization.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { writeRefusals } from './room.ts'

export const deleteOrganization = frontendOperation({
  id: 'deleteOrganization',
  method: 'DELETE',
  path: '/organizations/{organization_id}',
  tag: 'Organizations',
  summary: 'Delete an organization',
  description:
    'Needs `org:sys_profile:delete`, and that the organization allows it (`admin_delete_enabled`). All that is in it goes with it; no session stays active in it.',
  params: OrganizationPath,
  query: Nothing,
  envelope: 'with_client',
  result: DeletedObject,
  needs: 'session',
  refusals: [...writeRefusals, 'organization_delete_disabled'],
})
