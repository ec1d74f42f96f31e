import type { JsonText } from '#contract/shapes.ts'
import type { NewEvent } from '#server/events/event.ts'
import { newId } from '#server/ids.ts'
import { Refusal } from '#server/refusal.ts'
import { isCreatorEligible, type Role } from '#server/roles/role.ts'
import { emptyMetadata } from '#server/users/metadata.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { membershipDetails } from './add-member.ts'
import type { Membership, Organization } from './organization.ts'
import { refuseName } from './organization-name.ts'
import { type OrganizationSettings, refuseWithoutOrganizations } from './organization-settings.ts'
import { SlugTaken } from './organization-store.ts'
import { refuseSlug, slugBeside, slugOf, takenSlug } from './slug.ts'

export interface NewOrganization {
  readonly name: string
  /** Made of the name where none is given. */
  readonly slug?: string | undefined
  /** Becomes the first member. */
  readonly createdBy?: string | null | undefined
  readonly publicMetadata?: JsonText | undefined
  readonly privateMetadata?: JsonText | undefined
  readonly maxAllowedMemberships?: number | undefined
  readonly createdAt?: number | undefined
}

const slugAttemptsMax = 5

/** The role that the settings name; where it is gone or cannot run an organization, the one that every instance begins with. */
function creatorRole(roles: readonly Role[], { creator_role }: OrganizationSettings): Role {
  const eligible = roles.filter(isCreatorEligible)
  const candidates = eligible.length > 0 ? eligible : roles
  const keyed = (key: string) => candidates.find((role) => role.key === key)
  const role = keyed(creator_role) ?? keyed('org:admin') ?? candidates[0]
  if (!role) throw new Error('the instance has no roles')
  return role
}

function firstMember(organization: Organization, userId: string, role: Role, now: number): Membership {
  return {
    id: newId('orgmem', now),
    organization_id: organization.id,
    user_id: userId,
    role_id: role.id,
    public_metadata: emptyMetadata,
    private_metadata: emptyMetadata,
    created_at: now,
    updated_at: now,
  }
}

/** How many organizations the user may make; undefined for any number. */
async function creatorMaxOf(world: World, userId: string): Promise<number | undefined> {
  const user = await world.users.find(userId)
  if (!user) throw new Refusal('organization_creator_not_found')
  if (!user.create_organization_enabled) throw new Refusal('organization_creation_disabled')
  return user.create_organizations_limit || undefined
}

/** A slug that was chosen is had or refused; one made of the name gives way to whoever has it. */
async function insertUnderFreeSlug<T>(
  organization: Organization,
  isChosen: boolean,
  insert: (organization: Organization) => Promise<T>,
): Promise<{ organization: Organization; outcome: T }> {
  let current = organization
  for (let attempt = 1; ; attempt++) {
    try {
      return { organization: current, outcome: await insert(current) }
    } catch (error) {
      if (!(error instanceof SlugTaken)) throw error
      if (isChosen || attempt === slugAttemptsMax) throw takenSlug()
      current = { ...organization, slug: slugBeside(organization.slug) }
    }
  }
}

/**
 * Makes an organization with its creator as the first member, or nothing at all. The backend may make any; a member
 * only what their own row allows, which is counted while the row is held.
 */
export async function makeOrganization(
  world: World,
  call: Call,
  given: NewOrganization,
  who: 'backend' | 'member',
): Promise<Organization> {
  const settings = await refuseWithoutOrganizations(world)
  const now = world.now()
  const { name, slug, createdBy: creator = null } = given
  refuseName(name)
  if (slug !== undefined) refuseSlug(slug, settings)
  const creatorMax = who === 'member' && creator !== null ? await creatorMaxOf(world, creator) : undefined
  const described: Organization = {
    id: newId('org', now),
    name,
    slug: slug ?? slugOf(name),
    image_id: null,
    max_allowed_memberships: given.maxAllowedMemberships ?? settings.max_allowed_memberships,
    admin_delete_enabled: settings.admin_delete_enabled,
    public_metadata: given.publicMetadata ?? emptyMetadata,
    private_metadata: given.privateMetadata ?? emptyMetadata,
    created_by: creator,
    created_at: given.createdAt ?? now,
    updated_at: now,
  }
  const role = creator === null ? undefined : creatorRole(await world.roles.all(), settings)
  const membership = creator && role && firstMember(described, creator, role, now)
  const joined: NewEvent[] =
    membership && role
      ? [
          eventOf(
            call,
            'organizationMembership.created',
            membership.id,
            now,
            membershipDetails(membership, role),
          ),
        ]
      : []
  const { organization, outcome } = await insertUnderFreeSlug(described, slug !== undefined, (one) => {
    const made = eventOf(call, 'organization.created', one.id, now, {
      slug: one.slug,
      ...(creator === null ? {} : { created_by: creator }),
    })
    return world.organizations.insert(
      one,
      [made, ...joined],
      membership ? { membership, creatorMax } : undefined,
    )
  })
  if (outcome === 'no_user') throw new Refusal('organization_creator_not_found')
  if (outcome === 'limit') throw new Refusal('organization_quota_exceeded', { max: creatorMax! })
  return organization
}
