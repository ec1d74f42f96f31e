import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { getSession as contract } from '#contract/frontend/sessions/get-session.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { type SeenSession, seenSession } from './seen-session.ts'

export const getSession = (
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenSession> => seenSession(world, call, input.session_id)
