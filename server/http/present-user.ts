import type { Static } from 'typebox'
import type { DeletedObject } from '#contract/deleted-object.ts'
import type { User as SeenUser } from '#contract/frontend/user.ts'
import type { TotalCount } from '#contract/users/get-users-count.ts'
import type * as wire from '#contract/users/user.ts'
import type { verifyPassword } from '#contract/users/verify-password.ts'
import type { Verified } from '#server/credentials/verify-password.ts'
import { pictureAddress } from '#server/images/picture-address.ts'
import { lockState } from '#server/users/lockout.ts'
import { secondFactorEnabled } from '#server/users/second-factor.ts'
import { hasPassword, identificationsOf, type User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { emailAddressOf, phoneNumberOf, web3WalletOf } from './present-identification.ts'
import type { AnswerText } from './route.ts'

/** The picture as every answer shows it: a generated one stands in for a missing one. */
export function pictureOf(user: User, world: World) {
  const picture = pictureAddress(world, user)
  return { image_url: picture, profile_image_url: picture, has_image: user.image_id !== null }
}

/** What comes before the metadata in an answer, in the order that the hosted service writes. */
function headOf(user: User, world: World) {
  return {
    id: user.id,
    object: 'user',
    username: identificationsOf(user, 'username')[0]?.value ?? null,
    first_name: user.first_name,
    last_name: user.last_name,
    locale: user.locale,
    ...pictureOf(user, world),
    primary_email_address_id: user.primary_email_address_id,
    primary_phone_number_id: user.primary_phone_number_id,
    primary_web3_wallet_id: user.primary_web3_wallet_id,
    password_enabled: hasPassword(user),
    two_factor_enabled: secondFactorEnabled(user),
    totp_enabled: user.totp_enabled,
    backup_code_enabled: user.backup_code_enabled,
    email_addresses: identificationsOf(user, 'email_address').map(emailAddressOf),
    phone_numbers: identificationsOf(user, 'phone_number').map(phoneNumberOf),
    web3_wallets: identificationsOf(user, 'web3_wallet').map(web3WalletOf),
    passkeys: [],
    external_accounts: [],
    saml_accounts: [],
    enterprise_accounts: [],
    password_last_updated_at: user.password_last_updated_at,
  } as const satisfies Partial<wire.User>
}

function tailOf(user: User, world: World) {
  return {
    external_id: user.external_id,
    last_sign_in_at: user.last_sign_in_at,
    banned: user.banned,
    ...lockState(user, world.settings.user_lockout, world.now()),
    deprovisioned: false,
    created_at: user.created_at,
    updated_at: user.updated_at,
    delete_self_enabled: user.delete_self_enabled,
    create_organization_enabled: user.create_organization_enabled,
    create_organizations_limit: user.create_organizations_limit,
    last_active_at: user.last_active_at,
    mfa_enabled_at: user.mfa_enabled_at,
    mfa_disabled_at: user.mfa_disabled_at,
    legal_accepted_at: user.legal_accepted_at,
    bypass_client_trust: user.bypass_client_trust,
  } satisfies Partial<wire.User>
}

type Missing = Exclude<
  keyof wire.User,
  | keyof ReturnType<typeof headOf>
  | keyof ReturnType<typeof tailOf>
  | `${'public' | 'private' | 'unsafe'}_metadata`
>
/** Stops compiling as soon as the contract knows a key that no answer has. */
const nothingMissing: [Missing] extends [never] ? true : Missing = true

/** The metadata is copied in as the text that it is stored as, so that numbers and key order survive. */
export function presentUser(user: User, world: World): AnswerText<wire.User> {
  const head = JSON.stringify(headOf(user, world)).slice(0, -1)
  const tail = JSON.stringify(tailOf(user, world)).slice(1)
  const metadata =
    `"public_metadata":${user.public_metadata},"private_metadata":${user.private_metadata},` +
    `"unsafe_metadata":${user.unsafe_metadata}`
  return nothingMissing && `${head},${metadata},${tail}`
}

/**
 * As the browser sees the user: without what only the backend may read. The memberships are texts of answers already.
 */
export function presentSeenUser(
  user: User,
  world: World,
  memberships: readonly string[],
): AnswerText<SeenUser> {
  const head = JSON.stringify(headOf(user, world)).slice(0, -1)
  const { create_organizations_limit: limit, ...rest } = tailOf(user, world)
  const limited = limit === null ? rest : { ...rest, create_organizations_limit: limit }
  const tail = JSON.stringify(limited).slice(1)
  const metadata = `"public_metadata":${user.public_metadata},"unsafe_metadata":${user.unsafe_metadata}`
  return `${head},${metadata},"organization_memberships":[${memberships.join()}],${tail}`
}

export const presentUsers = (users: readonly User[], world: World): AnswerText<wire.User[]> =>
  `[${users.map((user) => presentUser(user, world)).join(',')}]`

export const presentCount = (total_count: number): AnswerText<Static<typeof TotalCount>> =>
  JSON.stringify({ object: 'total_count', total_count })

export const presentVerified = (verified: Verified): AnswerText<Static<typeof verifyPassword.result>> =>
  JSON.stringify(verified)

type Deleted = Static<typeof DeletedObject>
export const presentDeleted = (deleted: Readonly<Deleted>): AnswerText<Deleted> => JSON.stringify(deleted)
