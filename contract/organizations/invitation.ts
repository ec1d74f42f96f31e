import { type Static, Type } from 'typebox'
import { flag, JsonObject, Milliseconds, named, nullable, words } from '../shapes.ts'
import { PublicOrganizationData } from './organization.ts'

const closed = { additionalProperties: false }

export const invitationStatuses = ['pending', 'accepted', 'revoked', 'expired'] as const

/** What whoever is invited may see of the user who invites. */
export const InviterData = named(
  'InviterData',
  Type.Object(
    {
      user_id: Type.String(),
      first_name: nullable(Type.String()),
      last_name: nullable(Type.String()),
      image_url: Type.String(),
      has_image: Type.Boolean(),
      identifier: Type.String({ description: 'The primary address, number or name.' }),
    },
    closed,
  ),
)

const properties = {
  object: words(['organization_invitation']),
  id: Type.String({ description: '`orginv_…`' }),
  email_address: Type.String({ description: 'Whoever has proved to own it may accept.' }),
  role: Type.String({ description: 'The key of the role that the new member gets.' }),
  role_name: Type.String(),
  organization_id: Type.String(),
  inviter_id: nullable(Type.String({ description: 'The user who invites; null where nobody is named.' })),
  public_inviter_data: nullable(InviterData),
  status: words([...invitationStatuses], { description: '`expired` from `expires_at` on.' }),
  public_metadata: JsonObject('Become the public metadata of the membership.'),
  private_metadata: JsonObject('Become the private metadata of the membership.'),
  url: nullable(
    Type.String({
      description: 'The link to accept it. Only in the answer to its creation, and null in every later one.',
    }),
  ),
  expires_at: nullable(Milliseconds('From this moment on it cannot be accepted.')),
  created_at: Milliseconds('When it was made.'),
  updated_at: Milliseconds('When its status last changed.'),
}

export const OrganizationInvitation = named('OrganizationInvitation', Type.Object(properties, closed))
export type OrganizationInvitation = Static<typeof OrganizationInvitation>

export const OrganizationInvitationPage = named(
  'OrganizationInvitationPage',
  Type.Object(
    {
      data: Type.Array(OrganizationInvitation),
      total_count: Type.Integer({ description: 'Of all pages together.' }),
    },
    closed,
  ),
)
export type OrganizationInvitationPage = Static<typeof OrganizationInvitationPage>

export const OrganizationInvitationWithOrganization = named(
  'OrganizationInvitationWithOrganization',
  Type.Object({ ...properties, public_organization_data: PublicOrganizationData }, closed),
)
export type OrganizationInvitationWithOrganization = Static<typeof OrganizationInvitationWithOrganization>

export const OrganizationInvitationWithOrganizationPage = named(
  'OrganizationInvitationWithOrganizationPage',
  Type.Object(
    {
      data: Type.Array(OrganizationInvitationWithOrganization),
      total_count: Type.Integer({ description: 'Of all pages together.' }),
    },
    closed,
  ),
)
export type OrganizationInvitationWithOrganizationPage = Static<
  typeof OrganizationInvitationWithOrganizationPage
>

/** One invitation as a request describes it; null means that a value is not given. */
export const NewInvitation = Type.Object(
  {
    email_address: Type.String({ description: 'Who is invited.' }),
    role: Type.String({ minLength: 1, description: 'The key of a role, such as `org:member`.' }),
    inviter_user_id: Type.Optional(
      nullable(
        Type.String({
          description: 'A member who may manage members (`org:sys_memberships:manage`); the mail names them.',
        }),
      ),
    ),
    public_metadata: Type.Optional(nullable(JsonObject('At most 8192 bytes.'))),
    private_metadata: Type.Optional(nullable(JsonObject('At most 8192 bytes.'))),
    redirect_url: Type.Optional(
      nullable(
        Type.String({
          description:
            'Where the link leads once it was followed: absolute, `http` or `https`. A live server takes allowed origins and listed redirect URLs only.',
        }),
      ),
    ),
    expires_in_days: Type.Optional(
      nullable(
        Type.Integer({
          minimum: 1,
          maximum: 365,
          description: 'Days that it can be accepted; 30 unless given.',
        }),
      ),
    ),
    notify: flag('Mail the link to the address. True unless given.'),
  },
  closed,
)

/** The path of every operation on one invitation. */
export const InvitationPath = Type.Object({
  organization_id: Type.String({ description: 'The id of the organization: `org_…`.' }),
  invitation_id: Type.String({ description: 'The id of the invitation: `orginv_…`.' }),
})

export const statusFilter = Type.Optional(
  Type.Array(Type.String(), {
    maxItems: 100,
    description: `One of ${invitationStatuses.map((status) => `\`${status}\``).join(', ')}. Repeat the key for any of several.`,
  }),
)

export const invitationOrderFields = ['created_at', 'email_address'] as const

export const invitationOrder = Type.Optional(
  Type.String({
    default: '-created_at',
    description: `\`+\` (or nothing) ascends, \`-\` descends: ${invitationOrderFields.join(', ')}.`,
  }),
)

/** Of lists that come in pages. */
export const pages = {
  limit: Type.Optional(
    Type.Integer({ default: 10, description: '1 to 500; any other value means the default, 10.' }),
  ),
  offset: Type.Optional(Type.Integer({ default: 0, description: 'How many to skip.' })),
}

/** Of whatever invites. */
export const invitingRefusals = [
  'form_param_missing',
  'form_param_nil',
  'form_param_format_invalid',
  'form_param_value_too_large',
  'form_param_exceeds_allowed_size',
  'form_resource_not_found',
  'organization_not_enabled_in_instance',
  'organization_not_found',
  'not_an_admin_in_organization',
  'already_a_member_in_organization',
  'organization_invitation_not_unique',
  'organization_membership_quota_exceeded',
  'resource_locked',
] as const
