import { Type } from 'typebox'
import { OrganizationPath } from '../../organizations/organization.ts'
import { nullable } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { Organization } from './organization.ts'
import { fieldRefusals, nameOfOrganization, slugOfOrganization } from './organization-fields.ts'
import { writeRefusals } from './room.ts'

export const updateOrganization = frontendOperation({
  id: 'updateOrganization',
  method: 'PATCH',
  path: '/organizations/{organization_id}',
  tag: 'Organizations',
  summary: 'Rename an organization',
  description: 'Needs `org:sys_profile:manage`. What is absent or empty stays as it is.',
  params: OrganizationPath,
  query: Nothing,
  body: Type.Object(
    { name: Type.Optional(nullable(nameOfOrganization)), slug: slugOfOrganization },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: Organization,
  needs: 'session',
  refusals: [...writeRefusals, ...fieldRefusals],
})
