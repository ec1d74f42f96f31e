import type { NewEvent } from '#server/events/event.ts'
import type { Message } from '#server/mail/message-store.ts'
import type { Newcomer } from '#server/sign-ups/sign-up-store.ts'
import type { Signed } from '#server/users/user-store.ts'
import type { OrganizationDomain } from './domain.ts'
import type { DomainChange } from './domain-store.ts'
import type {
  Membership,
  Organization,
  OrganizationAttributes,
  OrganizationInvitation,
} from './organization.ts'

/** Another organization has the slug. Thrown by the write that met the unique index, which leaves nothing. */
export class SlugTaken extends Error {}

export type MembershipChange = Partial<
  Pick<Membership, 'role_id' | 'public_metadata' | 'private_metadata' | 'updated_at'>
>

/**
 * One organization whose row is held until the transaction ends: whoever else changes it, its members or its
 * invitations waits. So what is counted and looked up here stays true until what follows from it is written.
 */
export interface HeldOrganization {
  readonly organization: Organization
  /** Throws `SlugTaken`. */
  change(attributes: Partial<OrganizationAttributes>, at: number): Promise<Organization>
  /** With all that is in it; nobody's session is active in it any more. */
  remove(): Promise<void>

  /** How many members there are, counted no further than `limit`. */
  membersUpTo(limit: number): Promise<number>
  membership(userId: string): Promise<Membership | undefined>
  /** Whether the user has proved to own the address. The user is held as well: the address stays theirs. */
  hasVerifiedAddress(userId: string, normalized: string): Promise<boolean>
  /** Whether anybody but that user may bring members in and close the organization. */
  hasElevatedMemberBeside(userId: string): Promise<boolean>
  /** False when there is no such user, and then nothing was written. */
  addMember(membership: Membership): Promise<boolean>
  changeMember(membership: Membership, change: MembershipChange): Promise<Membership>
  /** Nobody's session stays active in an organization that they left. */
  removeMember(membership: Membership): Promise<void>

  /** The one invitation of that address that is still open. */
  openInvitationFor(normalized: string, now: number): Promise<OrganizationInvitation | undefined>
  /** How many invitations are open at `now`, counted no further than `limit`. */
  openInvitationsUpTo(limit: number, now: number): Promise<number>
  invitation(id: string): Promise<OrganizationInvitation | undefined>
  addInvitation(invitation: OrganizationInvitation): Promise<void>
  /** Once, and only of one that is open at `now`: undefined when it was not. */
  endInvitation(
    id: string,
    status: 'accepted' | 'revoked',
    now: number,
  ): Promise<OrganizationInvitation | undefined>

  /** Whoever signs up to come in here; throws `ValueTaken` and `SignUpPassed`. */
  bringIn(newcomer: Newcomer): Promise<void>

  domain(id: string): Promise<OrganizationDomain | undefined>
  /** Throws `DomainTaken`. */
  addDomain(domain: OrganizationDomain): Promise<void>
  /** Throws `DomainTaken`. */
  changeDomain(domain: OrganizationDomain, change: DomainChange): Promise<OrganizationDomain>
  removeDomain(id: string): Promise<void>

  record(event: NewEvent): Promise<void>
  /** Mail that is sent if all this is committed. */
  post(message: Message): Promise<void>
}

export interface OrganizationFilters {
  readonly ids?: Signed | undefined
  /** A part of name or slug, folded, or a whole id as it was given. */
  readonly text?: { readonly part: string; readonly id: string } | undefined
  /** With or without a member of these. */
  readonly members?: Signed | undefined
}

export type OrganizationOrder = 'name' | 'created_at' | 'members_count'

export interface OrganizationPage {
  readonly order: OrganizationOrder
  readonly descending: boolean
  readonly limit: number
  readonly offset: number
}

/** What is counted for an answer that asks for it. */
export interface OrganizationFacts {
  readonly members_count: number
  readonly pending_invitations_count: number
  readonly missing_member_with_elevated_permissions: boolean
}

/** Organizations at rest. A write adds its events in its own transaction. */
export interface OrganizationStore {
  find(id: string): Promise<Organization | undefined>
  findBySlug(slug: string): Promise<Organization | undefined>
  /** In no order; ids of nothing are left out. */
  findAll(ids: readonly string[]): Promise<Organization[]>
  /** Equal values are ordered by id in the same direction. */
  list(filters: OrganizationFilters, page: OrganizationPage): Promise<Organization[]>
  count(filters: OrganizationFilters): Promise<number>
  facts(ids: readonly string[], now: number): Promise<Map<string, OrganizationFacts>>
  /** How many organizations the user has made that still exist. */
  countCreatedBy(userId: string): Promise<number>
  anyoneHas(imageId: string): Promise<boolean>
  /**
   * With its first member if one is given. `no_user`: there is no user of that id; `limit`: that user has made
   * `creatorMax` organizations already. Both are seen while the user is held. Throws `SlugTaken`.
   */
  insert(
    organization: Organization,
    events: readonly NewEvent[],
    first?: { readonly membership: Membership; readonly creatorMax?: number | undefined },
  ): Promise<'inserted' | 'no_user' | 'limit'>
  /**
   * Holds the organization and runs `work`, all in one transaction; what `work` throws undoes it. Work must have no
   * effect but through `held`: a conflict between transactions repeats it. Undefined when there is no such organization.
   */
  hold<T>(id: string, work: (held: HeldOrganization) => Promise<T>): Promise<T | undefined>
}
