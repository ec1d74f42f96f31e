import { type Static, Type } from 'typebox'
import { JsonObject, Milliseconds, named, words } from '../shapes.ts'

/** What every answer about an organization tells of it. */
export const Organization = named(
  'Organization',
  Type.Object(
    {
      object: words(['organization']),
      id: Type.String({ description: '`org_…`' }),
      name: Type.String(),
      slug: Type.String({ description: 'Unique in the instance.' }),
      image_url: Type.String({ description: 'The logo; a drawn one where none was uploaded.' }),
      has_image: Type.Boolean({ description: 'Whether a logo was uploaded.' }),
      members_count: Type.Optional(Type.Integer({ description: 'Only where it was asked for.' })),
      missing_member_with_elevated_permissions: Type.Optional(
        Type.Boolean({
          description: 'Whether no member may manage members and delete it; only where it was asked for.',
        }),
      ),
      pending_invitations_count: Type.Optional(
        Type.Integer({ description: 'Only where members are counted.' }),
      ),
      max_allowed_memberships: Type.Integer({ description: 'Members at most; 0 means any number.' }),
      admin_delete_enabled: Type.Boolean({ description: 'Members with the permission may delete it.' }),
      public_metadata: JsonObject('Readable by the backend and by members.'),
      private_metadata: JsonObject('Readable by the backend only.'),
      created_by: Type.Optional(
        Type.String({ description: 'The user who made it; absent when nobody is named.' }),
      ),
      created_at: Milliseconds('When it was made.'),
      updated_at: Milliseconds('When it last changed.'),
    },
    { additionalProperties: false },
  ),
)
export type Organization = Static<typeof Organization>

/** What whoever is invited may see of an organization. */
export const PublicOrganizationData = named(
  'PublicOrganizationData',
  Type.Object(
    {
      id: Type.String(),
      name: Type.String(),
      slug: Type.String(),
      image_url: Type.String(),
      has_image: Type.Boolean(),
    },
    { additionalProperties: false },
  ),
)
export type PublicOrganizationData = Static<typeof PublicOrganizationData>

/** The path of every operation on one organization. */
export const OrganizationPath = Type.Object({
  organization_id: Type.String({ description: 'The id of the organization: `org_…`.' }),
})

export const Organizations = named(
  'OrganizationPage',
  Type.Object(
    {
      data: Type.Array(Organization),
      total_count: Type.Integer({ description: 'Of all pages together.' }),
    },
    { additionalProperties: false },
  ),
)
export type Organizations = Static<typeof Organizations>

export const OrganizationWithLogo = named(
  'OrganizationWithLogo',
  Type.Object(
    { ...Organization.properties, logo_url: Type.String({ description: 'The older name of `image_url`.' }) },
    { additionalProperties: false },
  ),
)
export type OrganizationWithLogo = Static<typeof OrganizationWithLogo>
