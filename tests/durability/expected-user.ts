import { isDeepStrictEqual } from 'node:util'
import { isImageId } from '#server/images/image-id.ts'
import type { Intent, Json } from './ledger.ts'

/** Merge patch, written down a second time so that the server's own is not its judge. */
function merged(stored: Json, patch: Json): Json {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch
  const result: Json = { ...stored }
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else result[key] = merged(result[key], value)
  }
  return result
}

/** What a create must have stored, as far as its body tells. */
function created(body: Json): Json {
  return {
    external_id: body.external_id,
    first_name: body.first_name,
    password_enabled: body.password_digest !== undefined,
    username: body.username,
    email_addresses: body.email_address.map((email_address: string) => ({
      email_address,
      verification: { status: 'verified' },
    })),
    phone_numbers: body.phone_number.map((phone_number: string) => ({ phone_number })),
    web3_wallets: body.web3_wallet.map((web3_wallet: string) => ({ web3_wallet })),
    public_metadata: body.public_metadata,
    private_metadata: body.private_metadata,
  }
}

/** Whether `part` is contained in `whole`; arrays must have the same length. */
function contains(whole: Json, part: Json): boolean {
  if (part === null || typeof part !== 'object') return isDeepStrictEqual(whole, part)
  if (whole === null || typeof whole !== 'object') return false
  if (Array.isArray(part) && part.length !== whole.length) return false
  return Object.entries(part).every(([key, value]) => contains(whole[key], value))
}

/** What an update tells beyond its own fields: second factors are secrets, and only marks of them are answered. */
function updated(before: Json, { totp_secret, backup_codes, ...fields }: Json, actual: Json): Json {
  const after = { ...before, ...fields }
  if (backup_codes) after.backup_code_enabled = backup_codes.length > 0
  if (!totp_secret) return after
  // Of the moment when the write was begun, a little before the one when it was decided.
  const isOfThisWrite =
    actual.mfa_enabled_at >= before.updated_at && actual.mfa_enabled_at <= actual.updated_at
  const enabledAt =
    !before.two_factor_enabled && isOfThisWrite ? actual.mfa_enabled_at : before.mfa_enabled_at
  return { ...after, totp_enabled: true, two_factor_enabled: true, mfa_enabled_at: enabledAt }
}

const withoutTime = ({ updated_at, ...rest }: Json) => rest

/** A picture that the user did not have before; whether it is there whole is for others to look. */
const pictured = (before: Json, { picture }: Json): Json => ({
  ...before,
  has_image: true,
  picture: picture !== before.picture && isImageId(picture ?? '') ? picture : undefined,
})

const merges = (before: Json, patches: Json): Json => {
  const after = { ...before }
  for (const field of Object.keys(patches)) after[field] = merged(before[field], patches[field])
  return after
}

function afterWrite(before: Json, { verb, body }: Intent, actual: Json): Json {
  if (verb === 'upload') return pictured(before, actual)
  if (verb === 'removal') return { ...before, has_image: false, picture: null }
  return verb === 'merge' ? merges(before, body) : updated(before, body, actual)
}

/** Whether the user is, to the last field, what the write would have made of the state before it. */
export function isAfter(before: Json, write: Intent, actual: Json): boolean {
  const { verb, body } = write
  if (verb === 'delete') return actual === undefined
  if (actual === undefined) return false
  if (verb === 'create') {
    const { primary_email_address_id, primary_phone_number_id, primary_web3_wallet_id } = actual
    return (
      contains(actual, created(body)) &&
      isDeepStrictEqual(actual.public_metadata, body.public_metadata) &&
      primary_email_address_id === actual.email_addresses[0].id &&
      primary_phone_number_id === actual.phone_numbers[0].id &&
      primary_web3_wallet_id === actual.web3_wallets[0].id
    )
  }
  const after = afterWrite(before, write, actual)
  return isDeepStrictEqual(withoutTime(actual), withoutTime(after)) && actual.updated_at >= before.updated_at
}
