import { timingSafeEqual } from 'node:crypto'
import type { World } from '#server/world.ts'
import type { Session } from './session.ts'

type Held = Pick<Session, 'id' | 'client_id'>

const contextOf = ({ client_id }: Held) => `refresh_token:${client_id}`

/**
 * What an app's backend gets a new session token for, without the browser. Nothing is stored: it fits one session
 * of one client for as long as that session is live, and who asks must hold a secret key and a session token too.
 */
export const refreshTokenOf = ({ vault }: Pick<World, 'vault'>, session: Held): string =>
  `${session.id}.${vault.mac(session.id, contextOf(session))}`

export function isRefreshTokenOf(world: Pick<World, 'vault'>, session: Held, token: string): boolean {
  const expected = Buffer.from(refreshTokenOf(world, session))
  const given = Buffer.from(token)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
