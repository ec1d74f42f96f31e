import assert from 'node:assert/strict'
import { createAllowlistIdentifier } from '#contract/access-lists/create-allowlist-identifier.ts'
import { createBlocklistIdentifier } from '#contract/access-lists/create-blocklist-identifier.ts'
import { createActorToken } from '#contract/actor-tokens/create-actor-token.ts'
import { updateEmailAddress } from '#contract/email-addresses/update-email-address.ts'
import { updateInstanceOrganizationSettings } from '#contract/instance-settings/update-instance-organization-settings.ts'
import { createInvitation } from '#contract/invitations/create-invitation.ts'
import { type Operation, wireBody } from '#contract/operation.ts'
import { createOrganizationPermission } from '#contract/organization-permissions/create-organization-permission.ts'
import { createOrganizationRole } from '#contract/organization-roles/create-organization-role.ts'
import { createOrganization } from '#contract/organizations/create-organization.ts'
import { createOrganizationDomain } from '#contract/organizations/create-organization-domain.ts'
import { createOrganizationInvitation } from '#contract/organizations/create-organization-invitation.ts'
import { createOrganizationMembership } from '#contract/organizations/create-organization-membership.ts'
import { uploadOrganizationLogo } from '#contract/organizations/upload-organization-logo.ts'
import { createRedirectURL } from '#contract/redirect-urls/create-redirect-url.ts'
import { createSession } from '#contract/sessions/create-session.ts'
import { createSessionToken } from '#contract/sessions/create-session-token.ts'
import { createSignInToken } from '#contract/sign-in-tokens/create-sign-in-token.ts'
import { banUser } from '#contract/users/ban-user.ts'
import { lockUser } from '#contract/users/lock-user.ts'
import { setUserPasswordCompromised } from '#contract/users/set-user-password-compromised.ts'
import { setUserProfileImage } from '#contract/users/set-user-profile-image.ts'
import { phoneNumbers } from '#tests/api/contacts.ts'
import { refreshTokenFor } from '#tests/api/given-sessions.ts'
import { address } from '#tests/api/given-users.ts'
import { password } from '#tests/api/passwords.ts'
import { createTemplate, templateName } from '#tests/api/templates.ts'
import { anyPicture, pictureForm } from '#tests/images/pictures.ts'
import { mailedCode } from '#tests/mail/mailed.ts'
import type { Answer, RequestOptions, TestServer } from '#tests/running-server.ts'

type User = Answer['body']
type Values = Readonly<Record<string, (user: User) => unknown>>

let values = 0
const freshMetadata = () => ({ public_metadata: { value: ++values } })

const backupCode = 'ready-code-1'
const factors = { totp_secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', backup_codes: [backupCode] }

const pathValues: Values = {
  user_id: (user) => user.id,
  email_address_id: (user) => user.email_addresses[1].id,
  phone_number_id: (user) => user.phone_numbers[0].id,
  organization_id: (user) => user.organization_id ?? 'org_nobody',
  organization_role_id: (user) => user.role_id ?? 'role_nobody',
  permission_id: (user) => user.permission_id ?? 'perm_nobody',
  template_id: (user) => user.template_id ?? 'jtmp_nobody',
  template_name: (user) => user.template_name ?? 'nobody',
  invitation_id: (user) => user.invitation_id ?? 'inv_nobody',
  domain_id: (user) => user.domain_id ?? 'orgdmn_nobody',
  identifier_id: (user) => user.listed_id ?? 'alid_nobody',
  id: (user) => user.redirect_id ?? 'ru_nobody',
  session_id: (user) => user.session?.id ?? 'sess_nobody',
  client_id: (user) => user.session?.client_id ?? 'client_nobody',
  sign_in_token_id: (user) => user.ticket?.id ?? 'sit_nobody',
  actor_token_id: (user) => user.ticket?.id ?? 'act_nobody',
}

const bodyValues: Values = {
  user_id: (user) => user.id,
  user_ids: (user) => [user.id],
  actor: () => ({ sub: 'user_support' }),
  email_address: () => address('any'),
  phone_number: () => phoneNumbers.value(),
  password: () => password,
  name: () => templateName(),
  role: () => 'org:admin',
  claims: () => ({}),
  identifier: () => address('listed'),
  url: () => `https://app.example.com/${++values}`,
  verification_id: (user) => user.verification_id ?? 'ver_nobody',
  token: (user) => user.session?.token ?? 'none',
  expired_token: (user) => user.session?.token ?? 'none',
  refresh_token: (user) => user.session?.refresh_token ?? 'none',
  request_origin: () => 'https://app.example.com',
  code: (user) => user.mailed_code ?? (user.backup_code_enabled ? backupCode : '000000'),
}

/** By operations that require no parameter of a body, or one that others call the same: a body with which they write. */
const writingBodies: Readonly<Record<string, (user: User) => Record<string, unknown>>> = {
  CreateUser: () => ({ email_address: [address('any')] }),
  UpdateUser: () => ({ first_name: `Name ${++values}` }),
  UpdateUserMetadata: freshMetadata,
  ReplaceUserMetadata: freshMetadata,
  RemoveUserPassword: () => ({}),
  SetUserPasswordCompromised: () => ({}),
  CreateSessionToken: () => ({}),
  CreateSessionTokenFromTemplate: () => ({}),
  UpdateOrganization: () => ({ name: `Name ${++values}` }),
  MergeOrganizationMetadata: freshMetadata,
  ReplaceOrganizationMetadata: freshMetadata,
  UpdateOrganizationMembershipMetadata: freshMetadata,
  CreateOrganizationInvitationBulk: () => ({
    invitations: [{ email_address: address('invited'), role: 'org:member' }],
  }),
  RevokeOrganizationInvitation: () => ({}),
  CreateOrganizationDomain: () => ({
    name: `any-${++values}.example.com`,
    enrollment_mode: 'manual_invitation',
  }),
  UpdateOrganizationDomain: () => ({ verified: false }),
  CreateOrganizationRole: () => ({ name: 'Any', key: `org:any_${++values}` }),
  UpdateOrganizationRole: () => ({ name: `Name ${++values}` }),
  CreateOrganizationPermission: () => ({ name: 'Any', key: `org:any:do_${++values}` }),
  UpdateOrganizationPermission: () => ({ name: `Name ${++values}` }),
  UpdateInstanceOrganizationSettings: () => ({ max_allowed_memberships: 1000 + ++values }),
  UpdateInstanceRestrictions: () => ({ allowlist_blocklist_disabled_on_sign_in: true }),
  CreateBulkInvitations: () => ({ invitations: [{ email_address: address('invited') }] }),
  UpdateJWTTemplate: () => ({ lifetime: 100 + ++values }),
  UpdateEmailAddress: () => ({ verified: false }),
  UpdatePhoneNumber: () => ({ verified: false }),
}

/** What must have been done to a user before the operation has something to undo. */
const beforehand: Readonly<Record<string, Operation>> = {
  UnbanUser: banUser,
  UsersUnban: banUser,
  UnlockUser: lockUser,
  DeleteUserProfileImage: setUserProfileImage,
  UnsetUserPasswordCompromised: setUserPasswordCompromised,
}

function knownValue(known: Values, name: string, operation: Operation, user: User): unknown {
  const value = known[name]
  assert.ok(value, `${operation.id} needs a value of ${name}: tell tests/api/any-operation.ts one`)
  return value(user)
}

/** A body of the operation that is in order; identifiers in it are fresh. */
export function bodyOf(operation: Operation, user: User): Record<string, unknown> {
  const required: string[] = operation.body?.required ?? []
  const body = writingBodies[operation.id]
  if (body) return body(user)
  assert.ok(
    required.length > 0,
    `${operation.id} needs a body with which it writes: tell tests/api/any-operation.ts one`,
  )
  return Object.fromEntries(required.map((name) => [name, knownValue(bodyValues, name, operation, user)]))
}

/** The path of the operation, about the user or what belongs to the user. */
export const pathOf = (operation: Operation, user: User): string =>
  operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => String(knownValue(pathValues, name, operation, user)))

/** A request of the operation that is in order, unless the options say otherwise. */
export function call(
  server: TestServer,
  operation: Operation,
  user: User,
  options: RequestOptions = {},
): Promise<Answer> {
  const body = operation.upload
    ? { form: pictureForm(anyPicture()) }
    : operation.body
      ? { body: wireBody(operation, bodyOf(operation, user)) }
      : {}
  return server.request(operation.method, pathOf(operation, user), { ...body, ...options })
}

/** A user with something for every operation: two e-mail addresses, a phone number and a password. */
export const completeUser = (server: TestServer, name = 'complete', more: object = {}): Promise<User> =>
  server.create({
    email_address: [address(name), address(name)],
    phone_number: [phoneNumbers.value()],
    password,
    ...more,
  })

const tokensAlone = /^(VerifySession|VerifyClient|RefreshSession|Create(Session|Testing)Token.*)$/

/** Whether the operation changes what is stored: tokens are signed and read without. */
export const writes = ({ method, id }: Operation): boolean => method !== 'GET' && !tokensAlone.test(id)

/** A new session with the tokens of it, and a template for more. */
async function signedIn(server: TestServer, user: User) {
  const session = (await call(server, createSession, user)).body
  const { jwt } = (await call(server, createSessionToken, { ...user, session })).body
  const tokens = { token: jwt, refresh_token: refreshTokenFor(server, session) }
  return { session: { ...session, ...tokens }, template_name: (await createTemplate(server)).name }
}

const allowDomains = (server: TestServer, user: User) =>
  call(server, updateInstanceOrganizationSettings, user, { body: { domains_enabled: true } })

/** An organization of the user, with what the operation has something to do about. */
async function founded(server: TestServer, operation: Operation, user: User) {
  const isAboutMembers = operation.path.includes('/memberships')
  const { body } = await call(server, createOrganization, user, {
    body: { name: `Acme ${++values}`, ...(isAboutMembers ? {} : { created_by: user.id }) },
  })
  const about = { organization_id: body.id }
  if (isAboutMembers && operation.path.includes('{user_id}'))
    await call(
      server,
      createOrganizationMembership,
      { ...user, ...about },
      {
        body: { user_id: user.id, role: 'org:member' },
      },
    )
  if (operation.path.includes('/invitations/{'))
    return {
      ...about,
      invitation_id: (await call(server, createOrganizationInvitation, { ...user, ...about })).body.id,
    }
  if (operation.path.includes('/domains')) await allowDomains(server, user)
  if (operation.path.includes('/domains/{'))
    return {
      ...about,
      domain_id: (await call(server, createOrganizationDomain, { ...user, ...about })).body.id,
    }
  if (operation.id === 'DeleteOrganizationLogo')
    await call(server, uploadOrganizationLogo, { ...user, ...about })
  return about
}

/** A role and a permission, which the role has where the operation takes it away. */
async function allowing(server: TestServer, operation: Operation, user: User) {
  const permission = (await call(server, createOrganizationPermission, user)).body
  const permissions = operation.id === 'RemovePermissionFromOrganizationRole' ? [permission.id] : []
  const body = { ...bodyOf(createOrganizationRole, user), permissions }
  const role = (await call(server, createOrganizationRole, user, { body })).body
  return { role_id: role.id, permission_id: permission.id }
}

/** What operations on something by its id are about, by the beginning of their path. */
const makers = [
  { path: '/invitations', operation: createInvitation, known: 'invitation_id' },
  { path: '/allowlist_identifiers', operation: createAllowlistIdentifier, known: 'listed_id' },
  { path: '/blocklist_identifiers', operation: createBlocklistIdentifier, known: 'listed_id' },
  { path: '/redirect_urls', operation: createRedirectURL, known: 'redirect_id' },
] as const

/** A complete user on whom the operation, if it writes at all, has something to write. */
export async function readyUser(server: TestServer, operation: Operation): Promise<User> {
  const needsFactors = /^(VerifyTOTP|DeleteTOTP|DeleteBackupCode|DisableMFA)$/.test(operation.id)
  const user = await completeUser(server, 'complete', needsFactors ? factors : {})
  const { path } = operation
  if (operation.id === 'UpdateInstanceRestrictions')
    await call(server, operation, user, { body: { allowlist_blocklist_disabled_on_sign_in: false } })
  if (path.includes('{session_id}') || path.startsWith('/clients/'))
    return { ...user, ...(await signedIn(server, user)) }
  if (path.includes('{sign_in_token_id}'))
    return { ...user, ticket: (await call(server, createSignInToken, user)).body }
  if (path.includes('{actor_token_id}'))
    return { ...user, ticket: (await call(server, createActorToken, user)).body }
  if (path === '/organization_domains') await allowDomains(server, user)
  if (path.includes('{organization_id}')) return { ...user, ...(await founded(server, operation, user)) }
  if (/\{(organization_role|permission)_id\}/.test(path))
    return { ...user, ...(await allowing(server, operation, user)) }
  const made = makers.find(({ path }) => operation.path.startsWith(`${path}/{`))
  if (made) return { ...user, [made.known]: (await call(server, made.operation, user)).body.id }
  if (operation.path.includes('{template_id}'))
    return { ...user, template_id: (await createTemplate(server)).id }
  if (operation.id === 'AttemptEmailAddressVerification') {
    await call(server, updateEmailAddress, user)
    const { verification, code } = await mailedCode(server, user.email_addresses[1])
    return { ...user, verification_id: verification.id, mailed_code: code }
  }
  const first = beforehand[operation.id]
  if (!first) return user
  const answer = await call(server, first, user)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}
