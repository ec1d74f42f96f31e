import { jsonText } from '#contract/shapes.ts'
import type { Membership, Organization, OrganizationInvitation } from '#server/organizations/organization.ts'
import { fold } from '#server/users/fold.ts'
import type { OrganizationRow, Stored, Tables } from './tables.ts'

export const organizationColumns = [
  'id',
  'slug',
  'name',
  'image_id',
  'max_allowed_memberships',
  'admin_delete_enabled',
  'created_by',
  'created_at',
  'updated_at',
  'public_metadata',
  'private_metadata',
] as const satisfies readonly (keyof Organization)[]

export const membershipColumns = [
  'id',
  'organization_id',
  'user_id',
  'role_id',
  'created_at',
  'updated_at',
  'public_metadata',
  'private_metadata',
] as const satisfies readonly (keyof Membership)[]

export const invitationColumns = [
  'id',
  'organization_id',
  'email_address',
  'normalized',
  'role_id',
  'inviter_id',
  'token_hash',
  'status',
  'redirect_url',
  'expire_at',
  'created_at',
  'updated_at',
  'public_metadata',
  'private_metadata',
] as const satisfies readonly (keyof OrganizationInvitation)[]

const metadataOf = (row: { public_metadata: string; private_metadata: string }) => ({
  public_metadata: jsonText(row.public_metadata),
  private_metadata: jsonText(row.private_metadata),
})

export const toOrganization = (row: Stored<Organization>): Organization => ({
  ...row,
  ...metadataOf(row),
  admin_delete_enabled: row.admin_delete_enabled === 1,
})

export const toMembership = (row: Tables['memberships']): Membership => ({ ...row, ...metadataOf(row) })

export const toInvitation = (row: Tables['organization_invitations']): OrganizationInvitation => ({
  ...row,
  ...metadataOf(row),
})

/** What lists search and order by. */
export function toOrganizationRow(organization: Organization): OrganizationRow {
  const { name, slug } = organization
  return {
    ...organization,
    admin_delete_enabled: Number(organization.admin_delete_enabled),
    name_folded: fold(name),
    search_text: [name, slug].map((text) => `\n${fold(text)}`).join(''),
  }
}
