import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { flag, nullable } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { DomainPath, enrollmentMode, heldDomainRefusals, OrganizationDomain } from './domain.ts'

export const updateOrganizationDomain = operation({
  id: 'UpdateOrganizationDomain',
  method: 'PATCH',
  path: '/organizations/{organization_id}/domains/{domain_id}',
  tag: 'Organization Domains',
  summary: 'Update a domain of an organization',
  description: 'Changes what is given. One that is no longer verified is free for other organizations.',
  params: DomainPath,
  query: Nothing,
  body: Type.Object(
    {
      enrollment_mode: Type.Optional(nullable(enrollmentMode)),
      verified: flag('Whether the organization is known to belong to it.'),
    },
    { additionalProperties: false },
  ),
  result: OrganizationDomain,
  refusals: [
    ...heldDomainRefusals,
    'organization_domain_enrollment_mode_not_enabled',
    'organization_domain_already_exists',
  ],
  roles: ['owner', 'support'],
})
