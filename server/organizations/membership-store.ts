import type { UserFilters } from '#server/users/user-store.ts'
import type { Membership } from './organization.ts'

export interface MembershipFilters {
  readonly organization_id?: string
  readonly user_id?: string
  readonly role_ids?: readonly string[]
  readonly user_ids?: { readonly include: readonly string[]; readonly exclude: readonly string[] }
  /** Of the members as users. */
  readonly user?: UserFilters
  /** Strict bounds of the membership's own creation, in Unix milliseconds. */
  readonly created_before?: number
  readonly created_after?: number
}

export type MembershipOrder =
  | 'created_at'
  | 'email_address'
  | 'phone_number'
  | 'username'
  | 'first_name'
  | 'last_name'

export interface MembershipPage {
  readonly order: MembershipOrder
  readonly descending: boolean
  readonly limit: number
  readonly offset: number
}

/** What a user is in one organization, as tokens tell it. */
export interface Standing {
  readonly organizationId: string
  readonly slug: string
  /** The key of the role. */
  readonly role: string
  /** Keys of permissions, in order. */
  readonly permissions: readonly string[]
}

/** Memberships at rest; what changes them holds their organization: see `HeldOrganization`. */
export interface MembershipStore {
  find(organizationId: string, userId: string): Promise<Membership | undefined>
  /** One statement, because every token of somebody who is in an organization asks for it. */
  standing(organizationId: string, userId: string): Promise<Standing | undefined>
  /** Equal values are ordered by id in the same direction. */
  list(filters: MembershipFilters, page: MembershipPage): Promise<Membership[]>
  count(filters: MembershipFilters): Promise<number>
  /** All of these users, newest first. */
  ofUsers(userIds: readonly string[]): Promise<Membership[]>
}
