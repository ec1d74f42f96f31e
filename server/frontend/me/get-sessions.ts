import type { ClientCall } from '#server/sessions/client-call.ts'
import type { Session } from '#server/sessions/session.ts'
import type { World } from '#server/world.ts'
import { actingId } from './acting-user.ts'

const sessionsMax = 500

export const getSessions = (world: World, _input: object, call: ClientCall): Promise<Session[]> =>
  world.sessions.list(
    { user_id: actingId(call), status: 'active' },
    { limit: sessionsMax, offset: 0 },
    world.now(),
  )
