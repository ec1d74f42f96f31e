import type { Static } from 'typebox'
import type { Client as WireClient } from '#contract/frontend/client.ts'
import type { Session as WireSession } from '#contract/frontend/session.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import { factorAges } from '#server/sessions/factor-ages.ts'
import { mintSessionToken } from '#server/sessions/mint-session-token.ts'
import type { Client, Session } from '#server/sessions/session.ts'
import { isLive, statusOf } from '#server/sessions/session-status.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'
import type { AnswerText } from '../route.ts'
import { membershipsOf, presentOwnUser } from './present-own-user.ts'
import { presentSignInOf } from './present-sign-in.ts'
import { presentSignUpOf } from './present-sign-up.ts'
import { publicUserData } from './public-user-data.ts'

/** A live session comes with a token, which spares its client a request. */
export async function presentSession(
  { session, user }: { session: Session; user: User },
  world: World,
  call: ClientCall,
): Promise<AnswerText<Static<typeof WireSession>>> {
  const now = world.now()
  const live = isLive(session, now) && !user.banned
  const { origin, apiVersion } = call
  const jwt = live ? await mintSessionToken(world, session, user, { azp: origin, apiVersion }) : undefined
  const head = {
    object: 'session',
    id: session.id,
    status: statusOf(session, now),
    expire_at: session.expire_at,
    abandon_at: session.abandon_at,
    last_active_at: session.last_active_at,
    last_active_organization_id: session.last_active_organization_id,
    tasks: null,
    factor_verification_age: factorAges(session, now),
    last_active_token: jwt === undefined ? null : { object: 'token', jwt },
    public_user_data: publicUserData(user, world),
    created_at: session.created_at,
    updated_at: session.updated_at,
  } as const satisfies Partial<Static<typeof WireSession>>
  const seen = await presentOwnUser(user, world, call)
  return `${JSON.stringify(head).slice(0, -1)},"actor":${session.actor ?? 'null'},"user":${seen}}`
}

/** The client with its live sessions. */
export async function presentClient(
  client: Client,
  world: World,
  call: ClientCall,
): Promise<AnswerText<WireClient>> {
  const now = world.now()
  const live = (await world.sessions.ofClient(client.id)).filter((session) => isLive(session, now))
  const users = await world.users.findAll([...new Set(live.map(({ user_id }) => user_id))])
  await membershipsOf(users, world, call)
  const sessions = await Promise.all(
    live.map((session) => {
      const user = users.find(({ id }) => id === session.user_id)
      return user && !user.banned ? presentSession({ session, user }, world, call) : undefined
    }),
  )
  const isThere = live.some(({ id }) => id === client.last_active_session_id)
  const tail = {
    last_active_session_id: isThere ? client.last_active_session_id : null,
    last_authentication_strategy: client.last_authentication_strategy,
    cookie_expires_at: null,
    captcha_bypass: true,
    created_at: client.created_at,
    updated_at: client.updated_at,
  } satisfies Partial<WireClient>
  const shown = sessions.filter((text) => text !== undefined).join(',')
  const head = `{"object":"client","id":${JSON.stringify(client.id)},"sessions":[${shown}]`
  const signIn = await presentSignInOf(world, client.sign_in_id)
  const signUp = await presentSignUpOf(world, client.sign_up_id)
  return `${head},"sign_in":${signIn},"sign_up":${signUp},${JSON.stringify(tail).slice(1)}`
}

/** What every change answers beside its outcome: the whole client, as it is afterwards. */
export const presentClientOf = (world: World, call: ClientCall): Promise<string> | string =>
  call.client ? presentClient(call.client, world, call) : 'null'

export const presentOptionalClient = (
  client: Client | undefined,
  world: World,
  call: ClientCall,
): Promise<AnswerText<WireClient | null>> | AnswerText<WireClient | null> =>
  client ? presentClient(client, world, call) : 'null'
