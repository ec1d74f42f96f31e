import { type Static, Type } from 'typebox'
import { JsonObject, Milliseconds, named, nullable, words } from '../shapes.ts'
import { Organization } from './organization.ts'

const closed = { additionalProperties: false }

/** A member as other members see them. */
export const MemberData = named(
  'MemberData',
  Type.Object(
    {
      user_id: Type.String(),
      first_name: nullable(Type.String()),
      last_name: nullable(Type.String()),
      profile_image_url: nullable(Type.String({ description: 'The older name of `image_url`.' })),
      image_url: Type.String(),
      has_image: Type.Boolean(),
      identifier: nullable(Type.String({ description: 'The primary address, number or name.' })),
      username: nullable(Type.String()),
      banned: Type.Boolean(),
      deprovisioned: Type.Boolean({ description: 'Always false.' }),
    },
    closed,
  ),
)

export const OrganizationMembership = named(
  'OrganizationMembership',
  Type.Object(
    {
      object: words(['organization_membership']),
      id: Type.String({ description: '`orgmem_…`' }),
      role: Type.String({ description: 'The key of the role, such as `org:admin`.' }),
      role_name: Type.String(),
      permissions: Type.Array(Type.String(), { description: 'Keys of all permissions of the role.' }),
      public_metadata: JsonObject('Readable by the backend and by members.'),
      private_metadata: JsonObject('Readable by the backend only.'),
      organization: Organization,
      public_user_data: MemberData,
      created_at: Milliseconds('When the user became a member.'),
      updated_at: Milliseconds('When it last changed.'),
    },
    closed,
  ),
)
export type OrganizationMembership = Static<typeof OrganizationMembership>

export const OrganizationMembershipPage = named(
  'OrganizationMembershipPage',
  Type.Object(
    {
      data: Type.Array(OrganizationMembership),
      total_count: Type.Integer({ description: 'Of all pages together.' }),
    },
    closed,
  ),
)
export type OrganizationMembershipPage = Static<typeof OrganizationMembershipPage>
