import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { getSignIn as contract } from '#contract/frontend/sign-ins/get-sign-in.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { SignIn } from '#server/sessions/sign-in.ts'
import { ownSignIn } from '#server/sessions/sign-in-access.ts'
import type { World } from '#server/world.ts'

export const getSignIn = (
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SignIn> => ownSignIn(world, call, input.sign_in_id)
