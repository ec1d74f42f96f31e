import { decideWithin, type NamedChange } from '#server/users/change-user.ts'
import type { User } from '#server/users/user.ts'
import type { Call, World } from '#server/world.ts'
import { keyedDigest, openImported } from './backup-codes.ts'

/** The stored digest of an imported code, if this is one. Compared one after another, in the queue of passwords. */
async function importedDigest(world: World, userId: string, code: string): Promise<string | undefined> {
  for (const digest of await world.factors.importedCodes(userId)) {
    const verifier = world.hashing.read('bcrypt', openImported(world, userId, digest))
    if (verifier && (await world.hashing.verify(verifier, code))) return digest
  }
  return undefined
}

/** The last code takes the mark along that there are any. */
function consumed(_user: User, left: number): NamedChange {
  const attributes = left === 0 ? { backup_code_enabled: false } : {}
  return {
    attributes,
    changed: ['backup_codes', ...Object.keys(attributes)],
    action: 'user.backup_code.used',
  }
}

/** Whether this was a backup code of the user; it is none any more. Of requests at once with one code one succeeds. */
export async function consumeBackupCode(
  world: World,
  call: Call,
  userId: string,
  code: string,
): Promise<boolean> {
  const spend = (digest: string) =>
    decideWithin(world, call, consumed, (decide) => world.factors.spendBackupCode(userId, digest, decide))
  if (await spend(keyedDigest(world, userId, code))) return true
  const imported = await importedDigest(world, userId, code)
  return imported !== undefined && (await spend(imported)) !== undefined
}
