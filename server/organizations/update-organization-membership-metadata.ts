import type { Input } from '#contract/operation.ts'
import type { updateOrganizationMembershipMetadata as contract } from '#contract/organizations/update-organization-membership-metadata.ts'
import type { JsonText } from '#contract/shapes.ts'
import { refuseAny } from '#server/refusal.ts'
import { mergeMetadata, metadataProblems } from '#server/users/metadata.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { membershipDetails } from './add-member.ts'
import { heldMember } from './held-member.ts'
import type { Membership } from './organization.ts'
import { type SeenMembership, seenMembership } from './seen-memberships.ts'
import { withinOrganization } from './within-organization.ts'

type MetadataInput = Input<typeof contract>

const fields = ['public_metadata', 'private_metadata'] as const

/** The fields as they shall be stored, less those that stay as they are. */
function mergedFields(membership: Membership, input: MetadataInput) {
  const merged = fields.flatMap((field) => {
    const patch = input[field]
    if (patch === undefined || patch === null) return []
    const value = mergeMetadata(membership[field], patch)
    return value === membership[field] ? [] : [[field, value] as const]
  })
  refuseAny(merged.flatMap(([field, value]) => metadataProblems(field, value)))
  return Object.fromEntries(merged) as { [Field in (typeof fields)[number]]?: JsonText }
}

/** Merges while the organization is held: of parallel merges every key stays. */
export async function updateOrganizationMembershipMetadata(
  world: World,
  input: MetadataInput,
  call: Call,
): Promise<SeenMembership> {
  const { organization_id, user_id } = input
  const changed = await withinOrganization(world, organization_id, undefined, async (held, roles) => {
    const { membership, role } = await heldMember(held, roles, user_id)
    const values = mergedFields(membership, input)
    const names = Object.keys(values)
    if (names.length === 0) return membership
    const at = Math.max(world.now(), membership.updated_at)
    const details = { ...membershipDetails(membership, role), changed: names }
    await held.record(eventOf(call, 'organizationMembership.updated', membership.id, at, details))
    return held.changeMember(membership, { ...values, updated_at: at })
  })
  return seenMembership(world, changed)
}
