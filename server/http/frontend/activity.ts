import Bowser from 'bowser'
import type { FastifyRequest } from 'fastify'
import { newId } from '#server/ids.ts'
import type { SessionActivity } from '#server/sessions/session.ts'

/** Longer ones are cut: no browser's is. */
const userAgentMax = 512

/** What the request tells of the device; where it is, is not looked up. */
export function activityOf(request: FastifyRequest, now: number): SessionActivity {
  const userAgent = (request.headers['user-agent'] ?? '').slice(0, userAgentMax)
  const known = userAgent ? Bowser.parse(userAgent) : undefined
  const type = known?.platform.type
  return {
    id: newId('act', now).replace(/^act/, 'sess_activity'),
    device_type: known?.os.name ?? null,
    is_mobile: type === 'mobile' || type === 'tablet',
    browser_name: known?.browser.name ?? null,
    browser_version: known?.browser.version ?? null,
    ip_address: request.ip,
    city: null,
    country: null,
  }
}
