import type { IncomingMessage } from 'node:http'
import { Refusal } from '#server/refusal.ts'

/** How a presented secret key is looked up: the id of the valid key, or undefined. */
export type FindActor = (presented: string) => Promise<string | undefined>

/**
 * The actor behind a request: the key in its one Authorization header, and nothing else the request
 * says. Two headers could mean one thing to a proxy and another here, so they are refused.
 */
export async function authenticate(request: IncomingMessage, find: FindActor): Promise<string> {
  const headers = request.rawHeaders.filter(
    (text, i) => i % 2 === 0 && text.toLowerCase() === 'authorization',
  )
  if (headers.length === 0) throw new Refusal('authentication_invalid')
  const [, key] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
  if (headers.length > 1 || !key) throw new Refusal('authorization_header_format_invalid')
  const id = await find(key)
  if (id === undefined) throw new Refusal('clerk_key_invalid')
  return `key:${id}`
}
