import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { userFilters } from '../users/user-filters.ts'
import { OrganizationMembershipPage } from './membership.ts'
import { orderOfMemberships, pageOfMemberships } from './membership-attributes.ts'

const time = (description: string) => Type.Optional(Type.Integer({ format: 'int64', description }))

export const listOrganizationMemberships = operation({
  id: 'ListOrganizationMemberships',
  method: 'GET',
  path: '/organizations/{organization_id}/memberships',
  tag: 'Organization Memberships',
  summary: 'List the members of an organization',
  description:
    'A page, newest members first, and the number of all that the filters match. Filters combine with AND, the values of one with OR.',
  params: Type.Object({
    organization_id: Type.String({ description: 'The id of the organization, `org_…`, or its slug.' }),
  }),
  query: Type.Object({
    user_id: userFilters.user_id,
    email_address: userFilters.email_address,
    phone_number: userFilters.phone_number,
    username: userFilters.username,
    web3_wallet: userFilters.web3_wallet,
    role: Type.Optional(
      Type.Array(Type.String(), { maxItems: 100, description: 'Keys of roles. Repeat the key for several.' }),
    ),
    query: userFilters.query,
    email_address_query: userFilters.email_address_query,
    phone_number_query: userFilters.phone_number_query,
    username_query: userFilters.username_query,
    name_query: userFilters.name_query,
    last_active_at_before: userFilters.last_active_at_before,
    last_active_at_after: userFilters.last_active_at_after,
    created_at_before: time('Members since before this Unix time in milliseconds.'),
    created_at_after: time('Members since after this Unix time in milliseconds.'),
    order_by: orderOfMemberships,
    ...pageOfMemberships,
  }),
  result: OrganizationMembershipPage,
  refusals: [
    'organization_not_found',
    'form_param_value_invalid',
    'form_param_array_size_exceeded',
    'form_param_invalid_date',
    'organization_not_enabled_in_instance',
  ],
  roles: ['owner', 'support', 'read_only'],
})
