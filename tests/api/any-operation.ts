import assert from 'node:assert/strict'
import { createActorToken } from '#contract/actor-tokens/create-actor-token.ts'
import { updateEmailAddress } from '#contract/email-addresses/update-email-address.ts'
import { type Operation, wireBody } from '#contract/operation.ts'
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
  template_id: (user) => user.template_id ?? 'jtmp_nobody',
  template_name: (user) => user.template_name ?? 'nobody',
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
  claims: () => ({}),
  verification_id: (user) => user.verification_id ?? 'ver_nobody',
  token: (user) => user.session?.token ?? 'none',
  expired_token: (user) => user.session?.token ?? 'none',
  refresh_token: (user) => user.session?.refresh_token ?? 'none',
  request_origin: () => 'https://app.example.com',
  code: (user) => user.mailed_code ?? (user.backup_code_enabled ? backupCode : '000000'),
}

/** By operations that require no parameter of a body: a body with which they write. */
const writingBodies: Values = {
  CreateUser: () => ({ email_address: [address('any')] }),
  UpdateUser: () => ({ first_name: `Name ${++values}` }),
  UpdateUserMetadata: freshMetadata,
  ReplaceUserMetadata: freshMetadata,
  RemoveUserPassword: () => ({}),
  SetUserPasswordCompromised: () => ({}),
  CreateSessionToken: () => ({}),
  CreateSessionTokenFromTemplate: () => ({}),
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
  if (required.length === 0) {
    const body = writingBodies[operation.id]
    assert.ok(body, `${operation.id} needs a body with which it writes: tell tests/api/any-operation.ts one`)
    return body(user)
  }
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

/** A complete user on whom the operation, if it writes at all, has something to write. */
export async function readyUser(server: TestServer, operation: Operation): Promise<User> {
  const needsFactors = /^(VerifyTOTP|DeleteTOTP|DeleteBackupCode|DisableMFA)$/.test(operation.id)
  const user = await completeUser(server, 'complete', needsFactors ? factors : {})
  const { path } = operation
  if (path.includes('{session_id}') || path.startsWith('/clients/'))
    return { ...user, ...(await signedIn(server, user)) }
  if (path.includes('{sign_in_token_id}'))
    return { ...user, ticket: (await call(server, createSignInToken, user)).body }
  if (path.includes('{actor_token_id}'))
    return { ...user, ticket: (await call(server, createActorToken, user)).body }
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
