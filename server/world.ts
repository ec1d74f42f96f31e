import type { ApiVersion } from '#contract/api-version.ts'
import type { ListedIdentifierStore } from '#server/access-lists/listed-identifier-store.ts'
import type { CodeStore } from '#server/credentials/code-store.ts'
import type { FactorStore } from '#server/credentials/factor-store.ts'
import type { PasswordHashing } from '#server/credentials/password-hashing.ts'
import type { PasswordStore } from '#server/credentials/password-store.ts'
import type { Vault } from '#server/credentials/vault.ts'
import type { NewEvent } from '#server/events/event.ts'
import type { ImageStore } from '#server/images/image-store.ts'
import type { PictureMaker } from '#server/images/picture-maker.ts'
import type { InstanceSettingsStore } from '#server/instance-settings/instance-settings-store.ts'
import type { InvitationStore } from '#server/invitations/invitation-store.ts'
import type { RedirectUrlStore } from '#server/invitations/redirect-url-store.ts'
import type { JwtTemplateStore } from '#server/jwt-templates/jwt-template-store.ts'
import type { Mail } from '#server/mail/mail.ts'
import type { MessageStore } from '#server/mail/message-store.ts'
import type { OrganizationDomainStore } from '#server/organizations/domain-store.ts'
import type { OrganizationInvitationStore } from '#server/organizations/invitation-store.ts'
import type { MembershipStore } from '#server/organizations/membership-store.ts'
import type { OrganizationStore } from '#server/organizations/organization-store.ts'
import type { RoleStore } from '#server/roles/role-store.ts'
import type { ClientStore, SessionStore } from '#server/sessions/session-store.ts'
import type { SignInStore } from '#server/sessions/sign-in-store.ts'
import type { SigningKeys } from '#server/sessions/signing-keys.ts'
import type { TicketStore } from '#server/sessions/ticket-store.ts'
import type { Environment } from '#server/settings/config.ts'
import type { Settings } from '#server/settings/settings.ts'
import type { SignUpStore } from '#server/sign-ups/sign-up-store.ts'
import type { UserStore } from '#server/users/user-store.ts'

/** All that the verbs of the domain can reach. One per process. */
export interface World {
  /** Unix milliseconds. */
  readonly now: () => number
  readonly settings: Settings
  /** The paths that the settings file gives; the others are the API's to change. */
  readonly givenSettings: ReadonlySet<string>
  readonly instanceSettings: InstanceSettingsStore
  readonly users: UserStore
  readonly passwords: PasswordStore
  readonly factors: FactorStore
  readonly sessions: SessionStore
  readonly clients: ClientStore
  readonly signIns: SignInStore
  readonly signUps: SignUpStore
  readonly tickets: TicketStore
  readonly jwtTemplates: JwtTemplateStore
  readonly organizations: OrganizationStore
  readonly memberships: MembershipStore
  readonly organizationInvitations: OrganizationInvitationStore
  readonly organizationDomains: OrganizationDomainStore
  readonly invitations: InvitationStore
  readonly listedIdentifiers: ListedIdentifierStore
  readonly redirectUrls: RedirectUrlStore
  readonly roles: RoleStore
  readonly signingKeys: SigningKeys
  readonly hashing: PasswordHashing
  readonly images: ImageStore
  readonly pictures: PictureMaker
  readonly vault: Vault
  readonly codes: CodeStore
  readonly messages: MessageStore
  readonly mail: Mail
  /** False: no limit of requests or mailed codes holds. */
  readonly rateLimits: boolean
  readonly environment: Environment
  /** Of this installation: `ins_…`. */
  readonly instanceId: string
  /** Without a trailing slash; the only source of links and picture addresses. */
  readonly publicUrl: string
}

/** One request, as a verb sees it. */
export interface Call {
  /** `key:<id>` of the secret key that was presented. */
  readonly actor: string
  readonly traceId: string
  readonly apiVersion: ApiVersion
}

/** The record of a change that this call makes. */
export const eventOf = (
  call: Call,
  type: string,
  subject: string,
  at: number,
  details: NewEvent['details'],
): NewEvent => ({ type, actor: call.actor, subject, at, trace_id: call.traceId, details })
