import type { FastifyInstance } from 'fastify'
import { keySetCachedForSeconds } from '#server/sessions/signing-keys.ts'
import type { ListenerOptions } from './listener-options.ts'
import { presentKeySet } from './present-token.ts'
import { sendJson } from './send-json.ts'

/** The public keys for whoever checks a token, on any page and without a key. */
export function addKeySet(app: FastifyInstance, { world }: ListenerOptions): void {
  app.get('/.well-known/jwks.json', async (_request, reply) => {
    const text = presentKeySet(await world.signingKeys.published())
    reply.headers({
      'access-control-allow-origin': '*',
      'cache-control': `public, max-age=${keySetCachedForSeconds}`,
    })
    return sendJson(reply, text)
  })
}
