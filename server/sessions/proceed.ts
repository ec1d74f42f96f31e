import { standingIn } from '#server/organizations/standing-in.ts'
import { refuseLocked } from '#server/users/attempts.ts'
import { refuseBanned } from '#server/users/bans.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import { type ClientCall, renewClient } from './client-call.ts'
import { isOutdated, nextStep, type SignIn } from './sign-in.ts'
import { unknownSignIn, wrongStep } from './sign-in-access.ts'
import { refuseListedUser } from './sign-in-lists.ts'
import { type SignInChange, SignInPassed } from './sign-in-store.ts'
import { startSession } from './start-session.ts'

/** Begins the session, once for each attempt, and gives the client another token. */
async function complete(
  world: World,
  call: ClientCall,
  signIn: SignIn,
  proof: SignInChange,
): Promise<SignIn> {
  const proved = { ...signIn, ...proof }
  const { strategy, actor, organization_id, session_max_duration_in_seconds } = proved.first_factor!
  // One who has left the organization since begins in none.
  const standing = await standingIn(world, signIn.user_id!, organization_id)
  const started = await startSession(world, call, {
    userId: signIn.user_id!,
    clientId: signIn.client_id,
    firstFactorAt: proved.first_factor_at!,
    secondFactorAt: proved.second_factor?.verified_at ?? null,
    actor: actor ?? null,
    activity: call.activity,
    organizationId: standing?.organizationId,
    maxDurationSeconds: session_max_duration_in_seconds ?? undefined,
    endOthers: world.settings.sessions.single_session_mode ? { clientId: signIn.client_id } : undefined,
    admit(user) {
      // A second factor, a mark on the password or another password may have come since this was decided.
      const step = nextStep(user, proved)
      if (step !== 'complete' || isOutdated(user, proved)) throw wrongStep(step)
    },
    completes: { id: signIn.id, from: signIn.status, change: proof },
  }).catch((error) => {
    throw error instanceof SignInPassed ? wrongStep('complete') : error
  })
  await renewClient(world, call, {
    last_active_session_id: started.session.id,
    last_authentication_strategy: strategy,
    sign_in_id: signIn.id,
  })
  return { ...proved, status: 'complete', created_session_id: started.session.id }
}

/** The user of an attempt that has one. */
async function userOf(world: World, signIn: SignIn): Promise<User> {
  const user = signIn.user_id === null ? undefined : await world.users.find(signIn.user_id)
  if (!user) throw unknownSignIn(signIn.id)
  return user
}

/**
 * Moves an attempt on by what has just been proved: to the next step or, when none is left, to a session. This is
 * the only way to either, so that no first factor leads past a second one.
 */
export async function proceed(
  world: World,
  call: ClientCall,
  signIn: SignIn,
  proof: SignInChange,
): Promise<SignIn> {
  const user = await userOf(world, signIn)
  refuseBanned(user)
  refuseLocked(world, user)
  await refuseListedUser(world, user)
  const status = nextStep(user, { ...signIn, ...proof })
  if (status === 'complete') return complete(world, call, signIn, proof)
  const moved = await world.signIns.move(signIn.id, signIn.status, { ...proof, status }, world.now())
  if (!moved) throw wrongStep('complete')
  return moved
}
