import { metadataLeavesUpdate } from '#contract/api-version.ts'
import type { Input } from '#contract/operation.ts'
import type { updateUser as contract } from '#contract/users/update-user.ts'
import { factorsGiven, readNewFactors, storeFactors } from '#server/credentials/new-factors.ts'
import {
  type NewPassword,
  readNewPassword,
  skippedRules,
  storePassword,
} from '#server/credentials/new-password.ts'
import { choosingImage, type ImageChange } from '#server/images/keep-image.ts'
import { type Problem, problem, Refusal, refuseAny } from '#server/refusal.ts'
import type { Settings } from '#server/settings/settings.ts'
import type { Call, World } from '#server/world.ts'
import { missingNames, readAttributes } from './attributes.ts'
import { changeUser, differing, type NamedChange } from './change-user.ts'
import { getUser } from './get-user.ts'
import { metadataFields, metadataProblems } from './metadata.ts'
import { primaryChanges } from './primary-identifications.ts'
import { givenMetadata } from './replace-user-metadata.ts'
import type { User } from './user.ts'
import { usernameProblems } from './username.ts'
import { usernameChange } from './username-change.ts'
import { writeMetadata } from './write-metadata.ts'

type UpdateInput = Input<typeof contract>

/** Flags that only mean something beside a password. An explicit false is what clients with defaults send. */
function passwordFlagProblems(input: UpdateInput): Problem[] {
  if ((input.password ?? input.password_digest ?? null) !== null) return []
  const other = (['skip_password_checks', 'sign_out_of_other_sessions'] as const).find(
    (key) => input[key] === true,
  )
  return other ? [problem('form_conditional_param_missing', { param: 'password', other })] : []
}

const metadataGoneProblems = (input: UpdateInput, call: Call): Problem[] =>
  call.apiVersion < metadataLeavesUpdate
    ? []
    : metadataFields
        .filter((field) => input[field] !== undefined)
        .map((param) => problem('form_param_unknown', { param }))

function refuseEmptied(user: User, changes: Partial<User>, settings: Settings): void {
  const emptied = missingNames({ ...user, ...changes }, settings.attributes).find((key) => key in changes)
  if (emptied) throw new Refusal('breaks_instance_invariant', { param: emptied })
}

/** What a new password must not equal. */
async function identifiersAfter(world: World, input: UpdateInput): Promise<string[]> {
  const user = await getUser(world, input)
  const values = user.identifications.map((identification) => identification.normalized)
  return input.username ? [...values, input.username] : values
}

/** Nothing is hashed for somebody who does not exist. */
async function storeForExisting(world: World, userId: string, given: NewPassword) {
  await getUser(world, { user_id: userId })
  return storePassword(world, userId, given)
}

const newPasswordAttributes = (now: number) => ({
  password_last_updated_at: now,
  password_compromised_at: null,
})

/** Changes what is given and nothing else; an empty body changes nothing. */
export async function updateUser(world: World, input: UpdateInput, call: Call): Promise<User> {
  const now = world.now()
  const { changes, problems } = readAttributes(input)
  problems.push(...metadataGoneProblems(input, call), ...passwordFlagProblems(input))
  for (const [field, value] of givenMetadata(input)) problems.push(...metadataProblems(field, value))
  if (input.username) problems.push(...usernameProblems(input.username, world.settings.username))
  const { given, problems: passwordProblems } = await readNewPassword(world, input, () =>
    identifiersAfter(world, input),
  )
  const { given: newFactors, problems: factorProblems } = readNewFactors(input)
  refuseAny([...problems, ...passwordProblems, ...factorProblems])
  const stored = storeFactors(world, input.user_id, newFactors, now)
  const password = given && (await storeForExisting(world, input.user_id, given))

  const change = (imageOf: ImageChange) =>
    changeUser(world, call, input.user_id, (user): NamedChange => {
      const image = imageOf(user)
      const factors = factorsGiven(user, stored, now)
      const attributes = differing(user, changes)
      const primaries = primaryChanges(user, input)
      const metadata = writeMetadata(user, givenMetadata(input))
      refuseAny([...primaries.problems, ...metadata.problems])
      refuseEmptied(user, attributes, world.settings)
      const username = usernameChange(user, input.username, world.settings, now)
      const all = { ...attributes, ...differing(user, primaries.attributes), ...metadata.attributes }
      const notify = input.notify_primary_email_address_changed && 'primary_email_address_id' in all
      return {
        ...factors,
        ...username,
        password,
        attributes: {
          ...factors.attributes,
          ...all,
          ...image,
          ...(password ? newPasswordAttributes(now) : {}),
        },
        changed: [
          ...factors.changed,
          ...Object.keys(all),
          ...('image_id' in image ? ['profile_image_id'] : []),
          ...(username ? ['username'] : []),
          ...(password ? ['password'] : []),
        ],
        endsSessions: input.sign_out_of_other_sessions ?? false,
        details: {
          ...skippedRules(input),
          ...(notify ? { notify_previous: user.primary_email_address_id } : {}),
        },
      }
    })
  return choosingImage(world, input.profile_image_id, change)
}
