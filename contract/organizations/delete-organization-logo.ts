import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Organization, OrganizationPath } from './organization.ts'
import { heldRefusals } from './organization-attributes.ts'

export const deleteOrganizationLogo = operation({
  id: 'DeleteOrganizationLogo',
  method: 'DELETE',
  path: '/organizations/{organization_id}/logo',
  tag: 'Organizations',
  summary: 'Remove the logo',
  description:
    '`image_url` then leads to a drawn one. The file goes, unless another organization or a user has the same picture.',
  params: OrganizationPath,
  query: Nothing,
  result: Organization,
  refusals: [...heldRefusals, 'image_not_found'],
  roles: ['owner', 'support'],
})
