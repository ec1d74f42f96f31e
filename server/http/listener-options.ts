import type { Logger } from 'pino'
import type { RateLimits } from '#server/limits/rate-limits.ts'
import type { World } from '#server/world.ts'
import type { FindActor } from './authenticate.ts'

export interface ListenerOptions {
  readonly world: World
  readonly limits: RateLimits
  readonly findActor: FindActor
  /** Throws unless the database answers. */
  readonly ping: () => Promise<void>
  readonly trustedProxies: readonly string[]
  readonly logger: Logger
  readonly version: string
}
