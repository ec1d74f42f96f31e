import { Type } from 'typebox'
import { MemberPath } from '../../organizations/membership-attributes.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OrganizationMembership } from './membership.ts'
import { roleKey } from './organization-fields.ts'
import { memberRefusals } from './room.ts'

export const updateOrganizationMembership = frontendOperation({
  id: 'UpdateOrganizationMembership',
  method: 'PATCH',
  path: '/organizations/{organization_id}/memberships/{user_id}',
  tag: 'Organization members',
  summary: 'Give a member another role',
  description:
    'Needs `org:sys_memberships:manage`, and allows any role to be given, also to oneself. The last member who may manage the members and delete the organization keeps a role that allows it.',
  params: MemberPath,
  query: Nothing,
  body: Type.Object({ role: roleKey }, { additionalProperties: false }),
  envelope: 'with_client',
  result: OrganizationMembership,
  needs: 'session',
  refusals: [...memberRefusals, 'form_param_missing', 'form_resource_not_found'],
})
