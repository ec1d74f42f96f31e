import { metadataLeavesUpdate } from '#contract/api-version.ts'
import type { Input } from '#contract/operation.ts'
import type { updateOrganization as contract } from '#contract/organizations/update-organization.ts'
import { problem, refuseAny } from '#server/refusal.ts'
import type { Call, World } from '#server/world.ts'
import { changeOrganization } from './change-organization.ts'
import { readCreation, refuseRoleSet } from './given-attributes.ts'
import type { Organization, OrganizationAttributes } from './organization.ts'
import { wholeFields } from './organization-metadata.ts'
import { refuseWithoutOrganizations } from './organization-settings.ts'

type UpdateInput = Input<typeof contract>

function refuseMetadata(input: UpdateInput, call: Call): void {
  if (call.apiVersion < metadataLeavesUpdate) return
  const given = (['public_metadata', 'private_metadata'] as const).filter((key) => input[key] !== undefined)
  refuseAny(given.map((param) => problem('form_param_unknown', { param })))
}

const plainKeys = ['name', 'slug', 'max_allowed_memberships', 'admin_delete_enabled'] as const

/** Null in a field that cannot be empty means no change. */
function givenAttributes(input: UpdateInput, now: number): Partial<OrganizationAttributes> {
  const plain = plainKeys.filter((key) => input[key] !== undefined && input[key] !== null)
  const created_at = readCreation(input, now)
  return {
    ...Object.fromEntries(plain.map((key) => [key, input[key]])),
    ...(created_at === undefined ? {} : { created_at }),
    ...wholeFields(input),
  }
}

/** Changes what is given and nothing else; an empty body changes nothing. */
export async function updateOrganization(
  world: World,
  input: UpdateInput,
  call: Call,
): Promise<Organization> {
  await refuseWithoutOrganizations(world)
  refuseMetadata(input, call)
  refuseRoleSet(input)
  const attributes = givenAttributes(input, world.now())
  return changeOrganization(world, call, input.organization_id, () => attributes)
}
