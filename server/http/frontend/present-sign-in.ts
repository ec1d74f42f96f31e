import type { Static } from 'typebox'
import type { FactorVerification, SignIn as WireSignIn } from '#contract/frontend/sign-in.ts'
import { type CodeStanding, codeStanding } from '#server/credentials/codes.ts'
import type { SecondFactor, SignIn } from '#server/sessions/sign-in.ts'
import { signInStatusOf } from '#server/sessions/sign-in.ts'
import { isConcealed, supportedIdentifiers } from '#server/sessions/sign-in-account.ts'
import { feignedFactors, firstFactorsOf, secondFactorsOf } from '#server/sessions/sign-in-factors.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { pictureOf } from '../present-user.ts'
import type { AnswerText } from '../route.ts'

type Verification = Static<typeof FactorVerification>

/** Null until a code was sent: a strategy with `unverified` tells SDKs that it was. */
function firstVerification({ first_factor }: SignIn, code: CodeStanding | undefined): Verification | null {
  if (!first_factor) return null
  const { strategy, verified } = first_factor
  if (strategy === 'email_code')
    return code
      ? {
          object: 'verification_otp',
          status: verified ? 'verified' : code.status,
          strategy,
          attempts: code.attempts,
          expire_at: code.expire_at,
        }
      : null
  const object = `verification_${strategy}` as const
  return { object, status: 'verified', strategy, attempts: null, expire_at: null }
}

const secondVerification = (factor: SecondFactor | null): Verification | null =>
  factor && {
    object: `verification_${factor.strategy}`,
    status: 'verified',
    strategy: factor.strategy,
    attempts: null,
    expire_at: null,
  }

/** Name and picture are shown to whoever has proved the first factor. */
const userDataOf = (user: User, world: World): WireSignIn['user_data'] => {
  const { image_url, has_image } = pictureOf(user, world)
  return { first_name: user.first_name, last_name: user.last_name, image_url, has_image }
}

export async function presentSignIn(signIn: SignIn, world: World): Promise<AnswerText<WireSignIn>> {
  const now = world.now()
  const user = signIn.user_id === null ? undefined : await world.users.find(signIn.user_id)
  const code =
    signIn.first_factor?.strategy === 'email_code' ? await codeStanding(world, signIn.id) : undefined
  const proved = signIn.first_factor?.verified === true
  const firstFactors =
    isConcealed(world, signIn) && signIn.identifier !== null
      ? feignedFactors(world, signIn.identifier)
      : user
        ? firstFactorsOf(world, user)
        : []
  const shown: WireSignIn = {
    object: 'sign_in_attempt',
    id: signIn.id,
    status: signInStatusOf(signIn, now),
    supported_identifiers: supportedIdentifiers(world),
    supported_first_factors: firstFactors,
    supported_second_factors: proved && user ? secondFactorsOf(user) : null,
    first_factor_verification: firstVerification(signIn, code),
    second_factor_verification: secondVerification(signIn.second_factor),
    identifier: signIn.identifier,
    user_data: proved && user ? userDataOf(user, world) : null,
    created_session_id: signIn.created_session_id,
    abandon_at: signIn.abandon_at,
  }
  return JSON.stringify(shown)
}

/** The attempt that a client has begun last; null when it has run out or its user is gone. */
export async function presentSignInOf(world: World, id: string | null): Promise<string> {
  const signIn = id === null ? undefined : await world.signIns.find(id)
  return signIn && signInStatusOf(signIn, world.now()) !== 'abandoned' ? presentSignIn(signIn, world) : 'null'
}
