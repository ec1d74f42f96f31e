import { membershipOrderFields } from '#contract/organizations/membership-attributes.ts'
import { pageOf, readOrder } from '#server/read-page.ts'
import type { MembershipPage } from './membership-store.ts'

interface PageInput {
  readonly order_by?: string
  readonly limit?: number
  readonly offset?: number
}

export function membershipPage({ order_by, ...input }: PageInput): MembershipPage {
  return { ...readOrder(membershipOrderFields, order_by || '-created_at'), ...pageOf(input) }
}
