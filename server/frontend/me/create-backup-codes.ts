import * as codes from '#server/credentials/create-backup-codes.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { actingId } from './acting-user.ts'

export const createBackupCodes = (world: World, _input: object, call: ClientCall): Promise<string[]> =>
  codes.createBackupCodes(world, call, actingId(call))
