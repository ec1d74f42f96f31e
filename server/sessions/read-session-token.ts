import { compactVerify, createLocalJWKSet, errors } from 'jose'
import type { World } from '#server/world.ts'
import { tokenClass } from './sign-token.ts'

/** What a session token of this instance says. */
export interface SessionTokenClaims {
  readonly sid: string
  /** Seconds. */
  readonly exp: number
}

/** The claims of a token that this instance has signed for a session, however old; undefined for any other text. */
export async function readSessionToken(world: World, token: string): Promise<SessionTokenClaims | undefined> {
  const keys = (await world.signingKeys.published()).map((text) => JSON.parse(text))
  try {
    const { payload, protectedHeader } = await compactVerify(token, createLocalJWKSet({ keys }), {
      algorithms: ['RS256'],
    })
    if (protectedHeader.cat !== tokenClass.session) return undefined
    return JSON.parse(new TextDecoder().decode(payload))
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    throw error
  }
}

/** The same for a token that is still in force. */
export async function readLiveToken(world: World, token: string): Promise<SessionTokenClaims | undefined> {
  const claims = await readSessionToken(world, token)
  return claims && claims.exp * 1000 > world.now() ? claims : undefined
}
