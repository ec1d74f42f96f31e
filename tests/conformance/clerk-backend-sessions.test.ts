import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import { type ClientScene, clientOf, clientRule, type Params, refusalOf } from './clients.ts'

interface ClientSession {
  id: string
  clientId: string
  userId: string
  status: string
  expireAt: number
}

interface ClientTicket {
  id: string
  userId: string
  token: string
  status: string
}

/** What all four versions have, but for those with a question mark. */
interface SessionApi {
  sessions: {
    getSessionList(params: Params): Promise<{ data: ClientSession[]; totalCount: number }>
    getSession(id: string): Promise<ClientSession>
    revokeSession(id: string): Promise<ClientSession>
    createSession?(params: Params): Promise<ClientSession>
  }
  clients: { getClient(id: string): Promise<{ id: string; sessionIds: string[]; sessions: ClientSession[] }> }
  signInTokens: {
    createSignInToken(params: Params): Promise<ClientTicket>
    revokeSignInToken(id: string): Promise<ClientTicket>
  }
  actorTokens?: {
    create(params: Params): Promise<ClientTicket & { actor: { sub: string } }>
    revoke(id: string): Promise<ClientTicket>
  }
}

const apiOf = ({ clerk, server }: ClientScene) => clientOf(clerk, server) as unknown as SessionApi

const someone = ({ server }: ClientScene) => server.create({ email_address: [address('client.session')] })

clientRule('SLS-1 SCR-1 SGT-1 RVS-1 CLN-1', 'lists, reads and revokes sessions', async (scene) => {
  const { sessions, clients } = apiOf(scene)
  const { id: userId } = await someone(scene)
  const begun = await scene.server.request('POST', '/sessions', { body: { user_id: userId } })
  const { data, totalCount } = await sessions.getSessionList({ userId, status: 'active' })
  assert.equal(totalCount, 1)
  assert.deepEqual(
    data.map(({ id }) => id),
    [begun.body.id],
  )
  const one = await sessions.getSession(begun.body.id)
  assert.deepEqual([one.userId, one.status, one.expireAt], [userId, 'active', begun.body.expire_at])
  const client = await clients.getClient(one.clientId)
  assert.deepEqual(client.sessionIds, [one.id])
  assert.equal((await sessions.revokeSession(one.id)).status, 'revoked')
  if (sessions.createSession) assert.equal((await sessions.createSession({ userId })).status, 'active')
  const unknown = await refusalOf(sessions.getSession('sess_nobody'))
  assert.deepEqual([unknown.status, unknown.errors[0]!.code], [404, 'resource_not_found'])
})

clientRule('SIT-1 SIR-1 ACT-1 ACR-1', 'makes and revokes tokens to sign in with', async (scene) => {
  const { signInTokens, actorTokens } = apiOf(scene)
  const { id: userId } = await someone(scene)
  const made = await signInTokens.createSignInToken({ userId, expiresInSeconds: 60 })
  assert.ok(made.token.length >= 43)
  assert.deepEqual([made.userId, made.status], [userId, 'pending'])
  assert.equal((await signInTokens.revokeSignInToken(made.id)).status, 'revoked')
  const again = await refusalOf(signInTokens.revokeSignInToken(made.id))
  assert.equal(again.errors[0]!.code, 'sign_in_token_cannot_be_revoked_code')
  if (!actorTokens) return
  const actor = await actorTokens.create({
    userId,
    actor: { sub: 'user_support' },
    expiresInSeconds: 60,
    sessionMaxDurationInSeconds: 60,
  })
  assert.equal(actor.actor.sub, 'user_support')
  assert.equal((await actorTokens.revoke(actor.id)).status, 'revoked')
})
