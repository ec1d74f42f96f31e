/** A domain whose people belong to an organization. Its spelling is that of the column names. */
export interface OrganizationDomain {
  readonly id: string
  readonly organization_id: string
  /** In ASCII and lower case; verified in one organization at most. */
  readonly name: string
  readonly enrollment_mode: 'manual_invitation'
  /** Since when the organization is known to belong to it; null: not yet. */
  readonly verified_at: number | null
  /** Since when the backend vouches that the organization owns it. */
  readonly ownership_verified_at: number | null
  readonly created_at: number
  readonly updated_at: number
}
