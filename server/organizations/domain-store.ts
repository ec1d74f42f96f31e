import type { Signed } from '#server/users/user-store.ts'
import type { OrganizationDomain } from './domain.ts'

/** The organization has the domain already, or another one has it verified. Thrown by the write that met the index. */
export class DomainTaken extends Error {}

export type DomainChange = Partial<
  Pick<OrganizationDomain, 'verified_at' | 'ownership_verified_at' | 'updated_at'>
>

export interface DomainFilters {
  readonly organization_id?: string
  readonly verified?: boolean
  readonly enrollment_modes?: Signed
  /** A part of the name, folded. */
  readonly text?: string
  readonly names?: readonly string[]
}

export interface DomainPage {
  readonly order: 'created_at' | 'name'
  readonly descending: boolean
  readonly limit: number
  readonly offset: number
}

/** Domains at rest; what changes them holds their organization: see `HeldOrganization`. */
export interface OrganizationDomainStore {
  /** Of that organization alone. */
  find(organizationId: string, id: string): Promise<OrganizationDomain | undefined>
  /** Equal values are ordered by id in the same direction. */
  list(filters: DomainFilters, page: DomainPage): Promise<OrganizationDomain[]>
  count(filters: DomainFilters): Promise<number>
}
