import { Refusal } from '#server/refusal.ts'
import { ValueTaken } from './user-store.ts'

const words = {
  email_address: 'email address',
  phone_number: 'phone number',
  web3_wallet: 'web3 wallet',
  username: 'username',
  external_id: 'external id',
} as const

export const identifierTaken = (kind: keyof typeof words) =>
  new Refusal('form_identifier_exists', { param: kind, kind: words[kind] })

/** Waits for a write; a value that somebody else has claimed becomes the refusal that names it. */
export async function refuseTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (!(error instanceof ValueTaken)) throw error
    throw identifierTaken(error.kind)
  }
}
