import { Refusal } from '#server/refusal.ts'
import { parseRfc3339 } from '#server/users/rfc3339.ts'

interface Given {
  readonly created_at?: string | null
  readonly role_set_key?: string | null
}

/** When it was made, if a time is given; that lies never ahead. */
export function readCreation({ created_at }: Given, now: number): number | undefined {
  if (created_at === undefined || created_at === null) return undefined
  const time = parseRfc3339(created_at)
  if (time === undefined) throw new Refusal('form_param_invalid_time', { param: 'created_at' })
  if (time > now) throw new Refusal('form_disallow_future_date', { param: 'created_at' })
  return time
}

/** There is one set, which holds every role. Taking a key in silence would promise another one. */
export function refuseRoleSet({ role_set_key }: Given): void {
  if (role_set_key !== undefined && role_set_key !== null)
    throw new Refusal('feature_not_enabled', { feature: 'role sets' })
}
