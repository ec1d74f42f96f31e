import assert from 'node:assert/strict'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { type SignedIn, signedIn } from './signed-in.ts'
import type { Form, VisitOptions } from './visitor.ts'

/** A signed-in user who calls `/v1/organizations`. */
export interface Guest extends SignedIn {
  /** `path` follows `/organizations`. */
  call(method: string, path: string, form?: Form, options?: VisitOptions): Promise<Answer>
  /** The same, which must succeed: what `response` holds. */
  done(method: string, path: string, form?: Form, options?: VisitOptions): Promise<Answer['body']>
}

export function guestOf(one: SignedIn): Guest {
  const call: Guest['call'] = (method, path, form, options = {}) =>
    one.browser.visit(method, `/organizations${path}`, form, {
      ...options,
      query: { ...one.query, ...options.query },
    })
  return {
    ...one,
    call,
    async done(...args) {
      const { status, body, text } = await call(...args)
      assert.equal(status, 200, text)
      return body.response
    },
  }
}

export const guest = async (
  server: TestServer,
  attributes: Record<string, unknown> = {},
  options: Parameters<typeof signedIn>[2] = {},
): Promise<Guest> => guestOf(await signedIn(server, attributes, options))

/** What the Backend API answers, which must succeed. */
export async function backend(
  server: TestServer,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer['body']> {
  const answer = await server.request(method, path, body === undefined ? {} : { body })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

/** An organization of that user, who is its admin; its id. */
export const found = async (
  server: TestServer,
  creator: { readonly user: { readonly id: string } },
  attributes: Record<string, unknown> = {},
): Promise<string> => {
  const body = { name: 'Acme', created_by: creator.user.id, ...attributes }
  return (await backend(server, 'POST', '/organizations', body)).id
}

export const join = (
  server: TestServer,
  organizationId: string,
  one: { readonly user: { readonly id: string } },
  role = 'org:member',
): Promise<unknown> =>
  backend(server, 'POST', `/organizations/${organizationId}/memberships`, { user_id: one.user.id, role })

/** The key of a role with these permissions and no other. */
export async function roleWith(server: TestServer, ...permissions: readonly string[]): Promise<string> {
  const key = `org:only_${permissions.join('_').replaceAll(/org:|[^a-z_]+/g, '')}`
  const { data: roles } = await backend(server, 'GET', '/organization_roles?limit=500')
  if (roles.some((role: { key: string }) => role.key === key)) return key
  const { data } = await backend(server, 'GET', '/organization_permissions?limit=500')
  const ids = data
    .filter((one: { key: string }) => permissions.includes(one.key))
    .map(({ id }: { id: string }) => id)
  assert.equal(ids.length, permissions.length)
  await backend(server, 'POST', '/organization_roles', { name: key, key, permissions: ids })
  return key
}
