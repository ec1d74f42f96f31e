import type { Example } from './example.ts'
import { changedAt } from './users.ts'

const session = 'sess_3AWU0pEo2SxgqD2v5mUNBl0ZQ7b'
const template = 'jtmp_3AWU1kd8VtJmX3cR0sYwLqH2eTf'
const claims = { role: 'authenticated', plan: '{{user.public_metadata.plan}}' }

const jwtTemplate = {
  object: 'jwt_template',
  id: template,
  name: 'reports',
  claims,
  lifetime: 300,
  allowed_clock_skew: 5,
  custom_signing_key: false,
  signing_algorithm: 'RS256',
  created_at: changedAt,
  updated_at: changedAt,
}

const token = { object: 'token', jwt: 'eyJhbGciOiJSUzI1NiIsImNhdCI6…' }

export const tokenExamples: Record<string, Example> = {
  CreateSessionToken: {
    params: { session_id: session },
    body: { expires_in_seconds: 300 },
    result: token,
    client: `const token = await clerk.sessions.getToken('${session}', '', 300)`,
  },
  CreateSessionTokenFromTemplate: {
    params: { session_id: session, template_name: 'reports' },
    body: { expires_in_seconds: 600 },
    result: token,
    client: `const token = await clerk.sessions.getToken('${session}', 'reports', 600)`,
  },
  ListJWTTemplates: {
    query: { paginated: true },
    result: { data: [jwtTemplate], total_count: 1 },
    client: 'const { data } = await clerk.jwtTemplates.list()',
  },
  CreateJWTTemplate: {
    body: { name: 'reports', claims, lifetime: 300 },
    result: jwtTemplate,
    client: `
const template = await clerk.jwtTemplates.create({
  name: 'reports',
  claims: { role: 'authenticated', plan: '{{user.public_metadata.plan}}' },
  lifetime: 300,
})`,
  },
  GetJWTTemplate: {
    params: { template_id: template },
    result: jwtTemplate,
    client: `const template = await clerk.jwtTemplates.get('${template}')`,
  },
  UpdateJWTTemplate: {
    params: { template_id: template },
    body: { lifetime: 600 },
    result: { ...jwtTemplate, lifetime: 600, updated_at: changedAt + 61_300 },
    client: null,
  },
  DeleteJWTTemplate: {
    params: { template_id: template },
    result: { object: 'jwt_template', id: template, deleted: true },
    client: `await clerk.jwtTemplates.delete('${template}')`,
  },
  GetJWKS: {
    result: {
      keys: [
        {
          use: 'sig',
          kty: 'RSA',
          kid: 'ins_3AWTzqS8f1mYkB0cUe4xWvRj2Nd',
          alg: 'RS256',
          n: 'vYQ1dWl3…',
          e: 'AQAB',
        },
      ],
    },
    client: 'const { keys } = await clerk.jwks.getJwks()',
  },
  CreateTestingToken: {
    result: {
      object: 'testing_token',
      token: '1772442920-c_Zr0wq1m2x8L4f7cXbK3eJt6uYh9sVn5oGdPaRiQlTkE',
      expires_at: 1_772_446_520,
    },
    client: 'const { token } = await clerk.testingTokens.createTestingToken()',
  },
}
