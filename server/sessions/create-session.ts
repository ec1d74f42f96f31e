import type { Input } from '#contract/operation.ts'
import type { createSession as contract } from '#contract/sessions/create-session.ts'
import { newId } from '#server/ids.ts'
import { Refusal } from '#server/refusal.ts'
import { getUser } from '#server/users/get-user.ts'
import type { Call, World } from '#server/world.ts'
import { hashToken, newToken } from './client-call.ts'
import { firstOrganization } from './first-organization.ts'
import type { Session } from './session.ts'
import { startSession } from './start-session.ts'

/** Nobody ever learns the token of the client, so that no browser can take part in what a test does. */
async function newClient(world: World): Promise<string> {
  const at = world.now()
  const id = newId('client', at)
  await world.clients.insert({
    id,
    token_hash: hashToken(newToken()),
    last_active_session_id: null,
    sign_in_id: null,
    sign_up_id: null,
    last_authentication_strategy: null,
    created_at: at,
    updated_at: at,
  })
  return id
}

export async function createSession(
  world: World,
  input: Input<typeof contract>,
  call: Call,
): Promise<Session> {
  if (world.environment !== 'test') throw new Refusal('request_invalid_for_environment')
  const { id: userId } = await getUser(world, input)
  const { active_organization_id: named } = input
  const organizationId = await firstOrganization(world, userId, 'active_organization_id', named)
  const clientId = await newClient(world)
  const proof = { firstFactorAt: world.now(), secondFactorAt: null }
  const { session } = await startSession(world, call, { userId, clientId, organizationId, ...proof })
  return session
}
