import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

export type Api = 'backend' | 'frontend'

const secretKey = /^Bearer +sk_(?:test|live)_/i
const clientCookie = /(?:^|;)\s*__client=/
const frontendParameters = ['_clerk_session_id', '_clerk_js_version', '_is_native']

/**
 * The API that a request means by an address that both have, told by what its callers send: servers a secret key,
 * pages an Origin or a client's cookie, apps their parameters. A wrong guess opens nothing, since each API
 * authenticates by its own proof and never by this: whoever is taken for the other one is refused.
 */
export function whichApi({ headers, url = '' }: IncomingMessage): Api {
  if (secretKey.test(headers.authorization ?? '')) return 'backend'
  if (headers.origin !== undefined || clientCookie.test(headers.cookie ?? '')) return 'frontend'
  const start = url.indexOf('?')
  const query = start < 0 ? undefined : new URLSearchParams(url.slice(start))
  return query && frontendParameters.some((name) => query.has(name)) ? 'frontend' : 'backend'
}

/** Addresses that both APIs have, below `/v1`. */
const inBoth = /^\/organizations(?:\/|$)/

/** What a route of one API is found by beside its address: nothing, where the other API has no such address. */
export const constraintsOf = (path: string, api: Api): { api?: Api } => (inBoth.test(path) ? { api } : {})

/**
 * Lets one address lead to two routes. The router asks, so that the Frontend API needs no address of its own that
 * callers could name, and spellings of the path do not matter.
 */
export const apiStrategy: Parameters<FastifyInstance['addConstraintStrategy']>[0] = {
  name: 'api',
  storage: () => {
    const handlers = new Map()
    return {
      get: (api) => handlers.get(api) ?? null,
      set: (api, handler) => void handlers.set(api, handler),
    }
  },
  deriveConstraint: whichApi,
}
