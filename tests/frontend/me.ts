import assert from 'node:assert/strict'
import type { TestServer } from '#tests/running-server.ts'
import { type SignedIn, signedIn } from './signed-in.ts'
import { type Form, forVisitors, type VisitOptions } from './visitor.ts'

/** Options of a server for the tests of the own account. */
export const forMe = (settings: Record<string, unknown> = {}) => ({
  settings: { ...forVisitors, ...settings },
})

/** A signed-in user who calls `/v1/me`. */
export interface Me extends SignedIn {
  readonly email: string
  call(
    method: string,
    path: string,
    form?: Form,
    options?: VisitOptions,
  ): ReturnType<SignedIn['browser']['visit']>
  /** The same, which must succeed: what `response` holds, or the bare body. */
  // biome-ignore lint/suspicious/noExplicitAny: scenarios look into answers of every shape
  done(method: string, path: string, form?: Form, options?: VisitOptions): Promise<any>
}

let count = 0

export function meOf(one: SignedIn, email = ''): Me {
  const call: Me['call'] = (method, path, form, options = {}) =>
    one.browser.visit(method, `/me${path}`, form, { ...options, query: { ...one.query, ...options.query } })
  return {
    ...one,
    email,
    call,
    async done(...args) {
      const { status, body, text } = await call(...args)
      assert.equal(status, 200, text)
      return body !== null && 'response' in body ? body.response : body
    },
  }
}

/** A new user with an address, signed in. */
export async function me(server: TestServer, attributes: Record<string, unknown> = {}): Promise<Me> {
  const email = `me.${++count}@example.com`
  const one = await signedIn(server, { email_address: [email], ...attributes })
  return meOf(one, email)
}
