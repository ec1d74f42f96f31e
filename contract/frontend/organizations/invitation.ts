import { type Static, Type } from 'typebox'
import * as backend from '../../organizations/invitation.ts'
import { PublicOrganizationData } from '../../organizations/organization.ts'
import { named } from '../../shapes.ts'

const closed = { additionalProperties: false }
const {
  private_metadata: _private,
  inviter_id: _inviter,
  public_inviter_data: _inviterData,
  url,
  ...seen
} = backend.OrganizationInvitation.properties

/** An invitation as members see it, and whoever is invited. */
export const OrganizationInvitation = named(
  'OrganizationInvitation',
  Type.Object(
    {
      ...seen,
      url: { ...url, description: 'Always null: the link is known to its receiver alone.' } as typeof url,
      public_organization_data: Type.Optional(PublicOrganizationData),
    },
    closed,
  ),
)
export type OrganizationInvitation = Static<typeof OrganizationInvitation>

export const OrganizationInvitations = named(
  'OrganizationInvitations',
  Type.Object(
    {
      data: Type.Array(OrganizationInvitation),
      total_count: Type.Integer({ description: 'Of all pages together.' }),
    },
    closed,
  ),
)
export type OrganizationInvitations = Static<typeof OrganizationInvitations>
