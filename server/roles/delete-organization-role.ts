import type { Static } from 'typebox'
import type { DeletedObject } from '#contract/deleted-object.ts'
import type { Input } from '#contract/operation.ts'
import type { deleteOrganizationRole as contract } from '#contract/organization-roles/delete-organization-role.ts'
import {
  organizationSettingsWith,
  refuseWithoutOrganizations,
} from '#server/organizations/organization-settings.ts'
import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { roleWithId } from './with-id.ts'

export async function deleteOrganizationRole(
  world: World,
  { organization_role_id: id }: Input<typeof contract>,
  call: Call,
): Promise<Static<typeof DeletedObject>> {
  await refuseWithoutOrganizations(world)
  const at = world.now()
  await world.roles.hold(async (held) => {
    const role = roleWithId(held.roles, id)
    const settings = organizationSettingsWith(world, held.settings)
    if (settings.creator_role === role.key) throw new Refusal('organization_role_default_creator_role')
    if (settings.domains_default_role === role.key) throw new Refusal('organization_role_domain_default_role')
    if (await held.hasMembers(id)) throw new Refusal('organization_role_assigned_members')
    if (await held.hasOpenInvitations(id, at)) throw new Refusal('organization_role_exists_in_invitations')
    await held.removeRole(id, at)
    await held.record(eventOf(call, 'role.deleted', id, at, { key: role.key }))
  })
  return { object: 'role', id, deleted: true }
}
