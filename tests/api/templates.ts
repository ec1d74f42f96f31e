import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import type { Answer, TestServer } from '#tests/running-server.ts'

let made = 0
export const templateName = () => `template_${++made}`

/** `POST /v1/jwt_templates`, which must succeed. */
export async function createTemplate(
  server: TestServer,
  body: Record<string, unknown> = {},
): Promise<Answer['body']> {
  const answer = await server.request('POST', '/jwt_templates', {
    body: { name: templateName(), claims: {}, ...body },
  })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

/** An RSA private key in PEM form. */
export const rsaPem = (bits = 2048, type: 'pkcs8' | 'pkcs1' = 'pkcs8'): string =>
  generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({ type, format: 'pem' }).toString()

export const hmacSecret = 'a secret that is shared with a database, 9f1c'
