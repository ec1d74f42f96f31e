import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { endSession as contract } from '#contract/frontend/sessions/end-session.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { endOwnSession } from './end-own-session.ts'
import type { SeenSession } from './seen-session.ts'

export const endSession = (
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SeenSession> => endOwnSession(world, call, input.session_id, 'ended')
