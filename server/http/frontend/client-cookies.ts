import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { publishableKey } from '#server/keys/publishable-key.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
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

/** When somebody last signed in or out, for the SDKs of servers: readable by pages, worth nothing to thieves. */
function changeCookies(world: World, changedAtMs: number): string[] {
  const key = publishableKey(world.environment, world.publicUrl)
  const suffix = createHash('sha1').update(key).digest('base64url').slice(0, 8)
  const domain = sharedDomain(world.publicUrl, world.settings.allowed_origins)
  const rest = `Path=/; Max-Age=${yearS}${domain && `; Domain=${domain}`}${secureOf(world)}; SameSite=Lax`
  const seconds = Math.floor(changedAtMs / 1000)
  return ['__client_uat', `__client_uat_${suffix}`].map((name) => `${name}=${seconds}; ${rest}`)
}

/** The cookie of the client comes last: a widely used proxy keeps the last one alone. */
export function sendCookies(reply: FastifyReply, world: World, { token, changedAt }: ClientCall): void {
  const cookies = changedAt === undefined ? [] : changeCookies(world, changedAt)
  if (token !== undefined)
    cookies.push(
      `${cookieName}=${token}; Path=/; Max-Age=${token === '' ? 0 : maxAgeS}; HttpOnly${secureOf(world)}; SameSite=${sameSite(world)}`,
    )
  if (cookies.length > 0) reply.header('set-cookie', cookies)
}
