import type { Example } from './example.ts'
import { ada, changedAt } from './users.ts'

const id = 'sess_3AWU0pEo2SxgqD2v5mUNBl0ZQ7b'
const clientId = 'client_3AWU0kq7cVJr1m8gE2sHtYxDn4w'
const support = 'user_3AULsNSw4jvx5K3sSRlndWgGzpc'

const session = {
  object: 'session',
  id,
  user_id: ada,
  client_id: clientId,
  actor: null,
  status: 'active',
  last_active_organization_id: null,
  last_active_at: changedAt,
  latest_activity: {
    object: 'session_activity',
    id: 'sess_activity_3AWU0nZc5dLw9kq2vRyXbTgHs1e',
    device_type: 'Macintosh',
    is_mobile: false,
    browser_name: 'Firefox',
    browser_version: '147.0',
    ip_address: '203.0.113.7',
  },
  expire_at: changedAt + 604_800_000,
  abandon_at: changedAt + 2_592_000_000,
  created_at: changedAt,
  updated_at: changedAt,
  tasks: null,
}

const jwt = 'eyJhbGciOiJSUzI1NiIsImNhdCI6…'

const ticketTimes = { created_at: changedAt, updated_at: changedAt }
const ticket = (object: string, id: string, token: string) => ({
  object,
  id,
  status: 'pending',
  user_id: ada,
  token,
  url: `http://127.0.0.1:4747/v1/tickets/accept?ticket=${token}`,
  ...ticketTimes,
})

const signInTokenId = 'sit_3AWU2bYtPf6hXo0cJk9mLr4sGqD'
const actorTokenId = 'act_3AWU2hQe8nVz1sDw5yTxKc7bMfR'

const client = {
  object: 'client',
  id: clientId,
  session_ids: [id],
  sessions: [session],
  sign_in_id: null,
  sign_up_id: null,
  last_active_session_id: id,
  last_authentication_strategy: 'password',
  ...ticketTimes,
}

export const sessionExamples: Record<string, Example> = {
  GetSessionList: {
    query: { user_id: ada, status: 'active', paginated: true },
    result: { data: [session], total_count: 1 },
    client: `const { data } = await clerk.sessions.getSessionList({ userId: '${ada}', status: 'active' })`,
  },
  createSession: {
    body: { user_id: ada },
    result: { ...session, latest_activity: null },
    client: `const session = await clerk.sessions.createSession({ userId: '${ada}' })`,
  },
  GetSession: {
    params: { session_id: id },
    result: session,
    client: `const session = await clerk.sessions.getSession('${id}')`,
  },
  RevokeSession: {
    params: { session_id: id },
    result: { ...session, status: 'revoked', updated_at: changedAt + 61_300 },
    client: `const session = await clerk.sessions.revokeSession('${id}')`,
  },
  RefreshSession: {
    params: { session_id: id },
    body: { expired_token: jwt, refresh_token: `${id}.mT4…`, request_origin: 'https://app.example.com' },
    result: { object: 'token', jwt },
    client: `
const { jwt } = await clerk.sessions.refreshSession('${id}', {
  expired_token: '${jwt}',
  refresh_token: '${id}.mT4…',
  request_origin: 'https://app.example.com',
})`,
  },
  VerifySession: {
    params: { session_id: id },
    body: { token: jwt },
    result: session,
    client: `const session = await clerk.sessions.verifySession('${id}', '${jwt}')`,
  },
  GetClientList: {
    query: { limit: 1, paginated: true },
    result: { data: [client], total_count: 204 },
    client: 'const { data } = await clerk.clients.getClientList({ limit: 1 })',
  },
  VerifyClient: {
    body: { token: jwt },
    result: client,
    client: `const client = await clerk.clients.verifyClient('${jwt}')`,
  },
  GetClient: {
    params: { client_id: clientId },
    result: client,
    client: `const client = await clerk.clients.getClient('${clientId}')`,
  },
  CreateSignInToken: {
    body: { user_id: ada, expires_in_seconds: 3600 },
    result: ticket('sign_in_token', signInTokenId, 'kq1…'),
    client: `
const token = await clerk.signInTokens.createSignInToken({
  userId: '${ada}',
  expiresInSeconds: 3600,
})`,
  },
  RevokeSignInToken: {
    params: { sign_in_token_id: signInTokenId },
    result: { object: 'sign_in_token', id: signInTokenId, status: 'revoked', user_id: ada, ...ticketTimes },
    client: `const token = await clerk.signInTokens.revokeSignInToken('${signInTokenId}')`,
  },
  CreateActorToken: {
    body: { user_id: ada, actor: { sub: support } },
    result: { ...ticket('actor_token', actorTokenId, 'v7D…'), actor: { sub: support } },
    client: `
const token = await clerk.actorTokens.create({
  userId: '${ada}',
  actor: { sub: '${support}' },
})`,
  },
  RevokeActorToken: {
    params: { actor_token_id: actorTokenId },
    result: {
      object: 'actor_token',
      id: actorTokenId,
      status: 'revoked',
      user_id: ada,
      ...ticketTimes,
      actor: { sub: support },
    },
    client: `const token = await clerk.actorTokens.revoke('${actorTokenId}')`,
  },
}
