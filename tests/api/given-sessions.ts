import { createVault } from '#server/credentials/vault.ts'
import { newId } from '#server/ids.ts'
import { refreshTokenOf } from '#server/sessions/refresh-token.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { behind } from './behind-the-server.ts'

const literal = (value: unknown) =>
  value === null || typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`

export const dayMs = 86_400_000

/** A session as a sign-in would leave it, less what is given. */
export async function givenSession(
  server: TestServer,
  userId: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const now = Date.now()
  const row: Record<string, unknown> = {
    id: newId('sess', now),
    client_id: newId('client', now),
    user_id: userId,
    status: 'active',
    first_factor_at: now,
    second_factor_at: null,
    last_active_at: now,
    expire_at: now + 7 * dayMs,
    abandon_at: now + 30 * dayMs,
    created_at: now,
    updated_at: now,
    ...more,
  }
  const values = Object.values(row).map(literal).join(', ')
  await behind(server, `insert into sessions (${Object.keys(row).join(', ')}) values (${values})`)
  return String(row.id)
}

/** Header and claims of a JWT, unchecked. */
export function partsOf(jwt: string): { header: Answer['body']; claims: Answer['body']; text: string } {
  const [header, claims] = jwt.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'))
  return { header: JSON.parse(header!), claims: JSON.parse(claims!), text: claims! }
}

/** The token of a session, which must be given. */
export async function tokenOf(server: TestServer, sessionId: string, body: object = {}): Promise<string> {
  const answer = await server.request('POST', `/sessions/${sessionId}/tokens`, { body })
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.body.jwt
}

/** The token that signing in would have handed to the browser of the session. */
export const refreshTokenFor = (
  { database }: TestServer,
  { id, client_id }: { id: string; client_id: string },
): string => refreshTokenOf({ vault: createVault(database.encryptionKey) }, { id, client_id })
