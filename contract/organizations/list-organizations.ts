import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Organizations } from './organization.ts'
import { countedFacts } from './organization-attributes.ts'

const valuesMax = 100
const signed = (what: string) =>
  Type.Optional(
    Type.Array(Type.String(), {
      maxItems: valuesMax,
      description: `${what} Repeat the key for several. A leading \`+\` includes (so does no sign), \`-\` excludes.`,
    }),
  )

export const organizationOrderFields = ['name', 'created_at', 'members_count'] as const

export const listOrganizations = operation({
  id: 'ListOrganizations',
  method: 'GET',
  path: '/organizations',
  tag: 'Organizations',
  summary: 'List organizations',
  description: 'A page, newest first, and the number of all that the filters match.',
  params: Nothing,
  query: Type.Object({
    ...countedFacts,
    query: Type.Optional(
      Type.String({
        description: 'The whole id, or any part of the name or the slug, letter case aside.',
      }),
    ),
    user_id: signed('Ids of members.'),
    organization_id: signed('Ids of organizations.'),
    order_by: Type.Optional(
      Type.String({
        default: '-created_at',
        description: `\`+\` (or nothing) ascends, \`-\` descends: ${organizationOrderFields.join(', ')}.`,
      }),
    ),
    limit: Type.Optional(
      Type.Integer({ default: 10, description: '1 to 500; any other value means the default, 10.' }),
    ),
    offset: Type.Optional(Type.Integer({ default: 0, description: 'How many to skip.' })),
  }),
  result: Organizations,
  refusals: [
    'form_param_value_invalid',
    'form_param_array_size_exceeded',
    'organization_not_enabled_in_instance',
  ],
  roles: ['owner', 'support', 'read_only'],
})
