import type { Input } from '#contract/operation.ts'
import type { createUser as contract } from '#contract/users/create-user.ts'
import { type NewFactors, readNewFactors, storeFactors } from '#server/credentials/new-factors.ts'
import {
  type NewPassword,
  readNewPassword,
  skippedRules,
  storePassword,
} from '#server/credentials/new-password.ts'
import { newId } from '#server/ids.ts'
import { problem, Refusal, refuseAny } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { readAttributes } from './attributes.ts'
import { refuseTaken } from './identifier-taken.ts'
import { lockedUntil } from './lockout.ts'
import { emptyMetadata, metadataFields, metadataProblems } from './metadata.ts'
import { readIdentifications } from './new-identifications.ts'
import { newUser } from './new-user.ts'
import { missingData } from './requirements.ts'
import { refuseRestricted } from './restrictions.ts'
import type { User } from './user.ts'

type CreateInput = Input<typeof contract>

function refuseSwitchedOff(world: World, input: CreateInput): void {
  if (input.banned && !world.settings.supports_ban)
    throw new Refusal('unsupported_subscription_plan_features')
  if (input.locked && !world.settings.user_lockout.enabled)
    throw new Refusal('feature_not_enabled', { feature: 'user lockout' })
}

/** The user that the request describes, or every reason why it cannot be. */
async function describedUser(
  world: World,
  input: CreateInput,
  now: number,
): Promise<{ user: User; given?: NewPassword; factors: NewFactors }> {
  const { settings } = world
  const { changes, problems } = readAttributes(input)
  const { identifications, problems: identifierProblems } = readIdentifications(input, settings, now)
  problems.push(...identifierProblems)
  for (const field of metadataFields) problems.push(...metadataProblems(field, input[field] ?? emptyMetadata))
  if (
    settings.sign_up.legal_consent_enabled &&
    (changes.legal_accepted_at ?? null) === null &&
    !input.skip_legal_checks
  )
    problems.push(problem('form_param_missing', { param: 'legal_accepted_at' }))
  const password = await readNewPassword(world, input, async () =>
    identifications.map((identification) => identification.normalized),
  )
  const { given: factors, problems: factorProblems } = readNewFactors(input)
  problems.push(...password.problems, ...factorProblems)
  refuseAny(problems)
  const names = { first_name: changes.first_name ?? null, last_name: changes.last_name ?? null }
  const given = {
    ...names,
    identifications,
    skip_user_requirement: input.skip_user_requirement ?? false,
    has_password: password.given !== undefined,
    skip_password_requirement: input.skip_password_requirement ?? false,
  }
  refuseAny(missingData(given, settings.attributes))
  await refuseRestricted(world, identifications)
  refuseSwitchedOff(world, input)
  const user: User = {
    ...newUser(settings, newId('user', now), identifications, now),
    public_metadata: input.public_metadata ?? emptyMetadata,
    private_metadata: input.private_metadata ?? emptyMetadata,
    unsafe_metadata: input.unsafe_metadata ?? emptyMetadata,
    banned: input.banned ?? false,
    locked_until: input.locked ? lockedUntil(settings.user_lockout, now) : null,
    totp_enabled: factors.secret !== undefined,
    backup_code_enabled: (factors.codes ?? []).length > 0,
    password_last_updated_at: password.given ? now : null,
    mfa_enabled_at: factors.secret === undefined ? null : now,
    ...changes,
    ...names,
  }
  return { user, given: password.given, factors }
}

/** Creates a user with all its identifiers, or nothing at all. Uniqueness is the database's word alone. */
export async function createUser(world: World, input: CreateInput, call: Call): Promise<User> {
  const now = world.now()
  const { user, given, factors } = await describedUser(world, input, now)
  const password = given && (await storePassword(world, user.id, given))
  const event = eventOf(call, 'user.created', user.id, now, skippedRules(input))
  await refuseTaken(
    world.users.insert(user, event, { password, ...storeFactors(world, user.id, factors, now) }),
  )
  return user
}
