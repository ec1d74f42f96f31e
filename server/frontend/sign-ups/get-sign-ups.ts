import type { FrontendInput } from '#contract/frontend/frontend-operation.ts'
import type { getSignUps as contract } from '#contract/frontend/sign-ups/get-sign-ups.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { SignUp } from '#server/sign-ups/sign-up.ts'
import { ownSignUp } from '#server/sign-ups/sign-up-access.ts'
import type { World } from '#server/world.ts'

export const getSignUps = (
  world: World,
  input: FrontendInput<typeof contract>,
  call: ClientCall,
): Promise<SignUp> => ownSignUp(world, call, input.sign_up_id)
