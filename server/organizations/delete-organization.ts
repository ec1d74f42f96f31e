import type { Input } from '#contract/operation.ts'
import type { deleteOrganization as contract } from '#contract/organizations/delete-organization.ts'
import type { Call, World } from '#server/world.ts'
import { removeOrganization } from './remove-organization.ts'

export async function deleteOrganization(world: World, input: Input<typeof contract>, call: Call) {
  const { id, slug } = await removeOrganization(world, call, input.organization_id)
  return { object: 'organization', id, slug, deleted: true }
}
