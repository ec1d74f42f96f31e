import { OrganizationPath } from '../../organizations/organization.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { Organization } from './organization.ts'

export const getOrganization = frontendOperation({
  id: 'getOrganization',
  method: 'GET',
  path: '/organizations/{organization_id}',
  tag: 'Organizations',
  summary: 'Read an organization',
  description: 'Open to every member.',
  params: OrganizationPath,
  query: Nothing,
  envelope: 'with_client',
  result: Organization,
  needs: 'session',
  refusals: ['organization_not_enabled_in_instance', 'organization_not_found_or_unauthorized'],
})
