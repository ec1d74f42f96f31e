import type { Input } from '#contract/operation.ts'
import type { createTOTP as contract } from '#contract/users/create-totp.ts'
import type { Call, World } from '#server/world.ts'
import { type CreatedTotp, createTotp } from './enrol-totp.ts'

export const createTOTP = (world: World, input: Input<typeof contract>, call: Call): Promise<CreatedTotp> =>
  createTotp(world, call, input.user_id)
