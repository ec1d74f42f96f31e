import type { Input } from '#contract/operation.ts'
import type { deleteOrganizationLogo as contract } from '#contract/organizations/delete-organization-logo.ts'
import type { Call, World } from '#server/world.ts'
import type { Organization } from './organization.ts'
import { dropLogo } from './organization-logo.ts'

export const deleteOrganizationLogo = (
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Organization> => dropLogo(world, call, input.organization_id)
