import { Type } from 'typebox'
import { pages } from '../../organizations/invitation.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { OrganizationMembership, OrganizationMemberships } from '../organizations/membership.ts'

export const getOrganizationMemberships = frontendOperation({
  id: 'getOrganizationMemberships',
  method: 'GET',
  path: '/me/organization_memberships',
  tag: 'Own organizations',
  summary: 'List the own organizations',
  description:
    'A page of the memberships of the user, newest first. With `paginated`, an object that has the page and the number of all; otherwise a bare array.',
  params: Nothing,
  query: Type.Object({
    paginated: Type.Optional(Type.Boolean({ description: 'Answer `{ data, total_count }`.' })),
    ...pages,
  }),
  envelope: 'with_client',
  result: Type.Union([Type.Array(OrganizationMembership), OrganizationMemberships]),
  needs: 'session',
  refusals: ['organization_not_enabled_in_instance', 'form_param_value_invalid'],
})
