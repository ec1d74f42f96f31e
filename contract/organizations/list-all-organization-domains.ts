import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { domainFilters, domainRefusals, OrganizationDomainPage } from './domain.ts'
import { pages } from './invitation.ts'

export const domainOrderFields = ['name', 'created_at'] as const

export const listAllOrganizationDomains = operation({
  id: 'ListAllOrganizationDomains',
  method: 'GET',
  path: '/organization_domains',
  tag: 'Organization Domains',
  summary: 'List the domains of all organizations',
  description: 'A page, newest first, and the number of all.',
  params: Nothing,
  query: Type.Object({
    organization_id: Type.Optional(Type.String({ description: 'Those of this organization only.' })),
    ...domainFilters,
    query: Type.Optional(
      Type.String({
        description: 'Any part of the name, letter case aside; or the whole id of an organization.',
      }),
    ),
    domains: Type.Optional(
      Type.Array(Type.String(), {
        maxItems: 100,
        description: 'Whole names. Repeat the key for several.',
      }),
    ),
    order_by: Type.Optional(
      Type.String({
        default: '-created_at',
        description: `\`+\` (or nothing) ascends, \`-\` descends: ${domainOrderFields.join(', ')}.`,
      }),
    ),
    ...pages,
  }),
  result: OrganizationDomainPage,
  refusals: [...domainRefusals, 'form_param_value_invalid', 'form_param_array_size_exceeded'],
  roles: ['owner', 'support', 'read_only'],
})
