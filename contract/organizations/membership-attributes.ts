import { Type } from 'typebox'
import { OrganizationPath } from './organization.ts'

/** The path of every operation on one member. */
export const MemberPath = Type.Object({
  ...OrganizationPath.properties,
  user_id: Type.String({ description: 'The id of the member, as a user.' }),
})

export const roleOfMember = Type.String({ description: 'The key of a role, such as `org:member`.' })

export const membershipOrderFields = [
  'created_at',
  'email_address',
  'phone_number',
  'username',
  'first_name',
  'last_name',
] as const

export const pageOfMemberships = {
  limit: Type.Optional(
    Type.Integer({ default: 10, description: '1 to 500; any other value means the default, 10.' }),
  ),
  offset: Type.Optional(Type.Integer({ default: 0, description: 'How many to skip.' })),
}

export const orderOfMemberships = Type.Optional(
  Type.String({
    default: '-created_at',
    description: `\`+\` (or nothing) ascends, \`-\` descends: ${membershipOrderFields.join(', ')}. \`created_at\` is that of the membership; users without the value come last.`,
  }),
)

/** Of whatever changes one member. */
export const memberRefusals = [
  'organization_not_found',
  'organization_member_not_found',
  'resource_locked',
  'organization_not_enabled_in_instance',
] as const
