import type { RateLimitRule, Settings } from '#server/settings/settings.ts'
import { presets } from './published-limits.ts'

interface Window {
  endsAt: number
  taken: number
}

/** More windows than this are swept of the ended ones, now and then, before a new one is opened. */
const windowsMax = 10_000
const sweepEveryMs = 1000

/** Whose budgets a request falls under, besides that of the instance. */
export interface Caller {
  /** The user that the path names. */
  readonly user?: string | undefined
  /** The organization that the path names. */
  readonly organization?: string | undefined
  /** The member of an organization that the path names. */
  readonly membership?: string | undefined
  /** The IP address, in the Frontend API. */
  readonly address?: string | undefined
}

/** What the path of a request names. */
export function callerOf(params: Readonly<Record<string, string>>): Caller {
  const { user_id: user, organization_id: organization } = params
  return { user, organization, membership: organization && user ? `${organization} ${user}` : undefined }
}

export interface RateLimits {
  /** Takes one request from every budget it falls under; otherwise answers the whole seconds to wait. */
  take(operationId: string, caller: Caller): number | undefined
}

/**
 * Fixed windows that begin with their first request, kept in memory: each process has budgets of its
 * own. A refused request takes nothing.
 */
export function createRateLimits(settings: Settings['rate_limits'], now: () => number): RateLimits {
  const rules: readonly RateLimitRule[] = [...presets[settings.preset], ...settings.rules]
  const windows = new Map<string, Window>()
  let sweptAt = Number.NEGATIVE_INFINITY

  const windowOf = (key: string, rule: RateLimitRule, at: number): Window => {
    const present = windows.get(key)
    // A window that ends further away than its length was opened before the clock was set back.
    if (present && present.endsAt > at && present.endsAt <= at + rule.seconds * 1000) return present
    if (windows.size >= windowsMax && Math.abs(at - sweptAt) >= sweepEveryMs) {
      sweptAt = at
      for (const [other, window] of windows) if (window.endsAt <= at) windows.delete(other)
    }
    const opened = { endsAt: at + rule.seconds * 1000, taken: 0 }
    windows.set(key, opened)
    return opened
  }

  return {
    take(operationId, caller) {
      const at = now()
      const touched = rules
        .map((rule, i) => ({
          rule,
          key: rule.per === 'instance' ? `${i}` : `${i} ${caller[rule.per] ?? ''}`,
        }))
        .filter(({ rule }) => rule.operations.includes(operationId))
        .map(({ rule, key }) => ({ rule, window: windowOf(key, rule, at) }))
      const full = touched.filter(({ rule, window }) => window.taken >= rule.limit)
      if (full.length > 0)
        return Math.ceil((Math.max(...full.map(({ window }) => window.endsAt)) - at) / 1000)
      for (const { window } of touched) window.taken += 1
      return undefined
    },
  }
}
