import assert from 'node:assert/strict'
import type { FrontendOperation } from '#contract/frontend/frontend-operation.ts'
import { organizationOperations } from '#contract/frontend/organizations/organization-operations.ts'
import { anyPicture, pictureForm } from '#tests/images/pictures.ts'
import type { TestServer } from '#tests/running-server.ts'
import { formOf, type Ids } from './any-frontend-operation.ts'
import { forMe } from './me.ts'
import { backend, found, join } from './rooms.ts'

/** Options of a server whose organizations have domains. */
export const forRooms = (organizations: Record<string, unknown> = {}) =>
  forMe({ organizations: { domains_enabled: true, ...organizations } })

/** Every operation within one organization. */
export const rooms: readonly FrontendOperation[] = organizationOperations.filter(({ path }) =>
  path.includes('{organization_id}'),
)

let count = 0
export const fresh = (name: string): string => `${name}-${++count}`

/** An organization with one of each that a path can name. */
export async function scene(
  server: TestServer,
  owner: { readonly user: { readonly id: string } },
  attributes: Record<string, unknown> = {},
): Promise<Ids & { readonly organization_id: string }> {
  const organization_id = await found(server, owner, { name: fresh('Scene'), ...attributes })
  const path = `/organizations/${organization_id}`
  const user = await server.create({ email_address: [`${fresh('target')}@example.com`] })
  await join(server, organization_id, { user })
  const invitation = await backend(server, 'POST', `${path}/invitations`, {
    email_address: `${fresh('invited')}@example.com`,
    role: 'org:member',
  })
  const domain = await backend(server, 'POST', `${path}/domains`, {
    name: `${fresh('domain')}.example.com`,
    enrollment_mode: 'manual_invitation',
  })
  return { organization_id, user_id: user.id, invitation_id: invitation.id, domain_id: domain.id }
}

/** A body with which the operation changes something in the scene, or reads it. */
export async function bodyFor(
  server: TestServer,
  operation: FrontendOperation,
  { organization_id }: Ids,
): Promise<BodyInit | undefined> {
  if (operation.id === 'deleteOrganizationLogo') {
    const form = pictureForm(anyPicture())
    const answer = await server.request('PUT', `/organizations/${organization_id}/logo`, { form })
    assert.equal(answer.status, 200, answer.text)
  }
  if (operation.upload) return pictureForm(anyPicture())
  if (!operation.body) return undefined
  const form = formOf(operation)
  if (form.has('email_address')) form.set('email_address', `${fresh('somebody')}@example.com`)
  if (operation.id === 'updateOrganization') form.set('name', fresh('Renamed'))
  if (operation.id === 'UpdateOrganizationMembership') form.set('role', 'org:admin')
  if (operation.id === 'CreateOrganizationDomain') form.set('name', `${fresh('new')}.example.com`)
  if (operation.id === 'CreateOrganizationMembership') {
    const user = await server.create({ email_address: [`${fresh('newcomer')}@example.com`] })
    form.set('user_id', user.id)
  }
  return form
}

/** What an operation within an organization can have changed. */
export async function stateOf(server: TestServer): Promise<string> {
  const tables = [
    'organizations',
    'memberships',
    'organization_invitations',
    'organization_domains',
    'messages',
  ]
  const rows = await Promise.all(tables.map((table) => server.rows(table)))
  return JSON.stringify([(await server.events()).length, server.decodes(), rows])
}
