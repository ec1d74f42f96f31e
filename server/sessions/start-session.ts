import type { JsonText } from '#contract/shapes.ts'
import { newId } from '#server/ids.ts'
import { refuseLocked } from '#server/users/attempts.ts'
import { refuseBanned } from '#server/users/bans.ts'
import { unknownUser } from '#server/users/get-user.ts'
import type { User } from '#server/users/user.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { abandonedAt } from './abandoned-at.ts'
import type { Session, SessionActivity } from './session.ts'
import type { SignInCompletion } from './sign-in-store.ts'

export interface SessionStart {
  readonly userId: string
  readonly clientId: string
  readonly firstFactorAt: number
  readonly secondFactorAt: number | null
  readonly actor?: JsonText | null
  readonly activity?: SessionActivity | null
  /** Where the session is active at first; whoever names it has seen that the user belongs there. */
  readonly organizationId?: string | null | undefined
  /** Shortens the life of the session, never lengthens it. */
  readonly maxDurationSeconds?: number | undefined
  /** In single-session mode: the other live sessions of the client are replaced. */
  readonly endOthers?: { readonly clientId: string } | undefined
  /** Throws for a user who has changed since their factors were proved. Pure. */
  readonly admit?: (user: User) => void
  /** The attempt that ends with this session: when it has moved on already, there is no session. */
  readonly completes?: Omit<SignInCompletion, 'session'>
}

function newSession(world: World, start: SessionStart, now: number): Session {
  const lifetimeMs = world.settings.sessions.lifetime_in_minutes * 60_000
  const durationMs = Math.min(lifetimeMs, (start.maxDurationSeconds ?? Number.POSITIVE_INFINITY) * 1000)
  const expire_at = now + durationMs
  return {
    id: newId('sess', now),
    client_id: start.clientId,
    user_id: start.userId,
    status: 'active',
    actor: start.actor ?? null,
    last_active_organization_id: start.organizationId ?? null,
    latest_activity: start.activity ? JSON.stringify(start.activity) : null,
    first_factor_at: start.firstFactorAt,
    second_factor_at: start.secondFactorAt,
    last_active_at: now,
    expire_at,
    abandon_at: abandonedAt(world.settings, now, expire_at),
    created_at: now,
    updated_at: now,
  }
}

/**
 * Signs a user in, under a new id every time. Whether the user may is decided while the user is held: a ban
 * either comes first and is met here, or comes later and ends this session with all others.
 */
export async function startSession(
  world: World,
  call: Call,
  start: SessionStart,
): Promise<{ session: Session; user: User }> {
  const now = world.now()
  const session = newSession(world, start, now)
  const { user_id, client_id } = session
  const event = eventOf(call, 'session.created', session.id, now, { user_id, client_id })
  const replacesOthers = start.endOthers !== undefined
  const user = await world.users.change(user_id, (user) => {
    refuseBanned(user)
    refuseLocked(world, user)
    start.admit?.(user)
    const attributes = { last_sign_in_at: now, last_active_at: now }
    const at = Math.max(now, user.updated_at)
    const completesSignIn = start.completes && { ...start.completes, session: session.id }
    return { change: { attributes, newSession: session, replacesOthers, completesSignIn }, at, event }
  })
  if (!user) throw unknownUser(user_id)
  return { session, user }
}
