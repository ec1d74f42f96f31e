import type { World } from '#server/world.ts'

/** The public keys of the instance, as JSON texts. */
export const getJWKS = (world: World): Promise<readonly string[]> => world.signingKeys.published()
