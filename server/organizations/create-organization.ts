import type { Input } from '#contract/operation.ts'
import type { createOrganization as contract } from '#contract/organizations/create-organization.ts'
import type { Call, World } from '#server/world.ts'
import { readCreation, refuseRoleSet } from './given-attributes.ts'
import { makeOrganization } from './make-organization.ts'
import type { Organization } from './organization.ts'
import { wholeFields } from './organization-metadata.ts'
import { refuseWithoutOrganizations } from './organization-settings.ts'

export async function createOrganization(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Organization> {
  await refuseWithoutOrganizations(world)
  refuseRoleSet(input)
  const createdAt = readCreation(input, world.now())
  const { public_metadata, private_metadata } = wholeFields(input)
  const given = {
    name: input.name,
    slug: input.slug ?? undefined,
    createdBy: input.created_by,
    publicMetadata: public_metadata,
    privateMetadata: private_metadata,
    maxAllowedMemberships: input.max_allowed_memberships ?? undefined,
    createdAt,
  }
  return makeOrganization(world, call, given, 'backend')
}
