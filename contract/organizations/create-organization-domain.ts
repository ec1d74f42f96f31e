import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { flag } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { domainRefusals, enrollmentMode, OrganizationDomain } from './domain.ts'
import { OrganizationPath } from './organization.ts'

export const createOrganizationDomain = operation({
  id: 'CreateOrganizationDomain',
  method: 'POST',
  path: '/organizations/{organization_id}/domains',
  tag: 'Organization Domains',
  summary: 'Add a domain to an organization',
  description:
    'Verified unless told otherwise: the backend answers for it, nothing is looked up. A domain is verified in one organization at most.',
  params: OrganizationPath,
  query: Nothing,
  body: Type.Object(
    {
      name: Type.String({ minLength: 1, description: 'Such as `example.com`.' }),
      enrollment_mode: enrollmentMode,
      verified: flag('Whether the organization is known to belong to it. True unless given.'),
    },
    { additionalProperties: false },
  ),
  result: OrganizationDomain,
  refusals: [
    ...domainRefusals,
    'form_param_missing',
    'form_param_nil',
    'form_param_format_invalid',
    'organization_domain_enrollment_mode_not_enabled',
    'organization_domain_already_exists',
    'organization_not_found',
    'resource_locked',
  ],
  roles: ['owner', 'support'],
})
