import assert from 'node:assert/strict'
import type { Answer, TestServer } from '#tests/running-server.ts'

type Body = Answer['body']

let made = 0
export const roleKey = (): string => `org:role_${++made}`
export const permissionKey = (): string => `org:thing_${++made}:read`

/** An answer that must be a success. */
async function succeeded(answer: Promise<Answer>): Promise<Body> {
  const { status, body, text } = await answer
  assert.equal(status, 200, text)
  return body
}

export const givenRole = (server: TestServer, more: object = {}): Promise<Body> =>
  succeeded(
    server.request('POST', '/organization_roles', { body: { name: 'Role', key: roleKey(), ...more } }),
  )

export const givenPermission = (server: TestServer, more: object = {}): Promise<Body> =>
  succeeded(
    server.request('POST', '/organization_permissions', {
      body: { name: 'Thing', key: permissionKey(), ...more },
    }),
  )

export const rolePath = ({ id }: Body): string => `/organization_roles/${id}`
export const permissionPath = ({ id }: Body): string => `/organization_permissions/${id}`
export const grantPath = (role: Body, permission: Body): string =>
  `${rolePath(role)}/permissions/${permission.id}`

export const readRole = (server: TestServer, role: Body): Promise<Body> =>
  succeeded(server.request('GET', rolePath(role)))

/** What the list finds for a key. */
export async function byKey(server: TestServer, room: 'roles' | 'permissions', key: string): Promise<Body> {
  const { data } = await succeeded(server.request('GET', `/organization_${room}?query=${key}&limit=500`))
  return data.find((one: Body) => one.key === key)
}

export const keysOf = (list: readonly Body[]): string[] => list.map(({ key }) => key)

export const patchSettings = (server: TestServer, body: object): Promise<Answer> =>
  server.request('PATCH', '/instance/organization_settings', { body })
export const readSettings = (server: TestServer): Promise<Body> =>
  succeeded(server.request('GET', '/instance/organization_settings'))

/** Types and details of what the record says of a subject since its beginning. */
export const record = async (server: TestServer, subject: string) =>
  (await server.events(subject)).map(({ type, details }) => [type, details])

export const withoutOrganizations = { settings: { organizations: { enabled: false } } }
export const notEnabled = 'organization_not_enabled_in_instance'
