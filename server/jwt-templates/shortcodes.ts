import { logoAddress, pictureAddress } from '#server/images/picture-address.ts'
import { type JsonTree, readTree } from '#server/json-text.ts'
import type { SeenMembership } from '#server/organizations/seen-memberships.ts'
import type { Session } from '#server/sessions/session.ts'
import { secondFactorEnabled } from '#server/users/second-factor.ts'
import { identificationsOf, type User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { type Shortcodes, treeOf } from './render-claims.ts'

const identificationOf = (user: User, id: string | null) =>
  user.identifications.find((identification) => identification.id === id)

const isVerified = (user: User, id: string | null) => identificationOf(user, id)?.status === 'verified'

const fullName = ({ first_name, last_name }: User) =>
  [first_name, last_name].filter((name) => name !== null).join(' ') || null

function aboutUser(world: World, user: User) {
  const { primary_email_address_id, primary_phone_number_id, primary_web3_wallet_id } = user
  return {
    id: user.id,
    external_id: user.external_id,
    username: identificationsOf(user, 'username')[0]?.value,
    first_name: user.first_name,
    last_name: user.last_name,
    full_name: fullName(user),
    image_url: pictureAddress(world, user),
    has_image: user.image_id !== null,
    primary_email_address: identificationOf(user, primary_email_address_id)?.value,
    primary_phone_number: identificationOf(user, primary_phone_number_id)?.value,
    primary_web3_wallet: identificationOf(user, primary_web3_wallet_id)?.value,
    email_verified: isVerified(user, primary_email_address_id),
    phone_number_verified: isVerified(user, primary_phone_number_id),
    two_factor_enabled: secondFactorEnabled(user),
    created_at: user.created_at,
    updated_at: user.updated_at,
    last_sign_in_at: user.last_sign_in_at,
  }
}

const aboutOrganization = (world: World, { organization, role }: SeenMembership) => ({
  id: organization.id,
  slug: organization.slug,
  name: organization.name,
  role: role.key,
  image_url: logoAddress(world, organization),
  has_image: organization.image_id !== null,
})

/** Nothing of it is known where the session is active in no organization. */
function ofOrganization(world: World, seen: SeenMembership): [string, JsonTree][] {
  const about = Object.entries(aboutOrganization(world, seen)).map(
    ([name, value]) => [name, treeOf(value)] as const,
  )
  const metadata = readTree(seen.organization.public_metadata)
  const ofMembership = new Map([
    ['role', treeOf(seen.role.key)],
    ['public_metadata', readTree(seen.membership.public_metadata)],
  ])
  return [
    ['org', new Map([...about, ['public_metadata', metadata]])],
    ['org_membership', ofMembership],
  ]
}

/**
 * `active` is the membership in the organization that the session is active in. Private metadata has no shortcode: a
 * token can be read by whoever holds it.
 */
export function shortcodesOf(
  world: World,
  user: User,
  session: Session,
  active: SeenMembership | undefined,
): Shortcodes {
  const about = Object.entries(aboutUser(world, user)).map(([name, value]) => [name, treeOf(value)] as const)
  const ofUser = new Map([
    ...about,
    ['public_metadata', readTree(user.public_metadata)] as const,
    ['unsafe_metadata', readTree(user.unsafe_metadata)] as const,
  ])
  const ofSession = new Map([['actor', session.actor === null ? 'null' : readTree(session.actor)]])
  return new Map([['user', ofUser], ['session', ofSession], ...(active ? ofOrganization(world, active) : [])])
}
