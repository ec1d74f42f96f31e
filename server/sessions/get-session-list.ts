import type { Input } from '#contract/operation.ts'
import type { getSessionList as contract } from '#contract/sessions/get-session-list.ts'
import { sessionStatuses } from '#contract/sessions/session.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { Session } from './session.ts'

const limitDefault = 10
const limitMax = 500

/** The page that is asked for; a size that is none means the usual one. */
export function pageOf({ limit = limitDefault, offset = 0 }: { limit?: number; offset?: number }) {
  const isSize = limit >= 1 && limit <= limitMax
  return { limit: isSize ? limit : limitDefault, offset: Math.max(0, offset) }
}

/** The same for lists that have no pages unless somebody asks for one, in whatever way. */
export const askedPage = (asked: { paginated?: boolean; limit?: number; offset?: number }) =>
  asked.paginated || asked.limit !== undefined || asked.offset !== undefined ? pageOf(asked) : undefined

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
