import type { Input } from '#contract/operation.ts'
import type { mergeOrganizationMetadata as contract } from '#contract/organizations/merge-organization-metadata.ts'
import type { Call, World } from '#server/world.ts'
import { changeOrganization } from './change-organization.ts'
import type { Organization } from './organization.ts'
import { mergedFields } from './organization-metadata.ts'

/** Merges into what is stored while the row is held: of parallel merges every key stays. */
export const mergeOrganizationMetadata = (
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Organization> =>
  changeOrganization(world, call, input.organization_id, (organization) => mergedFields(organization, input))
