import { type Static, Type } from 'typebox'
import * as backend from '../../organizations/membership.ts'
import { named } from '../../shapes.ts'
import { PublicUserData } from '../public-user-data.ts'
import { Organization } from './organization.ts'

const {
  private_metadata: _,
  organization: __,
  public_user_data: ___,
  ...seen
} = backend.OrganizationMembership.properties

/** A membership as the members of the organization see it. */
export const OrganizationMembership = named(
  'OrganizationMembership',
  Type.Object(
    { ...seen, organization: Organization, public_user_data: PublicUserData },
    { additionalProperties: false },
  ),
)
export type OrganizationMembership = Static<typeof OrganizationMembership>

export const OrganizationMemberships = named(
  'OrganizationMemberships',
  Type.Object(
    {
      data: Type.Array(OrganizationMembership),
      total_count: Type.Integer({ description: 'Of all pages together.' }),
    },
    { additionalProperties: false },
  ),
)
export type OrganizationMemberships = Static<typeof OrganizationMemberships>
