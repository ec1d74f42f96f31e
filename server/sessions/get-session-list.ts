import type { Input } from '#contract/operation.ts'
import type { getSessionList as contract } from '#contract/sessions/get-session-list.ts'
import { sessionStatuses } from '#contract/sessions/session.ts'
import { pageOf } from '#server/read-page.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { Session } from './session.ts'

export interface SessionList {
  readonly sessions: readonly Session[]
  /** Only where it was asked for. */
  readonly total: number | undefined
}

export async function getSessionList(world: World, input: Input<typeof contract>): Promise<SessionList> {
  const { client_id, user_id, status } = input
  if (status !== undefined && !sessionStatuses.includes(status)) {
    const problem = `must be one of ${sessionStatuses.join(', ')}`
    throw new Refusal('form_param_value_invalid', { param: 'status', problem })
  }
  const filters = { client_id, user_id, status }
  const now = world.now()
  const total = input.paginated ? await world.sessions.count(filters, now) : undefined
  return { sessions: await world.sessions.list(filters, pageOf(input), now), total }
}
