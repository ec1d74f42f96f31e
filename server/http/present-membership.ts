import type { Static } from 'typebox'
import type * as wire from '#contract/organizations/membership.ts'
import type { SeenMembership } from '#server/organizations/seen-memberships.ts'
import { identifierOf, usernameOf } from '#server/users/identifier-of.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { presentOrganization } from './present-organization.ts'
import { pictureOf } from './present-user.ts'
import type { AnswerText } from './route.ts'

const memberData = (user: User, world: World): Static<typeof wire.MemberData> => ({
  user_id: user.id,
  first_name: user.first_name,
  last_name: user.last_name,
  ...pictureOf(user, world),
  identifier: identifierOf(user),
  username: usernameOf(user),
  banned: user.banned,
  deprovisioned: false,
})

export function presentMembership(
  { membership, role, organization, user }: SeenMembership,
  world: World,
): AnswerText<wire.OrganizationMembership> {
  const { id, public_metadata, private_metadata, created_at, updated_at } = membership
  const head = {
    object: 'organization_membership',
    id,
    role: role.key,
    role_name: role.name,
    permissions: role.permissions.map(({ key }) => key),
  } as const satisfies Partial<wire.OrganizationMembership>
  const tail = { public_user_data: memberData(user, world), created_at, updated_at }
  const metadata = `"public_metadata":${public_metadata},"private_metadata":${private_metadata}`
  const within = `"organization":${presentOrganization(organization, world)}`
  return `${JSON.stringify(head).slice(0, -1)},${metadata},${within},${JSON.stringify(tail).slice(1)}`
}

export const presentMemberships = (
  { seen, total }: { readonly seen: readonly SeenMembership[]; readonly total: number },
  world: World,
): AnswerText<wire.OrganizationMembershipPage> =>
  `{"data":[${seen.map((one) => presentMembership(one, world)).join(',')}],"total_count":${total}}`
