import type { Input } from '#contract/operation.ts'
import type { getSessionList as contract } from '#contract/sessions/get-session-list.ts'
import { sessionStatuses } from '#contract/sessions/session.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { Session } from './session.ts'

const limitDefault = 10
const limitMax = 500

export interface SessionList {
  readonly sessions: readonly Session[]
  /** Only where it was asked for. */
  readonly total: number | undefined
}

export async function getSessionList(world: World, input: Input<typeof contract>): Promise<SessionList> {
  const { client_id, user_id, status, limit = limitDefault, offset = 0 } = input
  if (status !== undefined && !sessionStatuses.includes(status)) {
    const problem = `must be one of ${sessionStatuses.join(', ')}`
    throw new Refusal('form_param_value_invalid', { param: 'status', problem })
  }
  const isSize = limit >= 1 && limit <= limitMax
  const page = { limit: isSize ? limit : limitDefault, offset: Math.max(0, offset) }
  const filters = { client_id, user_id, status }
  const now = world.now()
  const total = input.paginated ? await world.sessions.count(filters, now) : undefined
  return { sessions: await world.sessions.list(filters, page, now), total }
}
