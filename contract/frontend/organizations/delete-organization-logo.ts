import { DeletedObject } from '../../deleted-object.ts'
import { OrganizationPath } from '../../organizations/organization.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { writeRefusals } from './room.ts'

export const deleteOrganizationLogo = frontendOperation({
  id: 'deleteOrganizationLogo',
  method: 'DELETE',
  path: '/organizations/{organization_id}/logo',
  tag: 'Organizations',
  summary: 'Remove the logo',
  description: 'Needs `org:sys_profile:manage`. A generated picture stands in for it.',
  params: OrganizationPath,
  query: Nothing,
  envelope: 'with_client',
  result: DeletedObject,
  needs: 'session',
  refusals: [...writeRefusals, 'image_not_found'],
})
