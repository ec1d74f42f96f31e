import assert from 'node:assert/strict'
import { hash } from '@node-rs/bcrypt'
import { Secret, TOTP } from 'otpauth'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { address } from './given-users.ts'

export const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const stepMs = 30_000

/** What an app shows at that time, some steps off. */
export const codeAt = (now: number, stepsOff = 0, base32 = secret): string =>
  TOTP.generate({ secret: Secret.fromBase32(base32), timestamp: now + stepsOff * stepMs })

/** A code that is of none of the steps around. */
export function wrongCode(now: number, base32 = secret): string {
  const near = [-2, -1, 0, 1, 2, 3].map((off) => codeAt(now, off, base32))
  return ['000000', '111111', '222222', '333333', '444444', '555555', '666666'].find(
    (code) => !near.includes(code),
  )!
}

export const bcryptOf = (code: string, cost = 4): Promise<string> => hash(code, cost)

/** A user with an authenticator app, on a server whose clock stands still from now on: `now` is its time. */
export async function withTotp(server: TestServer, body: Record<string, unknown> = {}) {
  server.clock.freeze()
  const user = await server.create({ email_address: [address('factor')], totp_secret: secret, ...body })
  return { user, id: user.id as string, now: user.updated_at as number }
}

export const verify = (server: TestServer, id: string, code: unknown): Promise<Answer> =>
  server.request('POST', `/users/${id}/verify_totp`, { body: { code } })

export async function read(server: TestServer, id: string): Promise<Answer['body']> {
  const answer = await server.request('GET', `/users/${id}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

/** Rows of a user in one of the tables of secrets. */
export const rowsOf = async (server: TestServer, table: 'totps' | 'backup_codes', id: string) =>
  (await server.rows(table)).filter(({ user_id }) => user_id === id)

/** The factors of a user as answers tell them. */
export const factorsOf = ({ two_factor_enabled, totp_enabled, backup_code_enabled }: Answer['body']) => ({
  two_factor_enabled,
  totp_enabled,
  backup_code_enabled,
})

export const noFactors = { two_factor_enabled: false, totp_enabled: false, backup_code_enabled: false }
