import { Type } from 'typebox'
import { pages } from '../../organizations/invitation.ts'
import { OrganizationPath } from '../../organizations/organization.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OrganizationMembership, OrganizationMemberships } from './membership.ts'
import { roomRefusals } from './room.ts'

export const listOrganizationMemberships = frontendOperation({
  id: 'ListOrganizationMemberships',
  method: 'GET',
  path: '/organizations/{organization_id}/memberships',
  tag: 'Organization members',
  summary: 'List the members',
  description:
    'Needs `org:sys_memberships:read`. A page, newest members first. With `paginated`, an object that has the page and the number of all; otherwise a bare array.',
  params: OrganizationPath,
  query: Type.Object({
    query: Type.Optional(
      Type.String({ description: 'A part of an identifier, of the id or of the names, in any case.' }),
    ),
    role: Type.Optional(
      Type.Array(Type.String(), { maxItems: 100, description: 'Keys of roles. Repeat the key for several.' }),
    ),
    paginated: Type.Optional(Type.Boolean({ description: 'Answer `{ data, total_count }`.' })),
    ...pages,
  }),
  envelope: 'with_client',
  result: Type.Union([Type.Array(OrganizationMembership), OrganizationMemberships]),
  needs: 'session',
  refusals: [...roomRefusals, 'form_param_array_size_exceeded', 'form_param_value_invalid'],
})
