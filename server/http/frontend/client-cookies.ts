import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { publishableKey } from '#server/keys/publishable-key.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { refreshTokenOf } from '#server/sessions/refresh-token.ts'
import type { World } from '#server/world.ts'

export const cookieName = '__client'
/** What browsers keep at most. */
const maxAgeS = 400 * 86_400
const yearS = 365 * 86_400

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : '')

/** Pages of other hosts get the cookie back only when it says that they may; browsers then insist on https. */
function sameSite({ publicUrl, settings }: World): 'Lax' | 'None' {
  const isElsewhere = (origin: string) => hostOf(origin) !== hostOf(publicUrl)
  return publicUrl.startsWith('https:') && settings.allowed_origins.some(isElsewhere) ? 'None' : 'Lax'
}

/** The domain that this server has in common with every page that may call it; empty for a host alone. */
export function sharedDomain(publicUrl: string, origins: readonly string[]): string {
  const hosts = [publicUrl, ...origins].map(hostOf)
  if (hosts.every((host) => host === hosts[0]) || hosts.some((host) => /^[\d.]+$|:/.test(host))) return ''
  const labels = hosts.map((host) => host.split('.').toReversed())
  const common: string[] = []
  for (const label of labels[0]!) {
    if (!labels.every((other) => other[common.length] === label)) break
    common.push(label)
  }
  return common.length < 2 ? '' : common.toReversed().join('.')
}

const secureOf = ({ publicUrl }: World) => (publicUrl.startsWith('https:') ? '; Secure' : '')

/** Of an app that knows several instances, this one's cookies end so. */
function suffixOf(world: World): string {
  const key = publishableKey(world.environment, world.publicUrl)
  return createHash('sha1').update(key).digest('base64url').slice(0, 8)
}

/**
 * For the SDKs of servers: when somebody last signed in or out, readable by pages and worth nothing to thieves, and
 * what the session is refreshed with.
 */
function changeCookies(world: World, { client, changedAt }: ClientCall): string[] {
  const suffix = suffixOf(world)
  const shared = sharedDomain(world.publicUrl, world.settings.allowed_origins)
  const domain = shared && `; Domain=${shared}`
  const rest = `Path=/; Max-Age=${yearS}${domain}${secureOf(world)}; SameSite=Lax`
  const seconds = Math.floor(changedAt! / 1000)
  const id = changedAt === 0 ? undefined : client?.last_active_session_id
  const token = id ? refreshTokenOf(world, { id, client_id: client!.id }) : ''
  return [
    `__client_uat=${seconds}; ${rest}`,
    `__client_uat_${suffix}=${seconds}; ${rest}`,
    `__refresh_${suffix}=${token}; Path=/; Max-Age=${token === '' ? 0 : yearS}${domain}; HttpOnly${secureOf(world)}; SameSite=Lax`,
  ]
}

/** What an app hands to the browser on its own host: pages read and renew it, so that it is not HttpOnly. */
export function sessionCookies(world: World, jwt: string, origin: string): string[] {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return ['__session', `__session_${suffixOf(world)}`].map(
    (name) => `${name}=${jwt}; Path=/; Max-Age=${yearS}${secure}; SameSite=Lax`,
  )
}

/** The cookie of the client comes last: a widely used proxy keeps the last one alone. */
export function sendCookies(reply: FastifyReply, world: World, call: ClientCall): void {
  const { token, changedAt } = call
  const cookies = changedAt === undefined ? [] : changeCookies(world, call)
  if (token !== undefined)
    cookies.push(
      `${cookieName}=${token}; Path=/; Max-Age=${token === '' ? 0 : maxAgeS}; HttpOnly${secureOf(world)}; SameSite=${sameSite(world)}`,
    )
  if (cookies.length > 0) reply.header('set-cookie', cookies)
}
