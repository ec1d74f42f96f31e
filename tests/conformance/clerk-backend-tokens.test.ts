import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { givenSession, partsOf } from '#tests/api/given-sessions.ts'
import { address } from '#tests/api/given-users.ts'
import { createTemplate, templateName } from '#tests/api/templates.ts'
import { rule } from '#tests/rules.ts'
import { startServer, type TestServer } from '#tests/running-server.ts'
import { type ClientScene, clientOf, clientRule, refusalOf } from './clients.ts'

// Loaded behind `clients.ts`, which looks into what its `fetch` brings.
const { verifyToken } = await import('@clerk/backend')

interface Template {
  id: string
  name: string
  lifetime: number
  allowedClockSkew: number
  customSigningKey: boolean
  signingAlgorithm: string
}

/** What the newer versions have; the sessions all of them. */
interface TokenApi {
  sessions: { getToken(id: string, template?: string, seconds?: number): Promise<{ jwt: string }> }
  testingTokens: { createTestingToken(): Promise<{ token: string; expires_at: number }> }
  jwks?: { getJwks(): Promise<{ keys: { kid: string }[] }> }
  jwtTemplates?: {
    list(params?: object): Promise<{ data: Template[]; totalCount: number }>
    get(id: string): Promise<Template>
    create(params: object): Promise<Template>
    update(params: {
      templateId: string
      name?: string
      lifetime?: number
      claims?: object
    }): Promise<Template>
    delete(id: string): Promise<{ id: string | null }>
  }
}

const apiOf = ({ clerk, server }: ClientScene) => clientOf(clerk, server) as unknown as TokenApi

async function signedIn(server: TestServer) {
  const user = await server.create({ email_address: [address('client.token')] })
  return { user, session: await givenSession(server, user.id) }
}

async function pemOf(server: TestServer): Promise<string> {
  const { body } = await server.request('GET', '/jwks')
  const key = createPublicKey({ key: body.keys[0], format: 'jwk' })
  return key.export({ type: 'spki', format: 'pem' }).toString()
}

clientRule('JWT-1 JWT-2 TPL-1 JWK-8', 'gets tokens of sessions and for tests', async (scene) => {
  const { user, session } = await signedIn(scene.server)
  const { name } = await createTemplate(scene.server, { claims: { role: '{{user.id}}' } })
  const api = apiOf(scene)
  const { claims } = partsOf((await api.sessions.getToken(session)).jwt)
  assert.equal(claims.sub, user.id)
  assert.equal(claims.v, scene.clerk.apiVersion >= '2025-04-10' ? 2 : undefined)
  const template = partsOf((await api.sessions.getToken(session, name)).jwt)
  assert.deepEqual([template.claims.role, template.claims.sid], [user.id, undefined])
  const unknown = await refusalOf(api.sessions.getToken('sess_nobody'))
  assert.deepEqual([unknown.status, unknown.errors[0]!.code], [404, 'resource_not_found'])
  const { token, expires_at } = await api.testingTokens.createTestingToken()
  assert.ok(token.length > 40 && expires_at > Date.now() / 1000)
})

clientRule('JWK-1 TPL-7 TPL-8 TPL-13 TPL-14 TPL-16', 'keeps templates and reads the keys', async (scene) => {
  const { jwks, jwtTemplates, testingTokens } = apiOf(scene)
  const { keys } = (await scene.server.request('GET', '/jwks')).body
  if (jwks) assert.deepEqual((await jwks.getJwks()).keys[0]!.kid, keys[0].kid)
  if (!jwtTemplates) return void (await testingTokens.createTestingToken())
  const created = await jwtTemplates.create({ name: templateName(), claims: { first_part: { aB: 1 } } })
  assert.deepEqual(
    [created.lifetime, created.allowedClockSkew, created.customSigningKey, created.signingAlgorithm],
    [60, 5, false, 'RS256'],
  )
  const stored = (await scene.server.request('GET', `/jwt_templates/${created.id}`)).body
  assert.deepEqual(stored.claims, { first_part: { aB: 1 } })
  assert.equal((await jwtTemplates.get(created.id)).name, created.name)
  const { data, totalCount } = await jwtTemplates.list({ limit: 1 })
  assert.deepEqual([data.map(({ id }) => id), totalCount >= 1], [[created.id], true])
  const changed = { templateId: created.id, name: created.name, claims: { a: 1 }, lifetime: 90 }
  assert.equal((await jwtTemplates.update(changed)).lifetime, 90)
  assert.equal((await jwtTemplates.delete(created.id)).id, created.id)
  assert.equal((await refusalOf(jwtTemplates.get(created.id))).status, 404)
})

rule(
  'JWT-6',
  'verifyToken of the client takes the token, with fetched keys and with a PEM',
  async (server) => {
    const { user, session } = await signedIn(server)
    const jwt = (await server.request('POST', `/sessions/${session}/tokens`, { body: {} })).body.jwt
    const jwtKey = await pemOf(server)
    const { secretKey, url: apiUrl } = server
    for (const options of [{ secretKey, apiUrl }, { jwtKey }]) {
      const claims = await verifyToken(jwt, options)
      assert.deepEqual([claims.sub, claims.sid], [user.id, session])
    }
    const [header, , signature] = jwt.split('.')
    const forged = Buffer.from(JSON.stringify({ ...partsOf(jwt).claims, sub: 'user_other' })).toString(
      'base64url',
    )
    for (const options of [{ secretKey, apiUrl }, { jwtKey }]) {
      await assert.rejects(verifyToken([header, forged, signature].join('.'), options), /signature/i)
      await assert.rejects(
        verifyToken(jwt, { ...options, authorizedParties: ['https://app.example'] }),
        /azp/,
      )
    }
    const stranger = await startServer('sqlite')
    try {
      await assert.rejects(verifyToken(jwt, { jwtKey: await pemOf(stranger) }), /signature/i)
      await assert.rejects(verifyToken(jwt, { secretKey: stranger.secretKey, apiUrl: stranger.url }), /kid/i)
    } finally {
      await stranger.stop()
    }
  },
)

rule('JWT-6', 'verifyToken of the client refuses a token after its end', async (server) => {
  const { session } = await signedIn(server)
  const jwtKey = await pemOf(server)
  server.clock.advance(-120_000)
  const { body } = await server.request('POST', `/sessions/${session}/tokens`, { body: {} })
  server.clock.advance(120_000)
  await assert.rejects(verifyToken(body.jwt, { jwtKey }), /expired/i)
})
