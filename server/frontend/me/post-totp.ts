import { createTotp } from '#server/credentials/enrol-totp.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { actingId } from './acting-user.ts'
import type { OwnTotp } from './own-totp.ts'

export const postTOTP = async (world: World, _input: object, call: ClientCall): Promise<OwnTotp> => ({
  ...(await createTotp(world, call, actingId(call))),
  backupCodes: null,
})
