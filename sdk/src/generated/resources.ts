// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Call } from '../call.ts'
import { Users } from './users.ts'
import { EmailAddresses } from './email-addresses.ts'
import { PhoneNumbers } from './phone-numbers.ts'
import { Sessions } from './sessions.ts'
import { Clients } from './clients.ts'
import { SignInTokens } from './sign-in-tokens.ts'
import { ActorTokens } from './actor-tokens.ts'
import { JwtTemplates } from './jwt-templates.ts'
import { Jwks } from './jwks.ts'
import { TestingTokens } from './testing-tokens.ts'
import { Organizations } from './organizations.ts'
import { OrganizationMemberships } from './organization-memberships.ts'
import { OrganizationInvitations } from './organization-invitations.ts'
import { OrganizationDomains } from './organization-domains.ts'
import { OrganizationRoles } from './organization-roles.ts'
import { OrganizationPermissions } from './organization-permissions.ts'
import { InstanceSettings } from './instance-settings.ts'
import { Invitations } from './invitations.ts'
import { AllowlistIdentifiers } from './allowlist-identifiers.ts'
import { BlocklistIdentifiers } from './blocklist-identifiers.ts'
import { RedirectUrls } from './redirect-urls.ts'
import { Messages } from './messages.ts'

export class Resources {
  readonly users: Users
  readonly emailAddresses: EmailAddresses
  readonly phoneNumbers: PhoneNumbers
  readonly sessions: Sessions
  readonly clients: Clients
  readonly signInTokens: SignInTokens
  readonly actorTokens: ActorTokens
  readonly jwtTemplates: JwtTemplates
  readonly jwks: Jwks
  readonly testingTokens: TestingTokens
  readonly organizations: Organizations
  readonly organizationMemberships: OrganizationMemberships
  readonly organizationInvitations: OrganizationInvitations
  readonly organizationDomains: OrganizationDomains
  readonly organizationRoles: OrganizationRoles
  readonly organizationPermissions: OrganizationPermissions
  readonly instanceSettings: InstanceSettings
  readonly invitations: Invitations
  readonly allowlistIdentifiers: AllowlistIdentifiers
  readonly blocklistIdentifiers: BlocklistIdentifiers
  readonly redirectUrls: RedirectUrls
  readonly messages: Messages

  /** @internal */
  constructor(call: Call) {
    this.users = new Users(call)
    this.emailAddresses = new EmailAddresses(call)
    this.phoneNumbers = new PhoneNumbers(call)
    this.sessions = new Sessions(call)
    this.clients = new Clients(call)
    this.signInTokens = new SignInTokens(call)
    this.actorTokens = new ActorTokens(call)
    this.jwtTemplates = new JwtTemplates(call)
    this.jwks = new Jwks(call)
    this.testingTokens = new TestingTokens(call)
    this.organizations = new Organizations(call)
    this.organizationMemberships = new OrganizationMemberships(call)
    this.organizationInvitations = new OrganizationInvitations(call)
    this.organizationDomains = new OrganizationDomains(call)
    this.organizationRoles = new OrganizationRoles(call)
    this.organizationPermissions = new OrganizationPermissions(call)
    this.instanceSettings = new InstanceSettings(call)
    this.invitations = new Invitations(call)
    this.allowlistIdentifiers = new AllowlistIdentifiers(call)
    this.blocklistIdentifiers = new BlocklistIdentifiers(call)
    this.redirectUrls = new RedirectUrls(call)
    this.messages = new Messages(call)
  }
}

export type { Users, EmailAddresses, PhoneNumbers, Sessions, Clients, SignInTokens, ActorTokens, JwtTemplates, Jwks, TestingTokens, Organizations, OrganizationMemberships, OrganizationInvitations, OrganizationDomains, OrganizationRoles, OrganizationPermissions, InstanceSettings, Invitations, AllowlistIdentifiers, BlocklistIdentifiers, RedirectUrls, Messages }
