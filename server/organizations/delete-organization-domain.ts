import type { Static } from 'typebox'
import type { DeletedObject } from '#contract/deleted-object.ts'
import type { Input } from '#contract/operation.ts'
import type { deleteOrganizationDomain as contract } from '#contract/organizations/delete-organization-domain.ts'
import type { Call, World } from '#server/world.ts'
import { removeDomain } from './remove-domain.ts'

export async function deleteOrganizationDomain(
  world: World,
  { organization_id, domain_id }: Input<typeof contract>,
  call: Call,
): Promise<Static<typeof DeletedObject>> {
  const { id } = await removeDomain(world, call, organization_id, domain_id)
  return { object: 'organization_domain', id, deleted: true }
}
