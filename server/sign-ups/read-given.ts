import type { JsonText } from '#contract/shapes.ts'
import { readNewPassword, storePassword } from '#server/credentials/new-password.ts'
import { type Problem, problem, refuseAny } from '#server/refusal.ts'
import { identifierTaken } from '#server/users/identifier-taken.ts'
import { parseEmailAddress, parseUsername } from '#server/users/identifiers.ts'
import { metadataProblems } from '#server/users/metadata.ts'
import { usernameProblems } from '#server/users/username.ts'
import type { World } from '#server/world.ts'
import type { SignUp, SignUpGiven } from './sign-up.ts'
import type { SignUpChange } from './sign-up-store.ts'

/** The fields of a form. Null is not given: forms send empty fields along. */
export interface SignUpFields {
  readonly email_address?: string | null
  readonly username?: string | null
  readonly first_name?: string | null
  readonly last_name?: string | null
  readonly password?: string | null
  readonly unsafe_metadata?: JsonText | null
  readonly legal_accepted?: boolean | null
}

/** The one address is the invited one: the ticket proves no other. */
const addressProblems = (text: string | null | undefined, invited: string): Problem[] =>
  text && parseEmailAddress(text)?.normalized !== parseEmailAddress(invited)!.normalized
    ? [
        problem('form_param_value_invalid', {
          param: 'email_address',
          problem: 'must be the one that was invited',
        }),
      ]
    : []

/** Refused before anything is written, for the sake of those who fill in the form; the index has the last word. */
async function refuseTakenUsername(world: World, username: string): Promise<void> {
  if ((await world.users.claimantOf('username', parseUsername(username).normalized)) !== undefined)
    throw identifierTaken('username')
}

/** What a form changes, with the password as a digest already; or everything that is wrong with it. */
export async function readGiven(
  world: World,
  signUp: Pick<SignUp, 'user_id' | 'email_address' | 'given'>,
  input: SignUpFields,
): Promise<(stored: SignUpGiven) => SignUpChange> {
  const { username, first_name, last_name, unsafe_metadata } = input
  const password = await readNewPassword(world, { password: input.password ?? null }, async () => {
    const own = username ?? signUp.given.username
    const address = parseEmailAddress(signUp.email_address)!.normalized
    return own === null ? [address] : [address, parseUsername(own).normalized]
  })
  refuseAny([
    ...addressProblems(input.email_address, signUp.email_address),
    ...(username ? usernameProblems(username, world.settings.username) : []),
    ...(unsafe_metadata ? metadataProblems('unsafe_metadata', unsafe_metadata) : []),
    ...password.problems,
  ])
  if (username) await refuseTakenUsername(world, username)
  const stored = password.given && (await storePassword(world, signUp.user_id, password.given))
  const now = world.now()
  const given: Partial<SignUpGiven> = {
    ...(username ? { username } : {}),
    ...(first_name ? { first_name } : {}),
    ...(last_name ? { last_name } : {}),
    ...(unsafe_metadata ? { unsafe_metadata } : {}),
    ...(input.legal_accepted == null ? {} : { legal_accepted_at: input.legal_accepted ? now : null }),
    ...(stored ? { has_password: true } : {}),
  }
  return (before) => ({ given: { ...before, ...given }, ...(stored ? { password: stored } : {}) })
}
