import type { Input } from '#contract/operation.ts'
import type { replaceOrganizationMetadata as contract } from '#contract/organizations/replace-organization-metadata.ts'
import type { Call, World } from '#server/world.ts'
import { changeOrganization } from './change-organization.ts'
import type { Organization } from './organization.ts'
import { wholeFields } from './organization-metadata.ts'

export const replaceOrganizationMetadata = (
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Organization> => changeOrganization(world, call, input.organization_id, () => wholeFields(input))
