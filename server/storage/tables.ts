import type { Generated } from 'kysely'
import type { ListedIdentifier } from '#server/access-lists/listed-identifier.ts'
import type { StoredPassword } from '#server/credentials/password-store.ts'
import type { StoredBackupCode, StoredTotp } from '#server/credentials/second-factors.ts'
import type { Invitation } from '#server/invitations/invitation.ts'
import type { RedirectUrl } from '#server/invitations/redirect-url.ts'
import type { JwtTemplate } from '#server/jwt-templates/jwt-template.ts'
import type { Instance } from '#server/keys/instance-store.ts'
import type { StoredSecretKey } from '#server/keys/secret-key-store.ts'
import type { Message } from '#server/mail/message-store.ts'
import type { OrganizationDomain } from '#server/organizations/domain.ts'
import type { Membership, Organization, OrganizationInvitation } from '#server/organizations/organization.ts'
import type { Permission, Role } from '#server/roles/role.ts'
import type { Client, Session } from '#server/sessions/session.ts'
import type { StoredSigningKey } from '#server/sessions/signing-key-store.ts'
import type { Identification, UserAttributes } from '#server/users/user.ts'

/** As a row holds it: 0 or 1 for a boolean, on both engines. */
export type Stored<T> = { -readonly [K in keyof T]: T[K] extends boolean | undefined ? number : T[K] }

/** Computed from the user at every write, so that filters and orders read one row and no JSON. */
export interface DerivedColumns {
  first_name_folded: string | null
  last_name_folded: string | null
  /** The normalized primary values that lists are ordered by. */
  primary_email_address: string | null
  primary_phone_number: string | null
  primary_web3_wallet: string | null
  username: string | null
  /** A line break, then the folded names. */
  name_text: string
  /** A line break before each of: the id, the names, every identifier; all folded. */
  search_text: string
}

export interface UserRow extends Stored<UserAttributes>, DerivedColumns {
  id: string
  updated_at: number
}

export interface IdentificationRow extends Stored<Identification> {
  user_id: string
  /** The order of creation within the user. */
  position: number
}

export interface EventRow {
  id: Generated<number>
  type: string
  actor: string
  subject: string
  at: number
  trace_id: string
  /** JSON. */
  details: string
}

/** An attempt to sign in; `first_factor` and `second_factor` are JSON. */
export interface SignInRow {
  id: string
  client_id: string
  user_id: string | null
  status: string
  identifier: string | null
  first_factor: string | null
  second_factor: string | null
  first_factor_at: number | null
  created_session_id: string | null
  abandon_at: number
  created_at: number
  updated_at: number
}

/** An attempt to sign up; `given` and `password` are JSON. */
export interface SignUpRow {
  id: string
  client_id: string
  /** Of the user who will come into being: the password is sealed for this id. */
  user_id: string
  status: string
  email_address: string
  invitation_kind: string
  invitation_id: string
  given: string
  /** The digest, until there is a user who has it. */
  password: string | null
  created_user_id: string | null
  created_session_id: string | null
  abandon_at: number
  created_at: number
  updated_at: number
}

export interface CodeRow {
  id: string
  purpose: string
  /** The id of what the code was sent for: an attempt to sign in, an identification. */
  subject: string
  user_id: string | null
  recipient: string
  code_hash: string
  attempts: number
  consumed_at: number | null
  expire_at: number
  created_at: number
}

/** Tokens of sign-in tokens and actor tokens: `kind` says which. */
export interface TicketRow {
  id: string
  kind: string
  user_id: string
  token_hash: string
  status: string
  actor: string | null
  /** Of a sign-in token: where the session is active at first. */
  organization_id: string | null
  session_max_duration_in_seconds: number | null
  expire_at: number
  created_at: number
  updated_at: number
}

export interface OrganizationRow extends Stored<Organization> {
  name_folded: string
  /** A line break before each of: the id, the name, the slug; all folded. */
  search_text: string
}

export interface InvitationRow extends Omit<Stored<Invitation>, 'status'> {
  status: string
  /** The normalized address while this invitation keeps it from others; null once it ended, or where it went beside another. */
  open_address: string | null
}

export interface Tables {
  invitations: InvitationRow
  listed_identifiers: Stored<ListedIdentifier>
  redirect_urls: Stored<RedirectUrl>
  organizations: OrganizationRow
  permissions: Stored<Permission>
  roles: Stored<Omit<Role, 'permissions'>>
  role_permissions: { role_id: string; permission_id: string }
  memberships: Stored<Membership>
  organization_invitations: Stored<OrganizationInvitation>
  organization_domains: Stored<OrganizationDomain>
  users: UserRow
  identifications: IdentificationRow
  passwords: Stored<StoredPassword> & { user_id: string }
  totps: Stored<StoredTotp> & { user_id: string }
  backup_codes: Stored<StoredBackupCode> & { user_id: string }
  clients: Stored<Client>
  sessions: Stored<Session>
  sign_ins: SignInRow
  sign_ups: SignUpRow
  codes: CodeRow
  tickets: TicketRow
  signing_keys: Stored<StoredSigningKey>
  jwt_templates: Stored<JwtTemplate>
  messages: Stored<Message>
  code_budgets: { key: string; since: number; sent: number }
  events: EventRow
  secret_keys: Stored<StoredSecretKey>
  instance: Stored<Instance> & { singleton: number }
  /** `value` is JSON. */
  instance_settings: { name: string; value: string; updated_at: number }
  migrations: { name: string; applied_at: number }
}

export const tableNames: readonly (keyof Tables)[] = [
  'users',
  'identifications',
  'passwords',
  'totps',
  'backup_codes',
  'clients',
  'sessions',
  'sign_ins',
  'sign_ups',
  'codes',
  'tickets',
  'signing_keys',
  'jwt_templates',
  'messages',
  'code_budgets',
  'organizations',
  'permissions',
  'roles',
  'role_permissions',
  'memberships',
  'organization_invitations',
  'organization_domains',
  'invitations',
  'listed_identifiers',
  'redirect_urls',
  'events',
  'secret_keys',
  'instance',
  'instance_settings',
  'migrations',
]
