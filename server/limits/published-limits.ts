import type { RateLimitRule } from '#server/settings/settings.ts'

/** Creating users only: what the published description of that operation states. */
const createOnly: readonly RateLimitRule[] = [
  { operations: ['CreateUser'], limit: 20, seconds: 10, per: 'instance' },
]

/** The figures published for the hosted service, of the operations that exist here. */
const published: readonly RateLimitRule[] = [
  ...createOnly,
  { operations: ['UpdateUser'], limit: 10, seconds: 10, per: 'user' },
  { operations: ['UpdateUserMetadata'], limit: 10, seconds: 10, per: 'user' },
  { operations: ['ReplaceUserMetadata'], limit: 10, seconds: 10, per: 'user' },
]

export const presets = { default: createOnly, published, none: [] } as const
