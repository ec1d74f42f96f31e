import { membershipOrderFields } from '#contract/organizations/membership-attributes.ts'
import { Refusal } from '#server/refusal.ts'
import { pageOf } from '#server/sessions/get-session-list.ts'
import type { MembershipPage } from './membership-store.ts'

interface PageInput {
  readonly order_by?: string
  readonly limit?: number
  readonly offset?: number
}

/** `[+|-]field`. A raw plus of a hand-written URL arrives as a space. */
export function membershipPage({ order_by, ...input }: PageInput): MembershipPage {
  const text = order_by || '-created_at'
  const order = membershipOrderFields.find((field) => field === text.replace(/^[+\- ]/, ''))
  if (!order) {
    const problem = `must be one of ${membershipOrderFields.join(', ')}, with + or - before it or neither`
    throw new Refusal('form_param_value_invalid', { param: 'order_by', problem })
  }
  return { order, descending: text.startsWith('-'), ...pageOf(input) }
}
