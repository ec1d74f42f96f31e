import { Type } from 'typebox'
import { enrollmentMode, OrganizationDomain } from '../../organizations/domain.ts'
import { OrganizationPath } from '../../organizations/organization.ts'
import { nullable } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { newDomainRefusals } from './room.ts'

export const createOrganizationDomain = frontendOperation({
  id: 'CreateOrganizationDomain',
  method: 'POST',
  path: '/organizations/{organization_id}/domains',
  tag: 'Organization domains',
  summary: 'Add a domain',
  description:
    'Needs `org:sys_domains:manage`. It is not verified: only the backend can say that it belongs to the organization. Others may have it too until then.',
  params: OrganizationPath,
  query: Nothing,
  body: Type.Object(
    {
      name: Type.String({ minLength: 1, description: 'Such as `example.com`.' }),
      enrollment_mode: Type.Optional(nullable(enrollmentMode)),
    },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: OrganizationDomain,
  needs: 'session',
  refusals: newDomainRefusals,
})
