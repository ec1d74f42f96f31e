import { dropUnusedImage } from '#server/images/keep-image.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import type { Organization } from './organization.ts'
import { type Admission, withinOrganization } from './within-organization.ts'

/** Removes the organization with its members, invitations and domains; answers it as it was. */
export async function removeOrganization(
  world: World,
  call: Call,
  id: string,
  admit?: Admission,
): Promise<Organization> {
  const now = world.now()
  const removed = await withinOrganization(world, id, admit, async (held) => {
    const { organization } = held
    await held.remove()
    await held.record(eventOf(call, 'organization.deleted', id, now, { slug: organization.slug }))
    return organization
  })
  await dropUnusedImage(world, removed.image_id)
  return removed
}
