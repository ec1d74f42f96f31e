import type { ListedIdentifierStore } from '#server/access-lists/listed-identifier-store.ts'
import type { CodeStore } from '#server/credentials/code-store.ts'
import type { FactorStore } from '#server/credentials/factor-store.ts'
import type { PasswordStore } from '#server/credentials/password-store.ts'
import type { InstanceSettingsStore } from '#server/instance-settings/instance-settings-store.ts'
import type { InvitationStore } from '#server/invitations/invitation-store.ts'
import type { RedirectUrlStore } from '#server/invitations/redirect-url-store.ts'
import type { JwtTemplateStore } from '#server/jwt-templates/jwt-template-store.ts'
import type { InstanceStore } from '#server/keys/instance-store.ts'
import type { SecretKeyStore } from '#server/keys/secret-key-store.ts'
import type { MessageStore } from '#server/mail/message-store.ts'
import type { OrganizationDomainStore } from '#server/organizations/domain-store.ts'
import type { OrganizationInvitationStore } from '#server/organizations/invitation-store.ts'
import type { MembershipStore } from '#server/organizations/membership-store.ts'
import type { OrganizationStore } from '#server/organizations/organization-store.ts'
import type { RoleStore } from '#server/roles/role-store.ts'
import type { ClientStore, SessionStore } from '#server/sessions/session-store.ts'
import type { SignInStore } from '#server/sessions/sign-in-store.ts'
import type { SigningKeyStore } from '#server/sessions/signing-key-store.ts'
import type { TicketStore } from '#server/sessions/ticket-store.ts'
import type { SignUpStore } from '#server/sign-ups/sign-up-store.ts'
import type { UserStore } from '#server/users/user-store.ts'

/** One open database, migrated, with a store for each port. */
export interface Storage {
  readonly engine: 'sqlite' | 'postgres'
  readonly users: UserStore
  readonly passwords: PasswordStore
  readonly factors: FactorStore
  readonly codes: CodeStore
  readonly messages: MessageStore
  readonly sessions: SessionStore
  readonly clients: ClientStore
  readonly signIns: SignInStore
  readonly signUps: SignUpStore
  readonly tickets: TicketStore
  readonly signingKeys: SigningKeyStore
  readonly jwtTemplates: JwtTemplateStore
  readonly organizations: OrganizationStore
  readonly memberships: MembershipStore
  readonly organizationInvitations: OrganizationInvitationStore
  readonly organizationDomains: OrganizationDomainStore
  readonly invitations: InvitationStore
  readonly listedIdentifiers: ListedIdentifierStore
  readonly redirectUrls: RedirectUrlStore
  readonly roles: RoleStore
  readonly secretKeys: SecretKeyStore
  readonly instance: InstanceStore
  readonly instanceSettings: InstanceSettingsStore
  /** Throws unless a query works. */
  ping(): Promise<void>
  /** Every row of a table as stored, for tests and for looking things over. */
  rows(table: string): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/** The database cannot be opened as it is; the message is one clear line for the person who starts the server. */
export class CannotOpen extends Error {}

export { RowBusy, StorageUnavailable } from '#server/failures.ts'
