import assert from 'node:assert/strict'
import { NotFoundError, ValidationError } from '#sdk/errors.ts'
import type { Bartleby } from '#sdk/index.ts'
import { type TokenError, verifyToken } from '#sdk/tokens/index.ts'
import { partsOf, refreshTokenFor } from '#tests/api/given-sessions.ts'
import { onServers } from '#tests/sdk/on-servers.ts'

const someone = ({ users }: Bartleby, name = 'ada') =>
  users.create({ emailAddress: [`${name}@example.com`], firstName: 'Ada' })

onServers('sessions begin, are listed, mint tokens that verify, and end', async (client, server) => {
  const { sessions, jwks } = client
  const user = await someone(client)
  const session = await sessions.create({ userId: user.id })
  assert.deepEqual([session.userId, session.status, session.actor], [user.id, 'active', null])
  assert.deepEqual(await sessions.get(session.id), session)

  const { jwt } = await sessions.createToken(session.id, { expiresInSeconds: 90 })
  const claims = await verifyToken(jwt, { apiUrl: server.url })
  assert.deepEqual([claims.sub, claims.sid, claims.exp - claims.iat], [user.id, session.id, 90])
  const { keys } = await jwks.get()
  assert.equal(partsOf(jwt).header.kid, keys[0]!.kid)
  assert.equal((await sessions.verify(session.id, { token: jwt })).id, session.id)

  const other = await sessions.create({ userId: (await someone(client, 'bea')).id })
  assert.equal((await sessions.revoke(other.id)).status, 'revoked')
  const ended = { code: 'resource_not_found', status: 404 }
  await assert.rejects(sessions.createToken(other.id), ended)
  const active = await sessions.list({ status: 'active' })
  assert.deepEqual([active.data.map(({ id }) => id), active.totalCount], [[session.id], 1])
})

onServers('lists answer a page and the total; iterate goes through all', async (client) => {
  const { sessions, clients, jwtTemplates } = client
  const { id: userId } = await someone(client)
  const ids: string[] = []
  for (let n = 0; n < 5; n++) ids.unshift((await sessions.create({ userId })).id)
  const idsOf = async (items: AsyncIterable<{ readonly id: string }>) => {
    const seen: string[] = []
    for await (const { id } of items) seen.push(id)
    return seen
  }

  const page = await sessions.list({ userId, limit: 2, offset: 1 })
  assert.deepEqual([page.data.map(({ id }) => id), page.totalCount], [ids.slice(1, 3), 5])
  assert.equal((await sessions.list({ userId: 'user_nobody' })).totalCount, 0)
  for (const limit of [1, 2, 5, 100, undefined])
    assert.deepEqual(await idsOf(sessions.iterate({ userId, limit })), ids)
  assert.deepEqual(await idsOf(sessions.iterate({ userId: 'user_nobody' })), [])
  await assert.rejects(sessions.iterate({ limit: 501 }).next(), RangeError)

  const browsers = await clients.list({ limit: 1 })
  assert.equal(browsers.totalCount, 5)
  assert.deepEqual(browsers.data[0]!.sessionIds, [ids[0]])
  assert.equal(browsers.data[0]!.sessions[0]!.userId, userId)
  assert.deepEqual(await clients.get(browsers.data[0]!.id), browsers.data[0])
  assert.equal((await idsOf(clients.iterate({ limit: 2 }))).length, 5)

  const names = ['one', 'two', 'three']
  for (const name of names) await jwtTemplates.create({ name, claims: { a: 1 } })
  const { data, totalCount } = await jwtTemplates.list({ limit: 2 })
  assert.deepEqual([data.map(({ name }) => name), totalCount], [['three', 'two'], 3])
  assert.equal((await idsOf(jwtTemplates.iterate({ limit: 1 }))).length, 3)
})

onServers('templates keep the keys of their claims, in both directions', async (client, server) => {
  const { sessions, jwtTemplates } = client
  const claims = { user_role: 'reader', innerKey: { deep_key: [{ aB: '{{user.first_name}}', a_b: 1 }] } }
  const created = await jwtTemplates.create({ name: 'reports', claims, lifetime: 300, allowedClockSkew: 7 })
  assert.deepEqual([created.claims, created.lifetime, created.allowedClockSkew], [claims, 300, 7])
  assert.deepEqual([created.customSigningKey, created.signingAlgorithm], [false, 'RS256'])
  assert.deepEqual(await jwtTemplates.get(created.id), created)

  const session = await sessions.create({ userId: (await someone(client)).id })
  const { jwt } = await sessions.createTokenFromTemplate(session.id, 'reports', { expiresInSeconds: 60 })
  const made = partsOf(jwt).claims
  assert.deepEqual([made.user_role, made.innerKey], ['reader', { deep_key: [{ aB: 'Ada', a_b: 1 }] }])
  await assert.rejects(
    verifyToken(jwt, { apiUrl: server.url }),
    ({ code }: TokenError) => code === 'token_class',
  )
  const changed = await jwtTemplates.update(created.id, { claims: { snake_case: 1, camelCase: 2 } })
  assert.deepEqual(changed.claims, { snake_case: 1, camelCase: 2 })
  assert.equal((await jwtTemplates.delete(created.id)).deleted, true)
  await assert.rejects(jwtTemplates.get(created.id), NotFoundError)
})

onServers('sign-in tokens and actor tokens are told once, and revoked', async (client) => {
  const { signInTokens, actorTokens, testingTokens } = client
  const { id: userId } = await someone(client)
  const made = await signInTokens.create({ userId, expiresInSeconds: 600 })
  assert.deepEqual([made.userId, made.status], [userId, 'pending'])
  assert.ok(made.token!.length > 20 && made.url!.includes(made.token!))
  const revoked = await signInTokens.revoke(made.id)
  assert.deepEqual([revoked.status, revoked.token], ['revoked', undefined])
  await assert.rejects(signInTokens.revoke(made.id), ValidationError)

  const actor = { sub: 'user_support', helpDesk: { ticket_number: 7, ticketNumber: 8 } }
  const acting = await actorTokens.create({ userId, actor, sessionMaxDurationInSeconds: 60 })
  assert.deepEqual(acting.actor, actor)
  assert.deepEqual((await actorTokens.revoke(acting.id)).actor, actor)

  const { token, expiresAt } = await testingTokens.create()
  assert.ok(token.length > 40 && expiresAt > Date.now() / 1000)
})

onServers(
  'a session is refreshed; the headers of the page go through as they are',
  async (client, server) => {
    const { id, clientId } = await client.sessions.create({ userId: (await someone(client)).id })
    const { jwt } = await client.sessions.createToken(id)
    const answer = await client.sessions.refresh(id, {
      expiredToken: jwt,
      refreshToken: refreshTokenFor(server, { id, client_id: clientId }),
      requestOrigin: 'https://app.example.com',
      requestHeaders: { 'User-Agent': ['Any'], acceptLanguage: ['en'] },
    })
    assert.ok('jwt' in answer)
    assert.equal((await verifyToken(answer.jwt, { apiUrl: server.url })).sid, id)
  },
  { settings: { allowed_origins: ['https://app.example.com'] } },
)

onServers('messages are read and waited for', async (client) => {
  const { emailAddresses, messages } = client
  const { id } = (await someone(client)).emailAddresses[0]!
  const waiting = messages.list({ to: 'ada@example.com', wait: '10s' })
  const { id: verificationId } = await emailAddresses.prepareVerification(id)
  const [message, ...others] = await waiting
  assert.deepEqual([message!.to, message!.kind, others], ['ada@example.com', 'verification_code', []])
  assert.ok(message!.createdAt > 0)
  const attempted = await emailAddresses.attemptVerification(id, { verificationId, code: message!.code! })
  assert.equal(attempted.status, 'verified')
  assert.deepEqual(await messages.list({ to: 'ada@example.com', after: message!.id }), [])
})
