import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { codeAt, secret } from '#tests/api/second-factors.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { type Form, type Visitor, visitor } from './visitor.ts'

/** The code of every `+clerk_test` address in the test environment. */
export const mailedCode = '424242'
export const rightPassword = 'correct horse 7'
export const backupCode = 'backup-code-1'

/** All of one length, so that answers can be compared. */
export const testAddress = (): string => `p${randomBytes(6).toString('hex')}+clerk_test@example.com`

export interface Person {
  readonly id: string
  readonly email: string
}

/** A user with a password and an address whose code is known. */
export async function person(server: TestServer, body: Record<string, unknown> = {}): Promise<Person> {
  const email = testAddress()
  const user = await server.create({ email_address: [email], password: rightPassword, ...body })
  return { id: user.id, email }
}

export const withApp = (server: TestServer) =>
  person(server, { totp_secret: secret, backup_codes: [backupCode] })

export async function ticketOf(server: TestServer, user_id: string): Promise<string> {
  const answer = await server.request('POST', '/sign_in_tokens', { body: { user_id } })
  assert.equal(answer.status, 200, answer.text)
  return answer.body.token
}

export const begin = (browser: Visitor, form: Form): Promise<Answer> =>
  browser.visit('POST', '/client/sign_ins', form)

export const step = (browser: Visitor, id: string, name: string, form: Form): Promise<Answer> =>
  browser.visit('POST', `/client/sign_ins/${id}/${name}`, form)

/** The status and code of a refusal. */
export const refused = (answer: Answer, status: number, code: string, param?: string): void => {
  assert.equal(answer.status, status, answer.text)
  assert.equal(answer.body.errors[0].code, code, answer.text)
  assert.equal(answer.body.errors[0].meta?.param_name, param, answer.text)
}

/** An attempt of a new browser that has proved a password and waits for the second step. */
export async function halfSignedIn(server: TestServer, email: string) {
  const browser = visitor(server)
  const signIn = await browser.post('/client/sign_ins', { identifier: email, password: rightPassword })
  assert.equal(signIn.status, 'needs_second_factor')
  return { browser, id: signIn.id as string }
}

/** A code that no step of this server has accepted yet: time moves on for it. */
export function freshCode(server: TestServer): string {
  server.clock.freeze()
  server.clock.advance(60_000)
  return codeAt(server.clock.now)
}
