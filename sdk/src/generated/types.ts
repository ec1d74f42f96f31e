// Made by `npm run generate` from contract/. Edit that, not this file.
import type { Metadata, MetadataInput } from '../metadata.ts'
import type { FileContent } from '../upload.ts'

export interface User {
  /** `user_` and 27 characters that sort by creation second. */
  readonly id: string
  readonly object: 'user'
  /** Shown as it was given; compared without letter case. */
  readonly username: string | null
  /** Null when there is none. */
  readonly firstName: string | null
  /** Null when there is none. */
  readonly lastName: string | null
  /** BCP 47, such as `en-US`. */
  readonly locale: string | null
  /** Never empty: a generated picture stands in for a missing one. */
  readonly imageUrl: string
  /** The older name of `imageUrl`. */
  readonly profileImageUrl: string
  /** True for an uploaded picture only. */
  readonly hasImage: boolean
  /** The `id` of one of `emailAddresses`. */
  readonly primaryEmailAddressId: string | null
  /** The `id` of one of `phoneNumbers`. */
  readonly primaryPhoneNumberId: string | null
  /** The `id` of one of `web3Wallets`. */
  readonly primaryWeb3WalletId: string | null
  /** The user has a password. */
  readonly passwordEnabled: boolean
  /** The user has a second factor. */
  readonly twoFactorEnabled: boolean
  /** The user has a verified authenticator app. */
  readonly totpEnabled: boolean
  /** The user has unused backup codes. */
  readonly backupCodeEnabled: boolean
  readonly emailAddresses: readonly EmailAddress[]
  readonly phoneNumbers: readonly PhoneNumber[]
  readonly web3Wallets: readonly Web3Wallet[]
  /** Passkeys. */
  readonly passkeys: readonly Readonly<Record<string, unknown>>[]
  /** Connected accounts. */
  readonly externalAccounts: readonly Readonly<Record<string, unknown>>[]
  /** Legacy view of the enterprise accounts. */
  readonly samlAccounts: readonly Readonly<Record<string, unknown>>[]
  /** Enterprise accounts. */
  readonly enterpriseAccounts: readonly Readonly<Record<string, unknown>>[]
  /** When the password last changed. Unix time in milliseconds. */
  readonly passwordLastUpdatedAt: number | null
  /** Readable by the backend and by the browser. */
  readonly publicMetadata: Metadata
  /** Readable by the backend only. */
  readonly privateMetadata: Metadata | null
  /** Readable and writable by the browser too. */
  readonly unsafeMetadata: Metadata
  /** The id in the application's own system. */
  readonly externalId: string | null
  /** Last sign-in. Unix time in milliseconds. */
  readonly lastSignInAt: number | null
  /** The user may not sign in at all. */
  readonly banned: boolean
  /** The user may not sign in for a while; computed at the read. */
  readonly locked: boolean
  /** Removed by a directory. */
  readonly deprovisioned: boolean
  /** Seconds left, computed at the read; null when not locked or locked for ever. */
  readonly lockoutExpiresInSeconds: number | null
  /** Wrong attempts left before a lock; null when lockout is off. */
  readonly verificationAttemptsRemaining: number | null
  /** Sign-up time. Unix time in milliseconds. */
  readonly createdAt: number
  /** Last change of the user or of anything attached to it. Unix time in milliseconds. */
  readonly updatedAt: number
  /** The user may delete the own account. */
  readonly deleteSelfEnabled: boolean
  /** The user may create organizations. */
  readonly createOrganizationEnabled: boolean
  /** 0 means unlimited. */
  readonly createOrganizationsLimit: number | null
  /** Last activity of a session. Unix time in milliseconds. */
  readonly lastActiveAt: number | null
  /** When a second factor was last switched on. Unix time in milliseconds. */
  readonly mfaEnabledAt: number | null
  /** When the second factors were last switched off. Unix time in milliseconds. */
  readonly mfaDisabledAt: number | null
  /** When the legal terms were accepted. Unix time in milliseconds. */
  readonly legalAcceptedAt: number | null
  /** The check of new devices is skipped for this user. */
  readonly bypassClientTrust: boolean
}

export interface EmailAddress {
  /** `idn_…` */
  readonly id: string
  readonly object: 'email_address'
  /** Lower case, its domain in ASCII. */
  readonly emailAddress: string
  /** Not verified, yet claimed: nobody else can have it. */
  readonly reserved: boolean
  readonly verification: VerificationOfEmail | null
  readonly linkedTo: readonly IdentificationLink[]
  /** The domain belongs to an enterprise connection. */
  readonly matchesSsoConnection: boolean
  /** When it was added. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface VerificationOfEmail {
  /** Verified by the word of the backend, by a mailed code, or by the link of an invitation. */
  readonly object: 'verification_admin' | 'verification_otp' | 'verification_ticket'
  readonly status: 'verified'
  readonly strategy: 'admin' | 'email_code' | 'ticket'
  /** Null: they are not kept. */
  readonly attempts: number | null
  /** Of a mailed code: when it was used up. Null: nothing expires. */
  readonly expireAt: number | null
}

export interface IdentificationLink {
  readonly type: string
  readonly id: string
}

export interface PhoneNumber {
  /** `idn_…` */
  readonly id: string
  readonly object: 'phone_number'
  /** E.164: `+` and digits. */
  readonly phoneNumber: string
  /** Used as a second factor. */
  readonly reservedForSecondFactor: boolean
  /** The second factor that is offered first. */
  readonly defaultSecondFactor: boolean
  /** Not verified, yet claimed: nobody else can have it. */
  readonly reserved: boolean
  readonly verification: VerificationAdmin | null
  readonly linkedTo: readonly IdentificationLink[]
  readonly backupCodes: readonly string[] | null
  /** When it was added. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface VerificationAdmin {
  readonly object: 'verification_admin'
  readonly status: 'verified'
  readonly strategy: 'admin'
  /** Null: nobody had to prove anything. */
  readonly attempts: number | null
  /** Null: it does not expire. */
  readonly expireAt: number | null
}

export interface Web3Wallet {
  /** `idn_…` */
  readonly id: string
  readonly object: 'web3_wallet'
  /** As it was given. */
  readonly web3Wallet: string
  readonly verification: VerificationAdmin | null
  /** When it was added. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface TotalCount {
  readonly object: 'total_count'
  readonly totalCount: number
}

export interface DeletedObject {
  /** What was deleted, such as `user`. */
  readonly object: string
  /** Its id. */
  readonly id: string
  /** Always true. */
  readonly deleted: boolean
  /** The slug of a deleted organization. */
  readonly slug?: string
  /** The external id of a deleted user that had one. */
  readonly externalId?: string
}

export interface TOTP {
  readonly object: 'totp'
  /** `totp_…` */
  readonly id: string
  /** In base32; told in this answer only. */
  readonly secret: string
  /** What a QR code for an authenticator app says. */
  readonly uri: string
  /** Whether a right code has confirmed it. */
  readonly verified: boolean
  /** Empty here: codes come with the confirmation. */
  readonly backupCodes: readonly string[]
  /** When it was created. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it was last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

/** The user whose second factors have changed. */
export interface NamedUser {
  /** `user_…` */
  readonly userId: string
}

export interface EmailAddressVerification {
  readonly object: 'verification_otp'
  /** `ver_…`: names this code at the attempt. */
  readonly id: string
  /** `unverified`: a try is left. `failed`: three were wrong. `expired`: too late, or a newer code was sent. */
  readonly status: 'unverified' | 'verified' | 'expired' | 'failed'
  readonly strategy: 'email_code'
  /** Tries so far. */
  readonly attempts: number
  /** When the code stops working. Unix time in milliseconds. */
  readonly expireAt: number
}

export interface Session {
  readonly object: 'session'
  /** `sess_…` */
  readonly id: string
  /** Who is signed in. */
  readonly userId: string
  /** The browser or app that they are signed in on. */
  readonly clientId: string
  /** Who acts in the user's place, with `sub` as their id; null for the user themselves. */
  readonly actor: Metadata | null
  /** `active` while it lasts; every other word says how it ended. */
  readonly status: 'abandoned' | 'active' | 'ended' | 'expired' | 'removed' | 'replaced' | 'revoked' | 'pending'
  readonly lastActiveOrganizationId: string | null
  /** When it was last used, to the minute. Unix time in milliseconds. */
  readonly lastActiveAt: number
  readonly latestActivity: SessionActivity | null
  /** When it ends for good. Unix time in milliseconds. */
  readonly expireAt: number
  /** When it ends unless it is used before. Unix time in milliseconds. */
  readonly abandonAt: number
  /** When it began. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it last changed. Unix time in milliseconds. */
  readonly updatedAt: number
  readonly tasks: readonly { readonly key: string }[] | null
}

export interface SessionActivity {
  readonly object: 'session_activity'
  readonly id: string
  /** Such as `Macintosh`. */
  readonly deviceType?: string
  readonly isMobile: boolean
  readonly browserName?: string
  readonly browserVersion?: string
  readonly ipAddress?: string
  readonly city?: string
  readonly country?: string
}

export interface Token {
  readonly object: 'token'
  /** A signed JWT. */
  readonly jwt: string
}

export interface Cookies {
  readonly object: 'cookies'
  /** Values of `Set-Cookie`, for the app to hand to the browser. */
  readonly cookies: readonly string[]
}

export interface Client {
  readonly object: 'client'
  /** `client_…` */
  readonly id: string
  /** The sessions that are active. */
  readonly sessionIds: readonly string[]
  readonly sessions: readonly Session[]
  /** The attempt to sign in that was begun last. */
  readonly signInId: string | null
  /** The sign-up that was begun last. */
  readonly signUpId: string | null
  /** The session that was used last. */
  readonly lastActiveSessionId: string | null
  /** How somebody last signed in there, such as `password`. */
  readonly lastAuthenticationStrategy: string | null
  /** When the client was first here. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface SignInToken {
  readonly object: 'sign_in_token'
  readonly id: string
  /** `accepted` once somebody has signed in with it. */
  readonly status: 'pending' | 'accepted' | 'revoked'
  /** Whom it signs in. */
  readonly userId: string
  /** The secret. Only the answer to its creation has it. */
  readonly token?: string
  /** A link that uses it; only where the token is. */
  readonly url?: string
  /** When it was made. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface ActorToken {
  readonly object: 'actor_token'
  readonly id: string
  /** `accepted` once somebody has signed in with it. */
  readonly status: 'pending' | 'accepted' | 'revoked'
  /** Whom it signs in. */
  readonly userId: string
  /** The secret. Only the answer to its creation has it. */
  readonly token?: string
  /** A link that uses it; only where the token is. */
  readonly url?: string
  /** When it was made. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it last changed. Unix time in milliseconds. */
  readonly updatedAt: number
  /** Who will act in the user's place, with `sub` as their id. */
  readonly actor: Metadata
}

export interface JWTTemplate {
  readonly object: 'jwt_template'
  readonly id: string
  /** Names the template where a token of it is asked for. */
  readonly name: string
  /** The claims, with their shortcodes. */
  readonly claims: Metadata
  /** Seconds that a token lives. */
  readonly lifetime: number
  /** Seconds by which `nbf` lies before `iat`, for verifiers whose clock is behind. */
  readonly allowedClockSkew: number
  /** Whether a key of its own signs. The key itself is in no answer. */
  readonly customSigningKey: boolean
  readonly signingAlgorithm: string
  /** When it was created. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it was last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface JWKS {
  readonly keys: readonly JWK[]
}

export interface JWK {
  readonly use: 'sig'
  readonly kty: 'RSA'
  /** As in the header of the tokens that it signed. */
  readonly kid: string
  readonly alg: 'RS256'
  /** The modulus, base64url. */
  readonly n: string
  /** The exponent, base64url. */
  readonly e: string
}

export interface TestingToken {
  readonly object: 'testing_token'
  /** The token, opaque. */
  readonly token: string
  /** When it ends: Unix time in seconds. */
  readonly expiresAt: number
}

export interface OrganizationPage {
  readonly data: readonly Organization[]
  /** Of all pages together. */
  readonly totalCount: number
}

export interface Organization {
  readonly object: 'organization'
  /** `org_…` */
  readonly id: string
  readonly name: string
  /** Unique in the instance. */
  readonly slug: string
  /** The logo; a drawn one where none was uploaded. */
  readonly imageUrl: string
  /** Whether a logo was uploaded. */
  readonly hasImage: boolean
  /** Only where it was asked for. */
  readonly membersCount?: number
  /** Whether no member may manage members and delete it; only where it was asked for. */
  readonly missingMemberWithElevatedPermissions?: boolean
  /** Only where members are counted. */
  readonly pendingInvitationsCount?: number
  /** Members at most; 0 means any number. */
  readonly maxAllowedMemberships: number
  /** Members with the permission may delete it. */
  readonly adminDeleteEnabled: boolean
  /** Readable by the backend and by members. */
  readonly publicMetadata: Metadata
  /** Readable by the backend only. */
  readonly privateMetadata: Metadata
  /** The user who made it; absent when nobody is named. */
  readonly createdBy?: string
  /** When it was made. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface OrganizationWithLogo {
  readonly object: 'organization'
  /** `org_…` */
  readonly id: string
  readonly name: string
  /** Unique in the instance. */
  readonly slug: string
  /** The logo; a drawn one where none was uploaded. */
  readonly imageUrl: string
  /** Whether a logo was uploaded. */
  readonly hasImage: boolean
  /** Only where it was asked for. */
  readonly membersCount?: number
  /** Whether no member may manage members and delete it; only where it was asked for. */
  readonly missingMemberWithElevatedPermissions?: boolean
  /** Only where members are counted. */
  readonly pendingInvitationsCount?: number
  /** Members at most; 0 means any number. */
  readonly maxAllowedMemberships: number
  /** Members with the permission may delete it. */
  readonly adminDeleteEnabled: boolean
  /** Readable by the backend and by members. */
  readonly publicMetadata: Metadata
  /** Readable by the backend only. */
  readonly privateMetadata: Metadata
  /** The user who made it; absent when nobody is named. */
  readonly createdBy?: string
  /** When it was made. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it last changed. Unix time in milliseconds. */
  readonly updatedAt: number
  /** The older name of `imageUrl`. */
  readonly logoUrl: string
}

export interface OrganizationMembershipPage {
  readonly data: readonly OrganizationMembership[]
  /** Of all pages together. */
  readonly totalCount: number
}

export interface OrganizationMembership {
  readonly object: 'organization_membership'
  /** `orgmem_…` */
  readonly id: string
  /** The key of the role, such as `org:admin`. */
  readonly role: string
  readonly roleName: string
  /** Keys of all permissions of the role. */
  readonly permissions: readonly string[]
  /** Readable by the backend and by members. */
  readonly publicMetadata: Metadata
  /** Readable by the backend only. */
  readonly privateMetadata: Metadata
  readonly organization: Organization
  readonly publicUserData: MemberData
  /** When the user became a member. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface MemberData {
  readonly userId: string
  readonly firstName: string | null
  readonly lastName: string | null
  /** The older name of `imageUrl`. */
  readonly profileImageUrl: string | null
  readonly imageUrl: string
  readonly hasImage: boolean
  /** The primary address, number or name. */
  readonly identifier: string | null
  readonly username: string | null
  readonly banned: boolean
  /** Always false. */
  readonly deprovisioned: boolean
}

export interface OrganizationInvitationWithOrganizationPage {
  readonly data: readonly OrganizationInvitationWithOrganization[]
  /** Of all pages together. */
  readonly totalCount: number
}

export interface OrganizationInvitationWithOrganization {
  readonly object: 'organization_invitation'
  /** `orginv_…` */
  readonly id: string
  /** Whoever has proved to own it may accept. */
  readonly emailAddress: string
  /** The key of the role that the new member gets. */
  readonly role: string
  readonly roleName: string
  readonly organizationId: string
  /** The user who invites; null where nobody is named. */
  readonly inviterId: string | null
  readonly publicInviterData: InviterData | null
  /** `expired` from `expiresAt` on. */
  readonly status: 'pending' | 'accepted' | 'revoked' | 'expired'
  /** Become the public metadata of the membership. */
  readonly publicMetadata: Metadata
  /** Become the private metadata of the membership. */
  readonly privateMetadata: Metadata
  /** The link to accept it. Only in the answer to its creation, and null in every later one. */
  readonly url: string | null
  /** From this moment on it cannot be accepted. Unix time in milliseconds. */
  readonly expiresAt: number | null
  /** When it was made. Unix time in milliseconds. */
  readonly createdAt: number
  /** When its status last changed. Unix time in milliseconds. */
  readonly updatedAt: number
  readonly publicOrganizationData: PublicOrganizationData
}

export interface InviterData {
  readonly userId: string
  readonly firstName: string | null
  readonly lastName: string | null
  readonly imageUrl: string
  readonly hasImage: boolean
  /** The primary address, number or name. */
  readonly identifier: string
}

export interface PublicOrganizationData {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly imageUrl: string
  readonly hasImage: boolean
}

export interface OrganizationInvitationPage {
  readonly data: readonly OrganizationInvitation[]
  /** Of all pages together. */
  readonly totalCount: number
}

export interface OrganizationInvitation {
  readonly object: 'organization_invitation'
  /** `orginv_…` */
  readonly id: string
  /** Whoever has proved to own it may accept. */
  readonly emailAddress: string
  /** The key of the role that the new member gets. */
  readonly role: string
  readonly roleName: string
  readonly organizationId: string
  /** The user who invites; null where nobody is named. */
  readonly inviterId: string | null
  readonly publicInviterData: InviterData | null
  /** `expired` from `expiresAt` on. */
  readonly status: 'pending' | 'accepted' | 'revoked' | 'expired'
  /** Become the public metadata of the membership. */
  readonly publicMetadata: Metadata
  /** Become the private metadata of the membership. */
  readonly privateMetadata: Metadata
  /** The link to accept it. Only in the answer to its creation, and null in every later one. */
  readonly url: string | null
  /** From this moment on it cannot be accepted. Unix time in milliseconds. */
  readonly expiresAt: number | null
  /** When it was made. Unix time in milliseconds. */
  readonly createdAt: number
  /** When its status last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface OrganizationDomainPage {
  readonly data: readonly OrganizationDomain[]
  /** Of all pages together. */
  readonly totalCount: number
}

export interface OrganizationDomain {
  readonly object: 'organization_domain'
  /** `orgdmn_…` */
  readonly id: string
  readonly organizationId: string
  /** In ASCII and lower case. Verified in one organization at most. */
  readonly name: string
  /** New members are invited by hand. */
  readonly enrollmentMode: 'manual_invitation'
  /** Always null. */
  readonly affiliationEmailAddress: string | null
  readonly affiliationVerification: DomainVerification | null
  readonly ownershipVerification: DomainVerification | null
  readonly verification: DomainVerification | null
  /** Always 0: domains invite nobody by themselves. */
  readonly totalPendingInvitations: number
  /** Always 0. */
  readonly totalPendingSuggestions: number
  readonly publicOrganizationData: PublicOrganizationData
  /** When it was added. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface DomainVerification {
  /** An object is here only once it is verified. */
  readonly status: 'verified'
  /** `admin` or `manualOverride`: the word of the backend. */
  readonly strategy: string
  /** Always null: nothing had to be guessed. */
  readonly attempts: number | null
  /** Always null. Unix time in milliseconds. */
  readonly expireAt: number | null
  /** When ownership was confirmed; null for the affiliation. Unix time in milliseconds. */
  readonly verifiedAt: number | null
}

export interface Roles {
  readonly data: readonly Role[]
  /** Of all pages together. */
  readonly totalCount: number
}

export interface Role {
  readonly object: 'role'
  /** `role_…` */
  readonly id: string
  readonly name: string
  /** `org:<name>`; what memberships and tokens call it. */
  readonly key: string
  readonly description: string | null
  /** Whether whoever makes an organization could get it. */
  readonly isCreatorEligible: boolean
  readonly permissions: readonly Permission[]
  /** When it was made. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface Permission {
  readonly object: 'permission'
  /** `perm_…` */
  readonly id: string
  readonly name: string
  /** `org:<feature>:<action>`; what programs ask for. */
  readonly key: string
  readonly description: string
  /** `system`: known to the API itself, and unchangeable. */
  readonly type: 'system' | 'user'
  /** When it was made. Unix time in milliseconds. */
  readonly createdAt: number
  /** When it last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface Permissions {
  readonly data: readonly Permission[]
  /** Of all pages together. */
  readonly totalCount: number
}

export interface Instance {
  readonly object: 'instance'
  /** `ins_…` */
  readonly id: string
  /** As secret keys begin: `sk_test_…` is development, `sk_live_…` production. */
  readonly environmentType: 'development' | 'production'
  /** Origins of browser apps that may call the Frontend API, from the settings file. */
  readonly allowedOrigins: readonly string[]
  /** Always null: there are no workspaces. */
  readonly workspaceId: string | null
}

export interface InstanceRestrictions {
  readonly object: 'instance_restrictions'
  /** Only identifiers of the allowlist come in. */
  readonly allowlist: boolean
  /** Identifiers of the blocklist stay out. */
  readonly blocklist: boolean
  /** The lists hold for new users alone. */
  readonly allowlistBlocklistDisabledOnSignIn: boolean
  /** Addresses with a `+` part are refused. */
  readonly blockEmailSubaddresses: boolean
  /** Addresses of throw-away mail services are refused. */
  readonly blockDisposableEmailDomains: boolean
}

export interface OrganizationSettings {
  readonly object: 'organization_settings'
  /** The instance has organizations. */
  readonly enabled: boolean
  /** Members at most of organizations that are made from now on; 0 means any number. */
  readonly maxAllowedMemberships: number
  /** Roles at most. */
  readonly maxAllowedRoles: number
  /** Domains at most of one organization; 0 means any number. */
  readonly maxAllowedDomains: number
  /** Permissions at most; 0 means any number. */
  readonly maxAllowedPermissions: number
  /** The key of the role of those who make an organization. */
  readonly creatorRole: string
  /** Members with the permission may delete organizations that are made from now on. */
  readonly adminDeleteEnabled: boolean
  /** Organizations can have domains. */
  readonly domainsEnabled: boolean
  /** Slugs cannot be chosen. */
  readonly slugDisabled: boolean
  /** How people may come in by the domain of their address. */
  readonly domainsEnrollmentModes: readonly ('manual_invitation' | 'automatic_invitation' | 'automatic_suggestion')[]
  /** The key of the role of those who come in that way. */
  readonly domainsDefaultRole: string
}

export interface Invitation {
  readonly object: 'invitation'
  /** `inv_…` */
  readonly id: string
  /** Who is invited. */
  readonly emailAddress: string
  /** Become the public metadata of the user who accepts. */
  readonly publicMetadata: Metadata
  /** True exactly while `status` is `revoked`. */
  readonly revoked: boolean
  /** `expired` from `expiresAt` on. */
  readonly status: 'pending' | 'accepted' | 'revoked' | 'expired'
  /** The link to accept it. Only the answer to its creation has it. */
  readonly url?: string
  /** From this moment on it cannot be accepted. Unix time in milliseconds. */
  readonly expiresAt: number | null
  /** When it was made. Unix time in milliseconds. */
  readonly createdAt: number
  /** When its status last changed. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface AllowlistIdentifier {
  readonly object: 'allowlist_identifier'
  /** `alid_…` */
  readonly id: string
  /** The invitation that was sent with it; absent without one. */
  readonly invitationId?: string
  /** As it is compared; `*@example.com` is the whole domain. */
  readonly identifier: string
  readonly identifierType: 'email_address' | 'phone_number' | 'web3_wallet'
  /** The id of this installation: `ins_…`. */
  readonly instanceId: string
  /** When it was listed. Unix time in milliseconds. */
  readonly createdAt: number
  /** The same: an entry does not change. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface BlocklistIdentifierPage {
  readonly data: readonly BlocklistIdentifier[]
  /** Of all pages together. */
  readonly totalCount: number
}

export interface BlocklistIdentifier {
  readonly object: 'blocklist_identifier'
  /** `blid_…` */
  readonly id: string
  /** As it is compared; `*@example.com` is the whole domain. */
  readonly identifier: string
  readonly identifierType: 'email_address' | 'phone_number' | 'web3_wallet'
  /** The id of this installation: `ins_…`. */
  readonly instanceId: string
  /** When it was listed. Unix time in milliseconds. */
  readonly createdAt: number
  /** The same: an entry does not change. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface RedirectURL {
  readonly object: 'redirect_url'
  /** `ru_…` */
  readonly id: string
  /** As it is compared: scheme and host in lower case, no default port. */
  readonly url: string
  /** When it was listed. Unix time in milliseconds. */
  readonly createdAt: number
  /** The same: it does not change. Unix time in milliseconds. */
  readonly updatedAt: number
}

export interface Message {
  /** `msg_…` */
  readonly id: string
  readonly object: 'message'
  /** The address that it goes to. */
  readonly to: string
  readonly subject: string
  /** What it tells, such as `signInCode` or `passwordChanged`. */
  readonly kind: string
  /** The words without markup. */
  readonly text: string | null
  readonly html: string | null
  /** The code in it, if there is one. */
  readonly code: string | null
  /** The link to follow, if there is one. */
  readonly link: string | null
  /** `stored`: no mail server is set, so that it can only be read here. */
  readonly status: 'queued' | 'sending' | 'sent' | 'failed' | 'stored'
  /** When it was written. Unix time in milliseconds. */
  readonly createdAt: number
}

/** What to send: `GET /v1/users`, operation `GetUserList`. */
export interface GetUserListParams {
  /** Exact e-mail addresses, letter case aside. At most 100 values. */
  readonly emailAddress?: readonly string[] | undefined
  /** Exact phone numbers in E.164 form. At most 100 values. */
  readonly phoneNumber?: readonly string[] | undefined
  /** External ids. A leading `+` includes (so does no sign), `-` excludes. At most 100 values. */
  readonly externalId?: readonly string[] | undefined
  /** Exact usernames, letter case aside. At most 100 values. */
  readonly username?: readonly string[] | undefined
  /** Exact wallet addresses. At most 100 values. */
  readonly web3Wallet?: readonly string[] | undefined
  /** User ids. A leading `+` includes (so does no sign), `-` excludes. At most 100 values. */
  readonly userId?: readonly string[] | undefined
  /** Ids of organizations that the user is a member of. A leading `+` includes (so does no sign), `-` excludes. At most 100 values. */
  readonly organizationId?: readonly string[] | undefined
  /** Case-insensitive match of any part of an e-mail address, phone number, username, wallet, user id, first or last name. One or two characters match at the start of a word or identifier. */
  readonly query?: string | undefined
  /** Case-insensitive match of any part of an e-mail address. One or two characters match at the start of a word or identifier. */
  readonly emailAddressQuery?: string | undefined
  /** Case-insensitive match of any part of a phone number. One or two characters match at the start of a word or identifier. */
  readonly phoneNumberQuery?: string | undefined
  /** Case-insensitive match of any part of a username. One or two characters match at the start of a word or identifier. */
  readonly usernameQuery?: string | undefined
  /** Case-insensitive match of any part of the first or last name. One or two characters match at the start of a word or identifier. */
  readonly nameQuery?: string | undefined
  /** Only the banned, or only the not banned. */
  readonly banned?: boolean | undefined
  /** Active before this Unix time in milliseconds. */
  readonly lastActiveAtBefore?: number | Date | undefined
  /** Active after this Unix time in milliseconds. */
  readonly lastActiveAtAfter?: number | Date | undefined
  /** Active on or after the day of this Unix time in milliseconds. Deprecated. */
  readonly lastActiveAtSince?: number | Date | undefined
  /** Created before this Unix time in milliseconds. */
  readonly createdAtBefore?: number | Date | undefined
  /** Created after this Unix time in milliseconds. */
  readonly createdAtAfter?: number | Date | undefined
  /** Signed in before this Unix time in milliseconds. */
  readonly lastSignInAtBefore?: number | Date | undefined
  /** Signed in after this Unix time in milliseconds. */
  readonly lastSignInAtAfter?: number | Date | undefined
  /** Provider of a connected account, such as `oauthGoogle`; with provider_user_id. */
  readonly provider?: string | undefined
  /** Ids of the user at that provider; with provider. At most 100 values. */
  readonly providerUserId?: readonly string[] | undefined
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
  /** The id of the last user of the previous page. Only with created_at order and no offset. */
  readonly startingAfter?: string | undefined
  /** `+` (or nothing) ascends, `-` descends: created_at, updated_at, email_address, web3wallet, first_name, last_name, phone_number, username, last_active_at, last_sign_in_at. Users without the value come last. Default: `"-created_at"`. */
  readonly orderBy?: string | undefined
}

/** What to send: `POST /v1/users`, operation `CreateUser`. */
export interface CreateUserParams {
  /** E-mail addresses; the first becomes primary. At most 100 values. */
  readonly emailAddress?: readonly string[] | undefined
  /** One per entry of `emailAddress`, by position. Empty: all verified. At most 100 values. */
  readonly emailAddressIdentificationStatus?: readonly ('verified' | 'reserved')[] | undefined
  /** Phone numbers in E.164 form; the first becomes primary. At most 100 values. */
  readonly phoneNumber?: readonly string[] | undefined
  /** One per entry of `phoneNumber`, by position. Empty: all verified. At most 100 values. */
  readonly phoneNumberIdentificationStatus?: readonly ('verified' | 'reserved')[] | undefined
  /** Wallet addresses; the first becomes primary. At most 100 values. */
  readonly web3Wallet?: readonly string[] | undefined
  /** The id in the application's own system; unique. Null or empty: none. At most 256 characters. */
  readonly externalId?: string | null | undefined
  /** Null or empty: none. At most 256 characters. */
  readonly firstName?: string | null | undefined
  /** Null or empty: none. At most 256 characters. */
  readonly lastName?: string | null | undefined
  /** BCP 47, such as `en-US`. Null or empty: none. At most 64 characters. */
  readonly locale?: string | null | undefined
  /** IANA name, such as `Europe/Vienna`. Stored; not part of the answers. At most 64 characters. */
  readonly timezone?: string | null | undefined
  /** Letters, digits, `_` and `-`; unique whatever the case. At most 1024 characters. */
  readonly username?: string | null | undefined
  /** The user may delete the own account. */
  readonly deleteSelfEnabled?: boolean | null | undefined
  /** The user may create organizations. */
  readonly createOrganizationEnabled?: boolean | null | undefined
  /** 0 means unlimited. 0 to 2147483647. */
  readonly createOrganizationsLimit?: number | null | undefined
  /** When the legal terms were accepted, in RFC 3339 form. Date-time. */
  readonly legalAcceptedAt?: string | Date | null | undefined
  /** Do not demand `legalAcceptedAt` where the instance does. */
  readonly skipLegalChecks?: boolean | null | undefined
  /** Backdates the sign-up, in RFC 3339 form. Date-time. */
  readonly createdAt?: string | Date | null | undefined
  /** Skip the check of new devices for this user. */
  readonly bypassClientTrust?: boolean | null | undefined
  /** In plain text; checked against the password policy. Null: none, or no change. At most 4096 characters; password. */
  readonly password?: string | null | undefined
  /** Made by `passwordHasher`. At most 4096 characters. */
  readonly passwordDigest?: string | null | undefined
  /** What the digest was made with, such as `bcrypt`; only with `passwordDigest`. At most 64 characters. */
  readonly passwordHasher?: string | undefined
  /** Of an authenticator app, in base32; SHA-1, 6 digits, 30 seconds. In the place of any other, and a second factor at once. Null: none, or no change. At most 256 characters. */
  readonly totpSecret?: string | null | undefined
  /** Codes in plain text or bcrypt digests of them, in the place of all that are left. Empty: none. At most 32 values; each 1 to 256 characters. */
  readonly backupCodes?: readonly string[] | undefined
  /** Readable by the backend and by the browser. */
  readonly publicMetadata?: MetadataInput | undefined
  /** Readable by the backend only. */
  readonly privateMetadata?: MetadataInput | undefined
  /** Readable and writable by the browser too. */
  readonly unsafeMetadata?: MetadataInput | undefined
  /** Take the password without the policy checks. */
  readonly skipPasswordChecks?: boolean | null | undefined
  /** Create without a password where the instance demands one. */
  readonly skipPasswordRequirement?: boolean | null | undefined
  /** Do not demand the identifiers that the instance requires. */
  readonly skipUserRequirement?: boolean | null | undefined
  /** Create the user banned. */
  readonly banned?: boolean | null | undefined
  /** Create the user locked. */
  readonly locked?: boolean | null | undefined
}

/** What to send: `GET /v1/users/count`, operation `GetUsersCount`. */
export interface GetUsersCountParams {
  /** Exact e-mail addresses, letter case aside. At most 100 values. */
  readonly emailAddress?: readonly string[] | undefined
  /** Exact phone numbers in E.164 form. At most 100 values. */
  readonly phoneNumber?: readonly string[] | undefined
  /** External ids. A leading `+` includes (so does no sign), `-` excludes. At most 100 values. */
  readonly externalId?: readonly string[] | undefined
  /** Exact usernames, letter case aside. At most 100 values. */
  readonly username?: readonly string[] | undefined
  /** Exact wallet addresses. At most 100 values. */
  readonly web3Wallet?: readonly string[] | undefined
  /** User ids. A leading `+` includes (so does no sign), `-` excludes. At most 100 values. */
  readonly userId?: readonly string[] | undefined
  /** Ids of organizations that the user is a member of. A leading `+` includes (so does no sign), `-` excludes. At most 100 values. */
  readonly organizationId?: readonly string[] | undefined
  /** Case-insensitive match of any part of an e-mail address, phone number, username, wallet, user id, first or last name. One or two characters match at the start of a word or identifier. */
  readonly query?: string | undefined
  /** Case-insensitive match of any part of an e-mail address. One or two characters match at the start of a word or identifier. */
  readonly emailAddressQuery?: string | undefined
  /** Case-insensitive match of any part of a phone number. One or two characters match at the start of a word or identifier. */
  readonly phoneNumberQuery?: string | undefined
  /** Case-insensitive match of any part of a username. One or two characters match at the start of a word or identifier. */
  readonly usernameQuery?: string | undefined
  /** Case-insensitive match of any part of the first or last name. One or two characters match at the start of a word or identifier. */
  readonly nameQuery?: string | undefined
  /** Only the banned, or only the not banned. */
  readonly banned?: boolean | undefined
  /** Active before this Unix time in milliseconds. */
  readonly lastActiveAtBefore?: number | Date | undefined
  /** Active after this Unix time in milliseconds. */
  readonly lastActiveAtAfter?: number | Date | undefined
  /** Active on or after the day of this Unix time in milliseconds. Deprecated. */
  readonly lastActiveAtSince?: number | Date | undefined
  /** Created before this Unix time in milliseconds. */
  readonly createdAtBefore?: number | Date | undefined
  /** Created after this Unix time in milliseconds. */
  readonly createdAtAfter?: number | Date | undefined
  /** Signed in before this Unix time in milliseconds. */
  readonly lastSignInAtBefore?: number | Date | undefined
  /** Signed in after this Unix time in milliseconds. */
  readonly lastSignInAtAfter?: number | Date | undefined
  /** Provider of a connected account, such as `oauthGoogle`; with provider_user_id. */
  readonly provider?: string | undefined
  /** Ids of the user at that provider; with provider. At most 100 values. */
  readonly providerUserId?: readonly string[] | undefined
}

/** What to send: `PATCH /v1/users/{user_id}`, operation `UpdateUser`. */
export interface UpdateUserParams {
  /** A verified e-mail address of this user. Null: no change. At most 256 characters. */
  readonly primaryEmailAddressId?: string | null | undefined
  /** Tell the previous primary address. */
  readonly notifyPrimaryEmailAddressChanged?: boolean | null | undefined
  /** A verified phone number of this user. Null: no change. At most 256 characters. */
  readonly primaryPhoneNumberId?: string | null | undefined
  /** A verified wallet of this user. Null: no change. At most 256 characters. */
  readonly primaryWeb3WalletId?: string | null | undefined
  /** The id of a stored picture. Null: no change. At most 256 characters. */
  readonly profileImageId?: string | null | undefined
  /** The id in the application's own system; unique. Null or empty: none. At most 256 characters. */
  readonly externalId?: string | null | undefined
  /** Null or empty: none. At most 256 characters. */
  readonly firstName?: string | null | undefined
  /** Null or empty: none. At most 256 characters. */
  readonly lastName?: string | null | undefined
  /** BCP 47, such as `en-US`. Null or empty: none. At most 64 characters. */
  readonly locale?: string | null | undefined
  /** IANA name, such as `Europe/Vienna`. Stored; not part of the answers. At most 64 characters. */
  readonly timezone?: string | null | undefined
  /** Letters, digits, `_` and `-`; unique whatever the case. At most 1024 characters. */
  readonly username?: string | null | undefined
  /** The user may delete the own account. */
  readonly deleteSelfEnabled?: boolean | null | undefined
  /** The user may create organizations. */
  readonly createOrganizationEnabled?: boolean | null | undefined
  /** 0 means unlimited. 0 to 2147483647. */
  readonly createOrganizationsLimit?: number | null | undefined
  /** When the legal terms were accepted, in RFC 3339 form. Date-time. */
  readonly legalAcceptedAt?: string | Date | null | undefined
  /** Do not demand `legalAcceptedAt` where the instance does. */
  readonly skipLegalChecks?: boolean | null | undefined
  /** Backdates the sign-up, in RFC 3339 form. Date-time. */
  readonly createdAt?: string | Date | null | undefined
  /** Skip the check of new devices for this user. */
  readonly bypassClientTrust?: boolean | null | undefined
  /** In plain text; checked against the password policy. Null: none, or no change. At most 4096 characters; password. */
  readonly password?: string | null | undefined
  /** Made by `passwordHasher`. At most 4096 characters. */
  readonly passwordDigest?: string | null | undefined
  /** What the digest was made with, such as `bcrypt`; only with `passwordDigest`. At most 64 characters. */
  readonly passwordHasher?: string | undefined
  /** Of an authenticator app, in base32; SHA-1, 6 digits, 30 seconds. In the place of any other, and a second factor at once. Null: none, or no change. At most 256 characters. */
  readonly totpSecret?: string | null | undefined
  /** Codes in plain text or bcrypt digests of them, in the place of all that are left. Empty: none. At most 32 values; each 1 to 256 characters. */
  readonly backupCodes?: readonly string[] | undefined
  /** Take the password without the policy checks; only with a password. */
  readonly skipPasswordChecks?: boolean | null | undefined
  /** End every session of the user; only with a password. */
  readonly signOutOfOtherSessions?: boolean | null | undefined
  /** Readable by the backend and by the browser. */
  readonly publicMetadata?: MetadataInput | null | undefined
  /** Readable by the backend only. */
  readonly privateMetadata?: MetadataInput | null | undefined
  /** Readable and writable by the browser too. */
  readonly unsafeMetadata?: MetadataInput | null | undefined
}

/** What to send: `POST /v1/users/{user_id}/profile_image`, operation `SetUserProfileImage`. */
export interface SetUserProfileImageParams {
  /** The picture. At most 10485760 bytes. */
  readonly file: FileContent
}

/** What to send: `PATCH /v1/users/{user_id}/metadata`, operation `UpdateUserMetadata`. */
export interface UpdateUserMetadataParams {
  /** Readable by the backend and by the browser. */
  readonly publicMetadata?: MetadataInput | null | undefined
  /** Readable by the backend only. */
  readonly privateMetadata?: MetadataInput | null | undefined
  /** Readable and writable by the browser too. */
  readonly unsafeMetadata?: MetadataInput | null | undefined
}

/** What to send: `PUT /v1/users/{user_id}/metadata`, operation `ReplaceUserMetadata`. */
export interface ReplaceUserMetadataParams {
  /** Readable by the backend and by the browser. */
  readonly publicMetadata?: MetadataInput | null | undefined
  /** Readable by the backend only. */
  readonly privateMetadata?: MetadataInput | null | undefined
  /** Readable and writable by the browser too. */
  readonly unsafeMetadata?: MetadataInput | null | undefined
}

/** What to send: `POST /v1/users/ban`, operation `UsersBan`. */
export interface UsersBanParams {
  /** From 1 to 50 ids of users. One that comes twice counts once. */
  readonly userIds: readonly string[]
}

/** What to send: `POST /v1/users/unban`, operation `UsersUnban`. */
export interface UsersUnbanParams {
  /** From 1 to 50 ids of users. One that comes twice counts once. */
  readonly userIds: readonly string[]
}

/** What to send: `POST /v1/users/{user_id}/verify_password`, operation `VerifyPassword`. */
export interface VerifyPasswordParams {
  /** Compared exactly as it is. 1 to 4096 characters; password. */
  readonly password: string
}

/** The answer: `POST /v1/users/{user_id}/verify_password`, operation `VerifyPassword`. */
export interface VerifyPasswordResult {
  /** Never false. */
  readonly verified: true
}

/** What to send: `POST /v1/users/{user_id}/remove_password`, operation `RemoveUserPassword`. */
export interface RemoveUserPasswordParams {
  /** End every session of the user too. */
  readonly signOutOfOtherSessions?: boolean | null | undefined
}

/** What to send: `POST /v1/users/{user_id}/password/set_compromised`, operation `SetUserPasswordCompromised`. */
export interface SetUserPasswordCompromisedParams {
  /** End every session of the user too. */
  readonly revokeAllSessions?: boolean | null | undefined
}

/** What to send: `POST /v1/users/{user_id}/verify_totp`, operation `VerifyTOTP`. */
export interface VerifyTOTPParams {
  /** Six digits, or a backup code: upper or lower case, with or without dashes. 1 to 256 characters. */
  readonly code: string
}

/** The answer: `POST /v1/users/{user_id}/verify_totp`, operation `VerifyTOTP`. */
export interface VerifyTOTPResult {
  /** Never false. */
  readonly verified: true
  /** What the code was. */
  readonly codeType: 'totp' | 'backup_code'
}

/** What to send: `POST /v1/email_addresses`, operation `CreateEmailAddress`. */
export interface CreateEmailAddressParams {
  /** The id of the user. At least 1 character. */
  readonly userId: string
  /** The address; kept in lower case. At least 1 character. */
  readonly emailAddress: string
  /** Count it as verified. Absent or null: false. */
  readonly verified?: boolean | null | undefined
  /** Make it the primary address, for which it must be verified. Absent or null: true if the user has no primary address and this one is verified. */
  readonly primary?: boolean | null | undefined
  /** Tell the previous primary address. */
  readonly notifyPrimaryEmailAddressChanged?: boolean | null | undefined
}

/** What to send: `PATCH /v1/email_addresses/{email_address_id}`, operation `UpdateEmailAddress`. */
export interface UpdateEmailAddressParams {
  /** True: verified from now on, a reserved address too. False: a verified address no longer is; if it was the primary one, the oldest other verified address takes its place. */
  readonly verified?: boolean | null | undefined
  /** True: the primary address from now on, for which it must be verified. False: no change. */
  readonly primary?: boolean | null | undefined
  /** Tell the previous primary address. */
  readonly notifyPrimaryEmailAddressChanged?: boolean | null | undefined
}

/** What to send: `POST /v1/email_addresses/{email_address_id}/attempt_verification`, operation `AttemptEmailAddressVerification`. */
export interface AttemptEmailAddressVerificationParams {
  /** The `id` that the mailing of the code answered. */
  readonly verificationId: string
  /** The six digits of the mail. */
  readonly code: string
}

/** What to send: `PUT /v1/users/{user_id}/email_address`, operation `ReplaceUserEmailAddress`. */
export interface ReplaceUserEmailAddressParams {
  /** The only address from now on. One that the user has already keeps its id. At least 1 character. */
  readonly emailAddress: string
  /** Reserved: not verified, yet usable to sign in and closed to others. Unverified: neither. Default: `"verified"`. */
  readonly identificationStatus?: 'verified' | 'reserved' | 'unverified' | undefined
  /** Tell the previous primary address. */
  readonly notifyPrimaryEmailAddressChanged?: boolean | null | undefined
}

/** What to send: `POST /v1/phone_numbers`, operation `CreatePhoneNumber`. */
export interface CreatePhoneNumberParams {
  /** The id of the user. At least 1 character. */
  readonly userId: string
  /** The number in E.164 form. At least 1 character. */
  readonly phoneNumber: string
  /** Count it as verified. Absent or null: false. */
  readonly verified?: boolean | null | undefined
  /** Make it the primary number, for which it must be verified. Absent or null: true if the user has no primary number and this one is verified. */
  readonly primary?: boolean | null | undefined
  /** Keep it for the second step of a sign-in, for which it must be verified. The first such number is the default one. */
  readonly reservedForSecondFactor?: boolean | null | undefined
}

/** What to send: `PATCH /v1/phone_numbers/{phone_number_id}`, operation `UpdatePhoneNumber`. */
export interface UpdatePhoneNumberParams {
  /** True: verified from now on, a reserved number too. False: a verified number no longer is, and no second factor either; if it was the primary one, the oldest other verified number takes its place. */
  readonly verified?: boolean | null | undefined
  /** True: the primary number from now on, for which it must be verified. False: no change. */
  readonly primary?: boolean | null | undefined
  /** True: kept for the second step of a sign-in, for which it must be verified; it is then no way to begin one. False: no longer. */
  readonly reservedForSecondFactor?: boolean | null | undefined
}

/** What to send: `PUT /v1/users/{user_id}/phone_number`, operation `ReplaceUserPhoneNumber`. */
export interface ReplaceUserPhoneNumberParams {
  /** The only number from now on, in E.164 form. One that the user has already keeps its id. At least 1 character. */
  readonly phoneNumber: string
  /** Reserved: not verified, yet usable to sign in and closed to others. Unverified: neither. Default: `"verified"`. */
  readonly identificationStatus?: 'verified' | 'reserved' | 'unverified' | undefined
}

/** What to send: `GET /v1/sessions`, operation `GetSessionList`. */
export interface GetSessionListParams {
  /** Only sessions on that client. */
  readonly clientId?: string | undefined
  /** Only sessions of that user. */
  readonly userId?: string | undefined
  /** Only sessions with that status at this moment. */
  readonly status?: 'abandoned' | 'active' | 'ended' | 'expired' | 'removed' | 'replaced' | 'revoked' | undefined
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/sessions`, operation `createSession`. */
export interface CreateSessionParams {
  /** The id of the user. At least 1 character. */
  readonly userId: string
  /** The id or slug of an organization of the user, to be active in. */
  readonly activeOrganizationId?: string | null | undefined
}

/** What to send: `POST /v1/sessions/{session_id}/refresh`, operation `RefreshSession`. */
export interface RefreshSessionParams {
  /** A session token of this session, from `__session`. */
  readonly expiredToken: string
  /** From the cookie `__refresh_…` that signing in sets. It is worth something for as long as its session is live. */
  readonly refreshToken: string
  /** The origin of the page. The token is for that page if it is an allowed one. */
  readonly requestOrigin: string
  /** The headers that the page was asked for with. Nothing is made of them. */
  readonly requestHeaders?: MetadataInput | null | undefined
  /** The address of the browser. Nothing is made of it. */
  readonly requestOriginatingIp?: string | null | undefined
  /** `token`, as unless given, answers the token; `cookie` the cookies that hold it. */
  readonly format?: 'token' | 'cookie' | null | undefined
}

/** What to send: `POST /v1/sessions/{session_id}/verify`, operation `VerifySession`. */
export interface VerifySessionParams {
  /** A session token of this session, from `__session`. */
  readonly token: string
}

/** What to send: `POST /v1/sessions/{session_id}/tokens`, operation `CreateSessionToken`. */
export interface CreateSessionTokenParams {
  /** Seconds that the token lives. 30 to 315360000. */
  readonly expiresInSeconds?: number | null | undefined
}

/** What to send: `POST /v1/sessions/{session_id}/tokens/{template_name}`, operation `CreateSessionTokenFromTemplate`. */
export interface CreateSessionTokenFromTemplateParams {
  /** Seconds that the token lives. 30 to 315360000. */
  readonly expiresInSeconds?: number | null | undefined
}

/** What to send: `GET /v1/clients`, operation `GetClientList`. */
export interface GetClientListParams {
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/clients/verify`, operation `VerifyClient`. */
export interface VerifyClientParams {
  /** The token of the client, from `__client`, or one of a live session of it, in force. */
  readonly token: string
}

/** What to send: `POST /v1/sign_in_tokens`, operation `CreateSignInToken`. */
export interface CreateSignInTokenParams {
  /** The id of the user. At least 1 character. */
  readonly userId: string
  /** The id or slug of an organization of the user, which the session begins in if they still belong to it then. */
  readonly orgId?: string | null | undefined
  /** For how long it can be used. Absent or null: 2592000, which is 30 days. 1 to 315360000. */
  readonly expiresInSeconds?: number | null | undefined
}

/** What to send: `POST /v1/actor_tokens`, operation `CreateActorToken`. */
export interface CreateActorTokenParams {
  /** The user in whose place somebody acts. At least 1 character. */
  readonly userId: string
  /** Who acts: `sub`, their id, and anything else that the session tokens shall tell. */
  readonly actor: MetadataInput
  /** For how long it can be used. Absent or null: 3600, which is one hour. 1 to 315360000. */
  readonly expiresInSeconds?: number | null | undefined
  /** How long the session lasts at most. Absent or null: 1800, which is half an hour. 1 to 315360000. */
  readonly sessionMaxDurationInSeconds?: number | null | undefined
}

/** What to send: `GET /v1/jwt_templates`, operation `ListJWTTemplates`. */
export interface ListJWTTemplatesParams {
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/jwt_templates`, operation `CreateJWTTemplate`. */
export interface CreateJWTTemplateParams {
  /** Letters, digits, `_` and `-`; no other template may have it. 1 to 255 characters. */
  readonly name: string
  /** At most 8192 bytes. Strings may hold shortcodes such as `{{user.id}}`. Reserved: azp, exp, iat, iss, jti, nbf, sub. */
  readonly claims: MetadataInput
  /** Seconds. 60 unless given. 30 to 315360000. */
  readonly lifetime?: number | null | undefined
  /** Seconds. 5 unless given. 0 to 300. */
  readonly allowedClockSkew?: number | null | undefined
  /** Sign with `signingKey` instead of the key of the instance. */
  readonly customSigningKey?: boolean | null | undefined
  /** Required with `customSigningKey`. */
  readonly signingAlgorithm?: 'RS256' | 'RS384' | 'RS512' | 'HS256' | 'HS384' | 'HS512' | null | undefined
  /** Required with `customSigningKey`: an RSA private key in PEM form, or for `HS…` a secret no shorter than its hash. At most 16384 characters; password. */
  readonly signingKey?: string | null | undefined
}

/** What to send: `PATCH /v1/jwt_templates/{template_id}`, operation `UpdateJWTTemplate`. */
export interface UpdateJWTTemplateParams {
  /** Letters, digits, `_` and `-`; no other template may have it. 1 to 255 characters. */
  readonly name?: string | undefined
  /** At most 8192 bytes. Strings may hold shortcodes such as `{{user.id}}`. Reserved: azp, exp, iat, iss, jti, nbf, sub. */
  readonly claims?: MetadataInput | undefined
  /** Seconds. 60 unless given. 30 to 315360000. */
  readonly lifetime?: number | null | undefined
  /** Seconds. 5 unless given. 0 to 300. */
  readonly allowedClockSkew?: number | null | undefined
  /** Sign with `signingKey` instead of the key of the instance. */
  readonly customSigningKey?: boolean | null | undefined
  /** Required with `customSigningKey`. */
  readonly signingAlgorithm?: 'RS256' | 'RS384' | 'RS512' | 'HS256' | 'HS384' | 'HS512' | null | undefined
  /** Required with `customSigningKey`: an RSA private key in PEM form, or for `HS…` a secret no shorter than its hash. At most 16384 characters; password. */
  readonly signingKey?: string | null | undefined
}

/** What to send: `GET /v1/organizations`, operation `ListOrganizations`. */
export interface ListOrganizationsParams {
  /** Answer `membersCount` and `pendingInvitationsCount`. */
  readonly includeMembersCount?: boolean | undefined
  /** Answer whether nobody in it may manage its members and delete it. */
  readonly includeMissingMemberWithElevatedPermissions?: boolean | undefined
  /** The whole id, or any part of the name or the slug, letter case aside. */
  readonly query?: string | undefined
  /** Ids of members. A leading `+` includes (so does no sign), `-` excludes. At most 100 values. */
  readonly userId?: readonly string[] | undefined
  /** Ids of organizations. A leading `+` includes (so does no sign), `-` excludes. At most 100 values. */
  readonly organizationId?: readonly string[] | undefined
  /** `+` (or nothing) ascends, `-` descends: name, created_at, members_count. Default: `"-created_at"`. */
  readonly orderBy?: string | undefined
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/organizations`, operation `CreateOrganization`. */
export interface CreateOrganizationParams {
  /** Anything but links and HTML. 1 to 256 characters. */
  readonly name: string
  /** Lower-case letters, digits and hyphens; no other organization may have it. 1 to 256 characters. */
  readonly slug?: string | null | undefined
  /** Members at most; 0 means any number. 0 to 2147483647. */
  readonly maxAllowedMemberships?: number | null | undefined
  /** Backdates the organization, in RFC 3339 form. Date-time. */
  readonly createdAt?: string | Date | null | undefined
  /** Refused: every role is for every organization here. At most 256 characters. */
  readonly roleSetKey?: string | null | undefined
  /** The id of the user who becomes the first member. */
  readonly createdBy?: string | null | undefined
  /** Readable by the backend and by members. */
  readonly publicMetadata?: MetadataInput | null | undefined
  /** Readable by the backend only. */
  readonly privateMetadata?: MetadataInput | null | undefined
}

/** What to send: `GET /v1/organizations/{organization_id}`, operation `GetOrganization`. */
export interface GetOrganizationParams {
  /** Answer `membersCount` and `pendingInvitationsCount`. */
  readonly includeMembersCount?: boolean | undefined
  /** Answer whether nobody in it may manage its members and delete it. */
  readonly includeMissingMemberWithElevatedPermissions?: boolean | undefined
}

/** What to send: `PATCH /v1/organizations/{organization_id}`, operation `UpdateOrganization`. */
export interface UpdateOrganizationParams {
  /** Anything but links and HTML. 1 to 256 characters. */
  readonly name?: string | null | undefined
  /** Lower-case letters, digits and hyphens; no other organization may have it. 1 to 256 characters. */
  readonly slug?: string | null | undefined
  /** Members at most; 0 means any number. 0 to 2147483647. */
  readonly maxAllowedMemberships?: number | null | undefined
  /** Backdates the organization, in RFC 3339 form. Date-time. */
  readonly createdAt?: string | Date | null | undefined
  /** Refused: every role is for every organization here. At most 256 characters. */
  readonly roleSetKey?: string | null | undefined
  /** Members with the permission may delete it. */
  readonly adminDeleteEnabled?: boolean | null | undefined
  /** Readable by the backend and by members. */
  readonly publicMetadata?: MetadataInput | null | undefined
  /** Readable by the backend only. */
  readonly privateMetadata?: MetadataInput | null | undefined
}

/** What to send: `PATCH /v1/organizations/{organization_id}/metadata`, operation `MergeOrganizationMetadata`. */
export interface MergeOrganizationMetadataParams {
  /** Readable by the backend and by members. */
  readonly publicMetadata?: MetadataInput | null | undefined
  /** Readable by the backend only. */
  readonly privateMetadata?: MetadataInput | null | undefined
}

/** What to send: `PUT /v1/organizations/{organization_id}/metadata`, operation `ReplaceOrganizationMetadata`. */
export interface ReplaceOrganizationMetadataParams {
  /** Readable by the backend and by members. */
  readonly publicMetadata?: MetadataInput | null | undefined
  /** Readable by the backend only. */
  readonly privateMetadata?: MetadataInput | null | undefined
}

/** What to send: `PUT /v1/organizations/{organization_id}/logo`, operation `UploadOrganizationLogo`. */
export interface UploadOrganizationLogoParams {
  /** The picture. At most 10485760 bytes. */
  readonly file: FileContent
  /** The id of the user whose upload it is, for the record. */
  readonly uploaderUserId?: string
}

/** What to send: `GET /v1/users/{user_id}/organization_memberships`, operation `UsersGetOrganizationMemberships`. */
export interface UsersGetOrganizationMembershipsParams {
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `GET /v1/organizations/{organization_id}/memberships`, operation `ListOrganizationMemberships`. */
export interface ListOrganizationMembershipsParams {
  /** User ids. A leading `+` includes (so does no sign), `-` excludes. At most 100 values. */
  readonly userId?: readonly string[] | undefined
  /** Exact e-mail addresses, letter case aside. At most 100 values. */
  readonly emailAddress?: readonly string[] | undefined
  /** Exact phone numbers in E.164 form. At most 100 values. */
  readonly phoneNumber?: readonly string[] | undefined
  /** Exact usernames, letter case aside. At most 100 values. */
  readonly username?: readonly string[] | undefined
  /** Exact wallet addresses. At most 100 values. */
  readonly web3Wallet?: readonly string[] | undefined
  /** Keys of roles. At most 100 values. */
  readonly role?: readonly string[] | undefined
  /** Case-insensitive match of any part of an e-mail address, phone number, username, wallet, user id, first or last name. One or two characters match at the start of a word or identifier. */
  readonly query?: string | undefined
  /** Case-insensitive match of any part of an e-mail address. One or two characters match at the start of a word or identifier. */
  readonly emailAddressQuery?: string | undefined
  /** Case-insensitive match of any part of a phone number. One or two characters match at the start of a word or identifier. */
  readonly phoneNumberQuery?: string | undefined
  /** Case-insensitive match of any part of a username. One or two characters match at the start of a word or identifier. */
  readonly usernameQuery?: string | undefined
  /** Case-insensitive match of any part of the first or last name. One or two characters match at the start of a word or identifier. */
  readonly nameQuery?: string | undefined
  /** Active before this Unix time in milliseconds. */
  readonly lastActiveAtBefore?: number | Date | undefined
  /** Active after this Unix time in milliseconds. */
  readonly lastActiveAtAfter?: number | Date | undefined
  /** Members since before this Unix time in milliseconds. */
  readonly createdAtBefore?: number | Date | undefined
  /** Members since after this Unix time in milliseconds. */
  readonly createdAtAfter?: number | Date | undefined
  /** `+` (or nothing) ascends, `-` descends: created_at, email_address, phone_number, username, first_name, last_name. `createdAt` is that of the membership; users without the value come last. Default: `"-created_at"`. */
  readonly orderBy?: string | undefined
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/organizations/{organization_id}/memberships`, operation `CreateOrganizationMembership`. */
export interface CreateOrganizationMembershipParams {
  /** The id of the user. */
  readonly userId: string
  /** The key of a role, such as `org:member`. */
  readonly role: string
  /** Readable by the backend and by members. */
  readonly publicMetadata?: MetadataInput | null | undefined
  /** Readable by the backend only. */
  readonly privateMetadata?: MetadataInput | null | undefined
}

/** What to send: `PATCH /v1/organizations/{organization_id}/memberships/{user_id}`, operation `UpdateOrganizationMembership`. */
export interface UpdateOrganizationMembershipParams {
  /** The key of a role, such as `org:member`. */
  readonly role: string
}

/** What to send: `PATCH /v1/organizations/{organization_id}/memberships/{user_id}/metadata`, operation `UpdateOrganizationMembershipMetadata`. */
export interface UpdateOrganizationMembershipMetadataParams {
  /** Readable by the backend and by members. */
  readonly publicMetadata?: MetadataInput | null | undefined
  /** Readable by the backend only. */
  readonly privateMetadata?: MetadataInput | null | undefined
}

/** What to send: `GET /v1/organization_memberships`, operation `InstanceGetOrganizationMemberships`. */
export interface InstanceGetOrganizationMembershipsParams {
  /** `+` (or nothing) ascends, `-` descends: created_at, email_address, phone_number, username, first_name, last_name. `createdAt` is that of the membership; users without the value come last. Default: `"-created_at"`. */
  readonly orderBy?: string | undefined
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `GET /v1/users/{user_id}/organization_invitations`, operation `UsersGetOrganizationInvitations`. */
export interface UsersGetOrganizationInvitationsParams {
  /** One of `pending`, `accepted`, `revoked`, `expired`. Repeat the key for any of several. At most 100 values. */
  readonly status?: readonly string[] | undefined
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `GET /v1/organizations/{organization_id}/invitations`, operation `ListOrganizationInvitations`. */
export interface ListOrganizationInvitationsParams {
  /** One of `pending`, `accepted`, `revoked`, `expired`. Repeat the key for any of several. At most 100 values. */
  readonly status?: readonly string[] | undefined
  /** Those of this address only. */
  readonly emailAddress?: string | undefined
  /** `+` (or nothing) ascends, `-` descends: created_at, email_address. Default: `"-created_at"`. */
  readonly orderBy?: string | undefined
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/organizations/{organization_id}/invitations`, operation `CreateOrganizationInvitation`. */
export interface CreateOrganizationInvitationParams {
  /** Who is invited. */
  readonly emailAddress: string
  /** The key of a role, such as `org:member`. At least 1 character. */
  readonly role: string
  /** A member who may manage members (`org:sys_memberships:manage`); the mail names them. */
  readonly inviterUserId?: string | null | undefined
  /** At most 8192 bytes. */
  readonly publicMetadata?: MetadataInput | null | undefined
  /** At most 8192 bytes. */
  readonly privateMetadata?: MetadataInput | null | undefined
  /** Where the link leads once it was followed: absolute, `http` or `https`. A live server takes allowed origins and listed redirect URLs only. */
  readonly redirectUrl?: string | null | undefined
  /** Days that it can be accepted; 30 unless given. 1 to 365. */
  readonly expiresInDays?: number | null | undefined
  /** Mail the link to the address. True unless given. */
  readonly notify?: boolean | null | undefined
}

/** What to send: `POST /v1/organizations/{organization_id}/invitations/bulk`, operation `CreateOrganizationInvitationBulk`. */
export interface CreateOrganizationInvitationBulkParams {
  /** Who is invited. 1 to 10 values. */
  readonly invitations: readonly ({ readonly emailAddress: string; readonly role: string; readonly inviterUserId?: string | null; readonly publicMetadata?: MetadataInput | null; readonly privateMetadata?: MetadataInput | null; readonly redirectUrl?: string | null; readonly expiresInDays?: number | null; readonly notify?: boolean | null })[]
}

/** What to send: `GET /v1/organizations/{organization_id}/invitations/pending`, operation `ListPendingOrganizationInvitations`. */
export interface ListPendingOrganizationInvitationsParams {
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/organizations/{organization_id}/invitations/{invitation_id}/revoke`, operation `RevokeOrganizationInvitation`. */
export interface RevokeOrganizationInvitationParams {
  /** In whose name: a member who may manage members (`org:sys_memberships:manage`). */
  readonly requestingUserId?: string | null | undefined
}

/** What to send: `GET /v1/organization_invitations`, operation `ListInstanceOrganizationInvitations`. */
export interface ListInstanceOrganizationInvitationsParams {
  /** One of `pending`, `accepted`, `revoked`, `expired`. Repeat the key for any of several. At most 100 values. */
  readonly status?: readonly string[] | undefined
  /** Any part of the address, letter case aside. */
  readonly query?: string | undefined
  /** `+` (or nothing) ascends, `-` descends: created_at, email_address. Default: `"-created_at"`. */
  readonly orderBy?: string | undefined
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `GET /v1/organizations/{organization_id}/domains`, operation `ListOrganizationDomains`. */
export interface ListOrganizationDomainsParams {
  /** Only those that are verified, or that are not. */
  readonly verified?: boolean | undefined
  /** One of `manualInvitation`, `automaticInvitation`, `automaticSuggestion`, `enterpriseSso`; with a leading `-` it is left out. Several are separated by commas. At most 100 values. */
  readonly enrollmentMode?: readonly string[] | undefined
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/organizations/{organization_id}/domains`, operation `CreateOrganizationDomain`. */
export interface CreateOrganizationDomainParams {
  /** Such as `example.com`. At least 1 character. */
  readonly name: string
  /** Only `manualInvitation` is offered; the others are refused. */
  readonly enrollmentMode: 'manual_invitation' | 'automatic_invitation' | 'automatic_suggestion' | 'enterprise_sso'
  /** Whether the organization is known to belong to it. True unless given. */
  readonly verified?: boolean | null | undefined
}

/** What to send: `PATCH /v1/organizations/{organization_id}/domains/{domain_id}`, operation `UpdateOrganizationDomain`. */
export interface UpdateOrganizationDomainParams {
  /** Only `manualInvitation` is offered; the others are refused. */
  readonly enrollmentMode?: 'manual_invitation' | 'automatic_invitation' | 'automatic_suggestion' | 'enterprise_sso' | null | undefined
  /** Whether the organization is known to belong to it. */
  readonly verified?: boolean | null | undefined
}

/** What to send: `GET /v1/organization_domains`, operation `ListAllOrganizationDomains`. */
export interface ListAllOrganizationDomainsParams {
  /** Those of this organization only. */
  readonly organizationId?: string | undefined
  /** Only those that are verified, or that are not. */
  readonly verified?: boolean | undefined
  /** One of `manualInvitation`, `automaticInvitation`, `automaticSuggestion`, `enterpriseSso`; with a leading `-` it is left out. Several are separated by commas. At most 100 values. */
  readonly enrollmentMode?: readonly string[] | undefined
  /** Any part of the name, letter case aside; or the whole id of an organization. */
  readonly query?: string | undefined
  /** Whole names. At most 100 values. */
  readonly domains?: readonly string[] | undefined
  /** `+` (or nothing) ascends, `-` descends: name, created_at. Default: `"-created_at"`. */
  readonly orderBy?: string | undefined
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `GET /v1/organization_roles`, operation `ListOrganizationRoles`. */
export interface ListOrganizationRolesParams {
  /** The whole id of a role, or any part of its name or key, letter case aside. */
  readonly query?: string | undefined
  /** `+` (or nothing) ascends, `-` descends: created_at, name, key. Default: `"-created_at"`. */
  readonly orderBy?: string | undefined
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/organization_roles`, operation `CreateOrganizationRole`. */
export interface CreateOrganizationRoleParams {
  /** For people. 1 to 256 characters. */
  readonly name: string
  /** `org:<name>` of lower-case letters, digits and underscores; no other role may have it. 1 to 256 characters. */
  readonly key: string
  /** What it is for, for people. At most 1024 characters. */
  readonly description?: string | null | undefined
  /** Ids of permissions: `perm_…`. At most 500 values. */
  readonly permissions?: readonly string[] | null | undefined
  /** Accepted, without effect: there is one set, with every role in it. */
  readonly includeInInitialRoleSet?: boolean | null | undefined
}

/** What to send: `PATCH /v1/organization_roles/{organization_role_id}`, operation `UpdateOrganizationRole`. */
export interface UpdateOrganizationRoleParams {
  /** For people. 1 to 256 characters. */
  readonly name?: string | null | undefined
  /** `org:<name>` of lower-case letters, digits and underscores; no other role may have it. 1 to 256 characters. */
  readonly key?: string | null | undefined
  /** What it is for, for people. At most 1024 characters. */
  readonly description?: string | null | undefined
  /** Ids of permissions: `perm_…`. At most 500 values. */
  readonly permissions?: readonly string[] | null | undefined
}

/** What to send: `GET /v1/organization_permissions`, operation `ListOrganizationPermissions`. */
export interface ListOrganizationPermissionsParams {
  /** The whole id of a permission, or any part of its name or key, letter case aside. */
  readonly query?: string | undefined
  /** `+` (or nothing) ascends, `-` descends: created_at, name, key. Default: `"-created_at"`. */
  readonly orderBy?: string | undefined
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/organization_permissions`, operation `CreateOrganizationPermission`. */
export interface CreateOrganizationPermissionParams {
  /** For people. 1 to 256 characters. */
  readonly name: string
  /** `org:<feature>:<action>` of lower-case letters, digits and underscores; no other permission may have it. `org:sys_…` is reserved. 1 to 256 characters. */
  readonly key: string
  /** What it allows, for people. At most 1024 characters. */
  readonly description?: string | null | undefined
}

/** What to send: `PATCH /v1/organization_permissions/{permission_id}`, operation `UpdateOrganizationPermission`. */
export interface UpdateOrganizationPermissionParams {
  /** For people. 1 to 256 characters. */
  readonly name?: string | null | undefined
  /** `org:<feature>:<action>` of lower-case letters, digits and underscores; no other permission may have it. `org:sys_…` is reserved. 1 to 256 characters. */
  readonly key?: string | null | undefined
  /** What it allows, for people. At most 1024 characters. */
  readonly description?: string | null | undefined
}

/** What to send: `PATCH /v1/instance/restrictions`, operation `UpdateInstanceRestrictions`. */
export interface UpdateInstanceRestrictionsParams {
  /** Only identifiers of the allowlist come in. */
  readonly allowlist?: boolean | null | undefined
  /** Identifiers of the blocklist stay out. */
  readonly blocklist?: boolean | null | undefined
  /** The lists hold for new users alone. */
  readonly allowlistBlocklistDisabledOnSignIn?: boolean | null | undefined
  /** Addresses with a `+` part are refused. */
  readonly blockEmailSubaddresses?: boolean | null | undefined
  /** Addresses of throw-away mail services are refused. */
  readonly blockDisposableEmailDomains?: boolean | null | undefined
}

/** What to send: `PATCH /v1/instance/organization_settings`, operation `UpdateInstanceOrganizationSettings`. */
export interface UpdateInstanceOrganizationSettingsParams {
  /** The instance has organizations. */
  readonly enabled?: boolean | null | undefined
  /** Members at most of organizations that are made from now on; 0 means any number. 0 to 1000000. */
  readonly maxAllowedMemberships?: number | null | undefined
  /** Members with the permission may delete organizations made from now on. */
  readonly adminDeleteEnabled?: boolean | null | undefined
  /** Organizations can have domains. */
  readonly domainsEnabled?: boolean | null | undefined
  /** Slugs cannot be chosen. */
  readonly slugDisabled?: boolean | null | undefined
  /** Nothing but `manualInvitation`; the automatic modes are refused. At most 10 values. */
  readonly domainsEnrollmentModes?: readonly ('manual_invitation' | 'automatic_invitation' | 'automatic_suggestion')[] | null | undefined
  /** The role of those who make an organization; it must be able to run one. At least 1 character. */
  readonly creatorRoleId?: string | null | undefined
  /** The role of those who come in by the domain of their address. At least 1 character. */
  readonly domainsDefaultRoleId?: string | null | undefined
}

/** What to send: `GET /v1/invitations`, operation `ListInvitations`. */
export interface ListInvitationsParams {
  /** One of `pending`, `accepted`, `revoked`, `expired`. Repeat the key for any of several. At most 100 values. */
  readonly status?: readonly string[] | undefined
  /** The id, or any part of the address, letter case aside. */
  readonly query?: string | undefined
  /** `+` (or nothing) ascends, `-` descends: created_at, email_address, expires_at. Default: `"-created_at"`. */
  readonly orderBy?: string | undefined
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/invitations`, operation `CreateInvitation`. */
export interface CreateInvitationParams {
  /** Who is invited. At least 1 character. */
  readonly emailAddress: string
  /** Become the public metadata of the new user; at most 8192 bytes. */
  readonly publicMetadata?: MetadataInput | null | undefined
  /** Where the link leads once it was followed: absolute, `http` or `https`. A live server takes allowed origins and listed redirect URLs only. */
  readonly redirectUrl?: string | null | undefined
  /** Mail the link to the address. True unless given. */
  readonly notify?: boolean | null | undefined
  /** Invite although there is an open invitation of the address, or a user who has it. False unless given. */
  readonly ignoreExisting?: boolean | null | undefined
  /** Days that it can be accepted; 30 unless given. 1 to 365. */
  readonly expiresInDays?: number | null | undefined
  /** Taken for the sake of clients. There is one mail, the same for both. */
  readonly templateSlug?: 'invitation' | 'waitlist_invitation' | undefined
}

/** What to send: `POST /v1/invitations/bulk`, operation `CreateBulkInvitations`. */
export interface CreateBulkInvitationsParams {
  /** Who is invited. 1 to 10 values. */
  readonly invitations: readonly ({ readonly emailAddress: string; readonly publicMetadata?: MetadataInput | null; readonly redirectUrl?: string | null; readonly notify?: boolean | null; readonly ignoreExisting?: boolean | null; readonly expiresInDays?: number | null; readonly templateSlug?: 'invitation' | 'waitlist_invitation' })[]
}

/** What to send: `GET /v1/allowlist_identifiers`, operation `ListAllowlistIdentifiers`. */
export interface ListAllowlistIdentifiersParams {
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/allowlist_identifiers`, operation `CreateAllowlistIdentifier`. */
export interface CreateAllowlistIdentifierParams {
  /** An e-mail address, every address of a domain as `*@example.com`, a phone number in international form, or a web3 wallet. 1 to 512 characters. */
  readonly identifier: string
  /** Send an invitation to the application; for e-mail addresses only. False unless given. */
  readonly notify?: boolean | null | undefined
}

/** What to send: `GET /v1/blocklist_identifiers`, operation `ListBlocklistIdentifiers`. */
export interface ListBlocklistIdentifiersParams {
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/blocklist_identifiers`, operation `CreateBlocklistIdentifier`. */
export interface CreateBlocklistIdentifierParams {
  /** An e-mail address, every address of a domain as `*@example.com`, a phone number in international form, or a web3 wallet. 1 to 512 characters. */
  readonly identifier: string
}

/** What to send: `GET /v1/redirect_urls`, operation `ListRedirectURLs`. */
export interface ListRedirectURLsParams {
  /** 1 to 500; any other value means the default, 10. Default: `10`. */
  readonly limit?: number | undefined
  /** How many to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/** What to send: `POST /v1/redirect_urls`, operation `CreateRedirectURL`. */
export interface CreateRedirectURLParams {
  /** Absolute, with `http`, `https` or the scheme of an app, such as `my-app://callback`; without a fragment or a user’s name. At least 1 character. */
  readonly url: string
}

/** What to send: `GET /v1/bartleby/messages`, operation `GetMessages`. */
export interface GetMessagesParams {
  /** Messages to this address only. */
  readonly to?: string | undefined
  /** The id of a message: only those that came later. Combines well with `wait`. */
  readonly after?: string | undefined
  /** How long to wait for a first message: `10s`, at most `30s`. Default: `"0s"`. */
  readonly wait?: string | undefined
  /** 1 to 100; any other value means 10. Default: `10`. */
  readonly limit?: number | undefined
}
