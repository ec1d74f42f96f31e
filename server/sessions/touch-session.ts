import type { World } from '#server/world.ts'
import { abandonedAt } from './abandoned-at.ts'
import type { Session, SessionActivity } from './session.ts'
import { isLive } from './session-status.ts'

const writeEveryMs = 60_000

const { id: _, ...nothingKnown }: SessionActivity = {
  id: '',
  device_type: null,
  is_mobile: false,
  browser_name: null,
  browser_version: null,
  ip_address: null,
  city: null,
  country: null,
}
const known = Object.keys(nothingKnown) as (keyof typeof nothingKnown)[]

/** Every request makes an id of its own; the rest says whether it is another device or another place. */
function isElsewhere({ latest_activity }: Session, activity: SessionActivity): boolean {
  if (latest_activity === null) return true
  const before: SessionActivity = JSON.parse(latest_activity)
  return known.some((key) => before[key] !== activity[key])
}

/** Counts without an event and without moving the user's `updated_at`: to be active is no change. */
const touchUser = (world: World, id: string, now: number) =>
  world.users.change(id, (user) =>
    (user.last_active_at ?? 0) > now - writeEveryMs
      ? undefined
      : { change: { attributes: { last_active_at: now } }, at: user.updated_at },
  )

/**
 * Marks a session as in use, and its user as active: at most once a minute, unless the request comes from elsewhere or
 * acts in another organization, which stays as it was where none is given. Undefined when the session is not live;
 * nothing revives it.
 */
export async function touchSession(
  world: World,
  id: string,
  activity: SessionActivity,
  organizationId?: string | null,
): Promise<Session | undefined> {
  const now = world.now()
  const session = await world.sessions.find(id)
  if (!session || !isLive(session, now)) return undefined
  const { last_active_organization_id: before } = session
  const organization = organizationId === undefined ? before : organizationId
  const elsewhere = isElsewhere(session, activity)
  if (!elsewhere && organization === before && session.last_active_at > now - writeEveryMs) return session
  const change = {
    last_active_at: now,
    last_active_organization_id: organization,
    updated_at: now,
    abandon_at: abandonedAt(world.settings, now, session.expire_at),
    ...(elsewhere ? { latest_activity: JSON.stringify(activity) } : {}),
  }
  const touched = await world.sessions.touch(id, change, now)
  if (touched) await touchUser(world, touched.user_id, now)
  return touched
}
