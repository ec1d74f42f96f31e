import type { Environment } from '#server/settings/config.ts'

/** Tells a client's SDK where the instance is; no secret. `host[:port]` as in the URL, then `$`, in base64. */
export const publishableKey = (environment: Environment, publicUrl: string): string =>
  `pk_${environment}_${Buffer.from(`${new URL(publicUrl).host}$`).toString('base64')}`
