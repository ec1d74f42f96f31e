import type { FastifyRequest } from 'fastify'
import { Refusal } from '#server/refusal.ts'
import type { RawQuery } from '../read-query.ts'
import { cookieName } from './client-cookies.ts'

/** Apps have no cookies: they hold the token themselves and say so. */
export const isNative = (query: RawQuery): boolean =>
  ['1', 'true'].includes(query.get('_is_native')?.[0] ?? '')

const valuesOf = (header: string | undefined): string[] =>
  (header ?? '').split(';').flatMap((pair) => {
    const [name, ...value] = pair.split('=')
    return name!.trim() === cookieName ? [value.join('=').trim()] : []
  })

/** The token that the client proves itself with: of an app in the Authorization header, of a browser in a cookie. */
export function readToken(request: FastifyRequest, query: RawQuery): string | undefined {
  if (isNative(query)) return request.headers.authorization?.replace(/^Bearer +/i, '') || undefined
  const found = valuesOf(request.headers.cookie)
  // Two of one name come from two hosts or paths: a stranger's among them cannot be told apart.
  if (found.length > 1) throw new Refusal('malformed_request_parameters')
  return found[0] || undefined
}
