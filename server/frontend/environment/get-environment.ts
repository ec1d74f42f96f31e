import type { World } from '#server/world.ts'

/** Which of the two environments this server is; all else stands in the settings. */
export const getEnvironment = (world: World): 'test' | 'live' => world.environment
