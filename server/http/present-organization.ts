import type * as wire from '#contract/organizations/organization.ts'
import { logoAddress } from '#server/images/picture-address.ts'
import type { Organization } from '#server/organizations/organization.ts'
import type { SeenOrganization } from '#server/organizations/organization-facts.ts'
import type { OrganizationFacts } from '#server/organizations/organization-store.ts'
import type { World } from '#server/world.ts'
import type { AnswerText } from './route.ts'

export const publicOrganizationData = (
  organization: Organization,
  world: World,
): wire.PublicOrganizationData => ({
  id: organization.id,
  name: organization.name,
  slug: organization.slug,
  image_url: logoAddress(world, organization),
  has_image: organization.image_id !== null,
})

/** The metadata is copied in as the text that it is stored as, so that numbers and key order survive. */
export function presentOrganization(
  organization: Organization,
  world: World,
  facts: Partial<OrganizationFacts> = {},
): AnswerText<wire.Organization> {
  const { created_by, max_allowed_memberships, admin_delete_enabled, created_at, updated_at } = organization
  const head = {
    object: 'organization',
    ...publicOrganizationData(organization, world),
    ...facts,
    max_allowed_memberships,
    admin_delete_enabled,
  } as const satisfies Partial<wire.Organization>
  const tail = { ...(created_by === null ? {} : { created_by }), created_at, updated_at }
  const metadata = `"public_metadata":${organization.public_metadata},"private_metadata":${organization.private_metadata}`
  return `${JSON.stringify(head).slice(0, -1)},${metadata},${JSON.stringify(tail).slice(1)}`
}

export const presentSeenOrganization = (
  { organization, facts }: SeenOrganization,
  world: World,
): AnswerText<wire.Organization> => presentOrganization(organization, world, facts)

export const presentOrganizations = (
  { data, total }: { readonly data: readonly SeenOrganization[]; readonly total: number },
  world: World,
): AnswerText<wire.Organizations> =>
  `{"data":[${data.map((one) => presentSeenOrganization(one, world)).join(',')}],"total_count":${total}}`

export const presentOrganizationWithLogo = (
  organization: Organization,
  world: World,
): AnswerText<wire.OrganizationWithLogo> => {
  const logo = JSON.stringify({ logo_url: logoAddress(world, organization) })
  return `${presentOrganization(organization, world).slice(0, -1)},${logo.slice(1)}`
}
