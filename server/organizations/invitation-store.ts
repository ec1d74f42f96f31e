import type { OrganizationInvitation } from './organization.ts'

export interface OrganizationInvitationFilters {
  readonly organization_id?: string
  /** Any of these, as `invitationStatusOf` tells it at the moment of the read. */
  readonly statuses?: readonly string[]
  /** One of the compared addresses. */
  readonly normalized?: readonly string[]
  /** A part of the address, folded. */
  readonly text?: string
}

export interface OrganizationInvitationPage {
  readonly order: 'created_at' | 'email_address'
  readonly descending: boolean
  readonly limit: number
  readonly offset: number
}

/** Invitations at rest; what changes them holds their organization: see `HeldOrganization`. */
export interface OrganizationInvitationStore {
  find(id: string): Promise<OrganizationInvitation | undefined>
  findByTokenHash(hash: string): Promise<OrganizationInvitation | undefined>
  list(
    filters: OrganizationInvitationFilters,
    page: OrganizationInvitationPage,
    now: number,
  ): Promise<OrganizationInvitation[]>
  count(filters: OrganizationInvitationFilters, now: number): Promise<number>
}
