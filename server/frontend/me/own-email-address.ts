import type { StoredCode } from '#server/credentials/code-store.ts'
import { isVoid } from '#server/credentials/codes.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { type Identification, identificationsOf } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { actingUser } from './acting-user.ts'

/** An address with the code that was mailed to it last, if it waits for one. */
export interface OwnEmailAddress {
  readonly own: Identification
  readonly pending?: { readonly code: StoredCode; readonly status: 'unverified' | 'failed' | 'expired' }
}

/** That of somebody else reads as one that does not exist. */
export async function ownEmailAddress(world: World, call: ClientCall, id: string): Promise<Identification> {
  const user = await actingUser(world, call)
  const own = identificationsOf(user, 'email_address').find((one) => one.id === id)
  if (!own) throw new Refusal('identification_not_found', { resource: 'email address', id })
  return own
}

export async function withPending(world: World, own: Identification): Promise<OwnEmailAddress> {
  const code = await world.codes.find({ purpose: 'email_address', subject: own.id })
  if (own.strategy !== null || !code) return { own }
  const isLate = code.expire_at <= world.now()
  return { own, pending: { code, status: isVoid(code) ? 'failed' : isLate ? 'expired' : 'unverified' } }
}
