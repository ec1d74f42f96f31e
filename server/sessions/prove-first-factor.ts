import { checkPassword, comparablePassword } from '#server/credentials/check-password.ts'
import { type CodeOutcome, checkCode } from '#server/credentials/codes.ts'
import { Refusal } from '#server/refusal.ts'
import { beginAttempt, isLocked, refuseLocked } from '#server/users/attempts.ts'
import { refuseBanned } from '#server/users/bans.ts'
import type { User } from '#server/users/user.ts'
import { eventOf, type World } from '#server/world.ts'
import type { ClientCall } from './client-call.ts'
import type { SignIn } from './sign-in.ts'
import { unknownSignIn } from './sign-in-access.ts'
import { isConcealed } from './sign-in-account.ts'
import type { SignInChange } from './sign-in-store.ts'

/**
 * The user of the attempt. Where accounts are concealed nobody is refused before they have proved who they are:
 * undefined then stands for an account that is not there or that nothing may be compared with, and must be
 * answered like a wrong guess.
 */
export async function userToProve(world: World, signIn: SignIn): Promise<User | undefined> {
  const user = signIn.user_id === null ? undefined : await world.users.find(signIn.user_id)
  if (isConcealed(world, signIn)) return user && !isLocked(world, user) ? user : undefined
  if (!user) throw unknownSignIn(signIn.id)
  refuseBanned(user)
  refuseLocked(world, user)
  return user
}

const isLockedRefusal = (error: unknown) =>
  error instanceof Refusal && error.problems[0]!.name === 'user_locked'

/** For the record: something was tried and was wrong. Of nobody there is no record, but it takes as long. */
export async function noteFailure(
  world: World,
  call: ClientCall,
  signIn: SignIn,
  user: User | undefined,
  strategy: string,
): Promise<void> {
  const now = world.now()
  const details = { user_id: signIn.user_id, strategy }
  const event = user && eventOf(call, 'sign_in.failed', signIn.id, now, details)
  await world.signIns.noteFailure(signIn.id, now, event)
}

/** Costs what a wrong guess costs: an attempt that is counted, a comparison, a record. */
async function feignGuess(world: World, call: ClientCall, signIn: SignIn, password: string): Promise<void> {
  await world.signIns.noteFailure(signIn.id, world.now(), undefined)
  await world.hashing.feign(password)
  await noteFailure(world, call, signIn, undefined, 'password')
}

/** Undefined for a wrong guess that was answered at the cost of one. */
async function guessPassword(
  world: World,
  call: ClientCall,
  signIn: SignIn,
  password: string,
): Promise<User | undefined> {
  const concealed = isConcealed(world, signIn)
  const user = await userToProve(world, signIn)
  const comparable = user && (await comparablePassword(world, user))
  if (comparable instanceof Refusal && !concealed) throw new Refusal('strategy_for_user_invalid')
  try {
    if (user && comparable && !(comparable instanceof Refusal)) {
      if (await checkPassword(world, call, user.id, comparable, password, true)) return user
      await noteFailure(world, call, signIn, user, 'password')
      return undefined
    }
  } catch (error) {
    if (!concealed || !isLockedRefusal(error)) throw error
  }
  await feignGuess(world, call, signIn, password)
  return undefined
}

/** A password that is known to be compromised proves nothing: whoever knows it need not be the user. */
export async function provePassword(
  world: World,
  call: ClientCall,
  signIn: SignIn,
  password: string | null | undefined,
): Promise<SignInChange> {
  if (!password) throw new Refusal('form_param_missing', { param: 'password' })
  if (!world.settings.attributes.password.enabled) throw new Refusal('strategy_for_user_invalid')
  const concealed = isConcealed(world, signIn)
  const user = await guessPassword(world, call, signIn, password)
  if (!user)
    throw new Refusal(concealed ? 'form_password_or_identifier_incorrect' : 'form_password_incorrect', {
      param: 'password',
    })
  if (user.password_compromised_at !== null)
    throw new Refusal('form_password_compromised', { param: 'password' })
  const password_set_at = user.password_last_updated_at
  return {
    first_factor: { strategy: 'password', verified: true, password_set_at },
    first_factor_at: world.now(),
  }
}

const refusalOf = (outcome: Exclude<CodeOutcome, 'right'>): Refusal => {
  if (outcome === 'wrong') return new Refusal('form_code_incorrect', { param: 'code' })
  if (outcome === 'expired') return new Refusal('verification_expired')
  return new Refusal(outcome === 'too_many' ? 'verification_failed' : 'verification_not_sent')
}

/**
 * A guess at the mailed code. A wrong one counts with those at the password: another code gives none of them back. It
 * is counted afterwards, because the code itself bounds the guesses that run at once, and so a right one never
 * meets a lock that its own copies have brought about.
 */
async function guessCode(world: World, call: ClientCall, signIn: SignIn, code: string): Promise<CodeOutcome> {
  const user = await userToProve(world, signIn)
  // No code is empty: then the try is counted and nothing is compared.
  const which = { purpose: 'sign_in', subject: signIn.id, code: user ? code : '' } as const
  const outcome = await checkCode(world, which)
  if (outcome === 'right') {
    await (await beginAttempt(world, call, user!.id, 'password', true)).succeeded()
    return outcome
  }
  if (outcome === 'wrong') await countWrongCode(world, call, signIn, user)
  await noteFailure(world, call, signIn, user, 'email_code')
  return outcome
}

async function countWrongCode(
  world: World,
  call: ClientCall,
  signIn: SignIn,
  user: User | undefined,
): Promise<void> {
  if (!user) return world.signIns.noteFailure(signIn.id, world.now(), undefined)
  try {
    await (await beginAttempt(world, call, user.id, 'password', true)).failed()
  } catch (error) {
    if (!isConcealed(world, signIn) || !isLockedRefusal(error)) throw error
  }
}

export async function proveEmailCode(
  world: World,
  call: ClientCall,
  signIn: SignIn,
  code: string | null | undefined,
): Promise<SignInChange> {
  if (!code) throw new Refusal('form_param_missing', { param: 'code' })
  if (signIn.first_factor?.strategy !== 'email_code') throw new Refusal('verification_not_sent')
  const outcome = await guessCode(world, call, signIn, code)
  if (outcome !== 'right') throw refusalOf(outcome)
  return { first_factor: { strategy: 'email_code', verified: true }, first_factor_at: world.now() }
}
