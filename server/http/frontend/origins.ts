import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#server/refusal.ts'

const exposed = 'Authorization, Clerk-Trace-Id, Retry-After'
const methods = 'GET, POST, PUT, PATCH, DELETE'
const dayS = 86_400

export interface OriginPolicy {
  readonly publicUrl: string
  readonly allowed: readonly string[]
}

/** Lets the page read the answer, cookies included. */
function allowReading(reply: FastifyReply, origin: string): void {
  reply.headers({
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': exposed,
  })
}

/**
 * The origin of the page that asks. Calls of the Frontend API are simple requests: a browser sends them with
 * cookies from any page and asks nobody beforehand, so a stranger's page is refused before anything happens.
 * Without an Origin there must be no cookies either.
 */
export function admitOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  { publicUrl, allowed }: OriginPolicy,
): string | undefined {
  reply.header('vary', 'Origin')
  const { origin, cookie } = request.headers
  if (origin === undefined) {
    if (cookie === undefined) return undefined
    throw new Refusal('origin_invalid')
  }
  if (origin !== publicUrl && !allowed.includes(origin)) throw new Refusal('origin_invalid')
  allowReading(reply, origin)
  return origin
}

/** Answers a browser that asks beforehand, as it does for methods and headers that are not simple. */
export function answerPreflight(request: FastifyRequest, reply: FastifyReply, policy: OriginPolicy) {
  admitOrigin(request, reply, policy)
  return reply
    .code(204)
    .headers({
      'access-control-allow-methods': methods,
      'access-control-allow-headers': 'Authorization, Content-Type, Clerk-API-Version',
      'access-control-max-age': dayS,
    })
    .send()
}
