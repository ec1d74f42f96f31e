import { invitationOrderFields, invitationStatuses } from '#contract/organizations/invitation.ts'
import { Refusal } from '#server/refusal.ts'
import { pageOf } from '#server/sessions/get-session-list.ts'
import type { World } from '#server/world.ts'
import type {
  OrganizationInvitationFilters as Filters,
  OrganizationInvitationPage as Page,
} from './invitation-store.ts'
import { type SeenInvitations, seenInvitations } from './seen-invitations.ts'

/** Any of these; none given means whatever the status. */
export function readStatuses(statuses: readonly string[] | undefined): Pick<Filters, 'statuses'> {
  const given = (statuses ?? []).filter((status) => status !== '')
  const isKnown = (status: string) => invitationStatuses.some((known) => known === status)
  if (!given.every(isKnown))
    throw new Refusal('invalid_query_parameter_value', {
      param: 'status',
      values: invitationStatuses.join(', '),
    })
  return given.length > 0 ? { statuses: given } : {}
}

interface PageInput {
  readonly order_by?: string
  readonly limit?: number
  readonly offset?: number
}

/** `[+|-]field`. A raw plus of a hand-written URL arrives as a space. */
export function invitationPage({ order_by, ...input }: PageInput): Page {
  const text = order_by || '-created_at'
  const order = invitationOrderFields.find((field) => field === text.replace(/^[+\- ]/, ''))
  if (!order) {
    const problem = `must be one of ${invitationOrderFields.join(', ')}, with + or - before it or neither`
    throw new Refusal('form_param_value_invalid', { param: 'order_by', problem })
  }
  return { order, descending: text.startsWith('-'), ...pageOf(input) }
}

/** A page of invitations, and how many there are of them in all, as it stands at one moment. */
export async function pageOfInvitations(
  world: World,
  filters: Filters,
  page: Page,
): Promise<SeenInvitations> {
  const now = world.now()
  const invitations = await world.organizationInvitations.list(filters, page, now)
  const total = await world.organizationInvitations.count(filters, now)
  return { seen: await seenInvitations(world, invitations), total }
}
