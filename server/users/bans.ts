import { bulkUsersMax } from '#contract/users/users-ban.ts'
import { Refusal } from '#server/refusal.ts'
import type { World } from '#server/world.ts'
import type { NamedChange } from './change-user.ts'
import type { User } from './user.ts'

export function refuseWithoutBans(world: World): void {
  if (!world.settings.supports_ban) throw new Refusal('unsupported_subscription_plan_features')
}

/** A ban that stands already ends sessions no second time. */
export const bannedChange = (user: User): NamedChange =>
  user.banned
    ? { changed: [] }
    : { attributes: { banned: true }, changed: ['banned'], action: 'user.banned', endsSessions: true }

export const unbannedChange = (user: User): NamedChange =>
  user.banned
    ? { attributes: { banned: false }, changed: ['banned'], action: 'user.unbanned' }
    : { changed: [] }

/** The ids of one request, each once, in the order in which they came. */
export function bulkIds(ids: readonly string[]): string[] {
  if (ids.length === 0 || ids.length > bulkUsersMax)
    throw new Refusal('bulk_size_exceeded', { param: 'user_ids', max: bulkUsersMax })
  return [...new Set(ids)]
}

/** A banned user may do nothing that needs a session. */
export function refuseBanned(user: User): void {
  if (user.banned) throw new Refusal('user_banned')
}
