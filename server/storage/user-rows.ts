import { jsonText } from '#contract/shapes.ts'
import { fold } from '#server/users/fold.ts'
import { type Identification, identificationsOf, type User, type UserAttributes } from '#server/users/user.ts'
import type { DerivedColumns, IdentificationRow, Stored, UserRow } from './tables.ts'

/** Metadata last, as in the table. */
const attributeColumns = [
  'external_id',
  'created_at',
  'last_sign_in_at',
  'last_active_at',
  'banned',
  'locked_until',
  'failed_attempts',
  'attempted_at',
  'factor_failed_attempts',
  'factor_attempted_at',
  'totp_enabled',
  'backup_code_enabled',
  'image_id',
  'delete_self_enabled',
  'create_organization_enabled',
  'create_organizations_limit',
  'bypass_client_trust',
  'password_last_updated_at',
  'password_compromised_at',
  'mfa_enabled_at',
  'mfa_disabled_at',
  'legal_accepted_at',
  'primary_email_address_id',
  'primary_phone_number_id',
  'primary_web3_wallet_id',
  'first_name',
  'last_name',
  'locale',
  'timezone',
  'public_metadata',
  'private_metadata',
  'unsafe_metadata',
] as const satisfies readonly (keyof UserAttributes)[]

/** What a `User` is read from. */
export const userColumns = ['id', 'updated_at', ...attributeColumns] as const

export const identificationColumns = [
  'id',
  'position',
  'kind',
  'value',
  'normalized',
  'status',
  'strategy',
  'reserved_for_second_factor',
  'default_second_factor',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof IdentificationRow)[]

export type UserRead = Pick<UserRow, (typeof userColumns)[number]> & {
  /** A JSON array of the rows. */
  identifications: string
}
type IdentificationRead = Pick<IdentificationRow, (typeof identificationColumns)[number]>

/** An identification and its place in the order of creation. */
export interface Placed {
  readonly position: number
  readonly identification: Identification
}

function toPlaced(row: IdentificationRead): Placed {
  const { position, ...columns } = row
  return {
    position,
    identification: {
      ...columns,
      reserved_for_second_factor: columns.reserved_for_second_factor === 1,
      default_second_factor: columns.default_second_factor === 1,
    },
  }
}

export const placedOf = (row: UserRead): Placed[] =>
  (JSON.parse(row.identifications) as IdentificationRead[])
    .map(toPlaced)
    .sort((a, b) => a.position - b.position)

export function toUser(row: UserRead, placed = placedOf(row)): User {
  return {
    ...row,
    banned: row.banned === 1,
    totp_enabled: row.totp_enabled === 1,
    backup_code_enabled: row.backup_code_enabled === 1,
    delete_self_enabled: row.delete_self_enabled === 1,
    create_organization_enabled: row.create_organization_enabled === 1,
    bypass_client_trust: row.bypass_client_trust === 1,
    public_metadata: jsonText(row.public_metadata),
    private_metadata: jsonText(row.private_metadata),
    unsafe_metadata: jsonText(row.unsafe_metadata),
    identifications: placed.map(({ identification }) => identification),
  }
}

/** The columns of the attributes that are given. */
export function toColumns<T extends Partial<UserAttributes>>(attributes: T) {
  const columns: Record<string, unknown> = {}
  for (const column of attributeColumns) {
    const value = attributes[column]
    if (value !== undefined) columns[column] = typeof value === 'boolean' ? Number(value) : value
  }
  return columns as Stored<Pick<T, keyof T & keyof UserAttributes>>
}

export function toIdentificationRow(
  user_id: string,
  { position, identification }: Placed,
): IdentificationRow {
  const { id, kind, value, normalized, status, strategy, created_at, updated_at } = identification
  return {
    id,
    user_id,
    position,
    kind,
    value,
    normalized,
    status,
    strategy,
    reserved_for_second_factor: Number(identification.reserved_for_second_factor),
    default_second_factor: Number(identification.default_second_factor),
    created_at,
    updated_at,
  }
}

export function derivedColumns(user: User): DerivedColumns {
  const foldedOrNull = (name: string | null) => (name === null ? null : fold(name))
  const primary = (id: string | null) =>
    (id !== null && user.identifications.find((identification) => identification.id === id)?.normalized) ||
    null
  const names = fold([user.first_name, user.last_name].filter(Boolean).join(' '))
  const searched = [
    fold(user.id),
    ...(names ? [names] : []),
    ...user.identifications.map(({ normalized }) => fold(normalized)),
  ]
  return {
    first_name_folded: foldedOrNull(user.first_name),
    last_name_folded: foldedOrNull(user.last_name),
    primary_email_address: primary(user.primary_email_address_id),
    primary_phone_number: primary(user.primary_phone_number_id),
    primary_web3_wallet: primary(user.primary_web3_wallet_id),
    username: identificationsOf(user, 'username')[0]?.normalized ?? null,
    name_text: `\n${names}`,
    search_text: searched.map((line) => `\n${line}`).join(''),
  }
}
