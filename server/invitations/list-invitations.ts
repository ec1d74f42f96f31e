import { invitationStatuses } from '#contract/invitations/invitation.ts'
import {
  type listInvitations as contract,
  invitationOrderFields,
} from '#contract/invitations/list-invitations.ts'
import type { Input } from '#contract/operation.ts'
import { pageOf, readOrder } from '#server/read-page.ts'
import { Refusal } from '#server/refusal.ts'
import { fold } from '#server/users/fold.ts'
import type { World } from '#server/world.ts'
import type { Invitation } from './invitation.ts'
import type { InvitationFilters } from './invitation-store.ts'

export interface InvitationList {
  readonly invitations: readonly Invitation[]
  /** Only where it was asked for. */
  readonly total: number | undefined
}

const notRevoked = invitationStatuses.filter((status) => status !== 'revoked')

function readStatuses(given: readonly string[] = []): InvitationFilters['statuses'] {
  const asked = given.filter((status) => status !== '')
  if (asked.length === 0) return notRevoked
  return asked.map((text) => {
    const status = invitationStatuses.find((one) => one === text)
    if (status) return status
    const problem = `must be one of ${invitationStatuses.join(', ')}`
    throw new Refusal('form_param_value_invalid', { param: 'status', problem })
  })
}

export async function listInvitations(world: World, input: Input<typeof contract>): Promise<InvitationList> {
  const { query, order_by = '-created_at', paginated } = input
  const filters = {
    statuses: readStatuses(input.status),
    ...(query ? { query: { id: query, text: fold(query) } } : {}),
  }
  const page = { ...readOrder(invitationOrderFields, order_by), ...pageOf(input) }
  const now = world.now()
  const total = paginated ? await world.invitations.count(filters, now) : undefined
  return { invitations: await world.invitations.list(filters, page, now), total }
}
