import type { Static } from 'typebox'
import type { TestingToken } from '#contract/testing-tokens/create-testing-token.ts'
import type { World } from '#server/world.ts'

const lifetimeSeconds = 3600

/** The second of its making, and proof that this instance made it: nothing is stored. */
export async function createTestingToken(world: World): Promise<Static<typeof TestingToken>> {
  const at = Math.floor(world.now() / 1000)
  const token = `${at}-c_${world.vault.mac(String(at), 'testing_token')}`
  return { object: 'testing_token', token, expires_at: at + lifetimeSeconds }
}
