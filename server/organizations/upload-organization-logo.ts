import type { Input } from '#contract/operation.ts'
import type { uploadOrganizationLogo as contract } from '#contract/organizations/upload-organization-logo.ts'
import { getUser } from '#server/users/get-user.ts'
import type { Call, World } from '#server/world.ts'
import type { Organization } from './organization.ts'
import { giveLogo } from './organization-logo.ts'
import { refuseWithoutOrganizations } from './organization-settings.ts'

export async function uploadOrganizationLogo(
  world: World,
  input: Input<typeof contract> & { readonly file: Buffer; readonly uploader_user_id?: string },
  call: Call,
): Promise<Organization> {
  await refuseWithoutOrganizations(world)
  const { organization_id, file, uploader_user_id } = input
  if (!uploader_user_id) return giveLogo(world, call, organization_id, file)
  await getUser(world, { user_id: uploader_user_id })
  return giveLogo(world, call, organization_id, file, undefined, { uploader_user_id })
}
