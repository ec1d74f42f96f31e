import type { createBlocklistIdentifier as contract } from '#contract/access-lists/create-blocklist-identifier.ts'
import type { Input } from '#contract/operation.ts'
import type { Call, World } from '#server/world.ts'
import { listEntry, newEntry } from './list-entry.ts'
import type { ListedIdentifier } from './listed-identifier.ts'

export const createBlocklistIdentifier = async (
  world: World,
  { identifier }: Input<typeof contract>,
  call: Call,
): Promise<ListedIdentifier> => listEntry(world, call, newEntry(world, 'blocklist', identifier))
