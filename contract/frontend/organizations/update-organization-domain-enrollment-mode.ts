import { Type } from 'typebox'
import { DomainPath, enrollmentMode, OrganizationDomain } from '../../organizations/domain.ts'
import { flag } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { domainWriteRefusals } from './room.ts'

export const updateOrganizationDomainEnrollmentMode = frontendOperation({
  id: 'UpdateOrganizationDomainEnrollmentMode',
  method: 'POST',
  path: '/organizations/{organization_id}/domains/{domain_id}/update_enrollment_mode',
  tag: 'Organization domains',
  summary: 'Choose how people of a domain come in',
  description:
    'Needs `org:sys_domains:manage`. There is one way, and every domain has it already: they are invited by hand.',
  params: DomainPath,
  query: Nothing,
  body: Type.Object(
    {
      enrollment_mode: enrollmentMode,
      delete_pending: flag('Accepted, without effect: domains invite nobody by themselves.'),
    },
    { additionalProperties: false },
  ),
  envelope: 'with_client',
  result: OrganizationDomain,
  needs: 'session',
  refusals: [...domainWriteRefusals, 'form_param_missing', 'organization_domain_enrollment_mode_not_enabled'],
})
