import { invitationOrderFields, invitationStatuses } from '#contract/organizations/invitation.ts'
import { pageOf, readOrder } from '#server/read-page.ts'
import { Refusal } from '#server/refusal.ts'
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

export function invitationPage({ order_by, ...input }: PageInput): Page {
  return { ...readOrder(invitationOrderFields, order_by || '-created_at'), ...pageOf(input) }
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
