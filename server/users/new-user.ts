import type { Settings } from '#server/settings/settings.ts'
import { noFailures } from './lockout.ts'
import { emptyMetadata } from './metadata.ts'
import type { Identification, User } from './user.ts'

/** The first of the kind that is verified: a reserved one cannot be primary. */
const primaryId = (identifications: readonly Identification[], kind: Identification['kind']): string | null =>
  identifications.find((one) => one.kind === kind && one.status === 'verified')?.id ?? null

/** Somebody of whom nothing is known but how to reach them. */
export const newUser = (
  settings: Settings,
  id: string,
  identifications: readonly Identification[],
  now: number,
): User => ({
  id,
  external_id: null,
  first_name: null,
  last_name: null,
  locale: null,
  timezone: null,
  primary_email_address_id: primaryId(identifications, 'email_address'),
  primary_phone_number_id: primaryId(identifications, 'phone_number'),
  primary_web3_wallet_id: primaryId(identifications, 'web3_wallet'),
  public_metadata: emptyMetadata,
  private_metadata: emptyMetadata,
  unsafe_metadata: emptyMetadata,
  banned: false,
  locked_until: null,
  ...noFailures,
  totp_enabled: false,
  backup_code_enabled: false,
  image_id: null,
  delete_self_enabled: settings.actions.delete_self,
  create_organization_enabled: settings.actions.create_organization,
  create_organizations_limit: null,
  bypass_client_trust: false,
  password_last_updated_at: null,
  password_compromised_at: null,
  mfa_enabled_at: null,
  mfa_disabled_at: null,
  legal_accepted_at: null,
  last_sign_in_at: null,
  last_active_at: null,
  created_at: now,
  updated_at: now,
  identifications,
})
