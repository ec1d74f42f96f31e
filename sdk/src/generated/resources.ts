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
    this.messages = new Messages(call)
  }
}

export type { Users, EmailAddresses, PhoneNumbers, Sessions, Clients, SignInTokens, ActorTokens, JwtTemplates, Jwks, TestingTokens, Organizations, OrganizationMemberships, Messages }
