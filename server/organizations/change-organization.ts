import { type Call, eventOf, type World } from '#server/world.ts'
import type { Organization, OrganizationAttributes } from './organization.ts'
import { refuseName } from './organization-name.ts'
import { organizationSettings } from './organization-settings.ts'
import { SlugTaken } from './organization-store.ts'
import { refuseSlug, takenSlug } from './slug.ts'
import { type Admission, withinOrganization } from './within-organization.ts'

const differing = (
  organization: Organization,
  attributes: Partial<OrganizationAttributes>,
): Partial<OrganizationAttributes> =>
  Object.fromEntries(
    Object.entries(attributes).filter(([key, value]) => organization[key as keyof Organization] !== value),
  )

/**
 * `attributesOf` sees what is stored while the row is held, so that of two changes at once none is lost. A change of
 * nothing writes nothing, moves no time and records no event.
 */
export async function changeOrganization(
  world: World,
  call: Call,
  id: string,
  attributesOf: (organization: Organization) => Partial<OrganizationAttributes>,
  admit?: Admission,
  details: Readonly<Record<string, unknown>> = {},
): Promise<Organization> {
  const settings = await organizationSettings(world)
  const now = world.now()
  const changing = withinOrganization(world, id, admit, async (held) => {
    const { organization } = held
    const attributes = differing(organization, attributesOf(organization))
    const { name, slug } = attributes
    if (name !== undefined) refuseName(name)
    if (slug !== undefined) refuseSlug(slug, settings)
    const changed = Object.keys(attributes)
    if (changed.length === 0) return organization
    // Never back: this request may have waited for the row while another one moved the time on.
    const at = Math.max(now, organization.updated_at)
    const after = await held.change(attributes, at)
    await held.record(eventOf(call, 'organization.updated', id, at, { changed, ...details }))
    return after
  })
  return changing.catch((error) => {
    throw error instanceof SlugTaken ? takenSlug() : error
  })
}
