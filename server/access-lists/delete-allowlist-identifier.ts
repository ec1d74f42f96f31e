import type { Static } from 'typebox'
import type { deleteAllowlistIdentifier as contract } from '#contract/access-lists/delete-allowlist-identifier.ts'
import type { DeletedObject } from '#contract/deleted-object.ts'
import type { Input } from '#contract/operation.ts'
import type { Call, World } from '#server/world.ts'
import { unlistEntry } from './unlist-entry.ts'

export const deleteAllowlistIdentifier = (
  world: World,
  { identifier_id: id }: Input<typeof contract>,
  call: Call,
): Promise<Static<typeof DeletedObject>> => unlistEntry(world, call, 'allowlist', id)
