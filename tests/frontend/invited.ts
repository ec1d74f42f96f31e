import assert from 'node:assert/strict'
import type { TestServer } from '#tests/running-server.ts'
import { testAddress } from './signing-in.ts'
import { forVisitors } from './visitor.ts'

/** Settings of a server with pages that take tickets. */
export const pages = { sign_in_url: 'https://app.test/in', sign_up_url: 'https://app.test/up' }
export const withPages = { ...forVisitors, display: pages }

export interface Invited {
  readonly id: string
  readonly email: string
  /** As it stands in the mail. */
  readonly link: string
  readonly ticket: string
}

export interface InvitedTo extends Invited {
  readonly organizationId: string
}

let made = 0

export async function organization(server: TestServer, more: Record<string, unknown> = {}): Promise<string> {
  made += 1
  const { status, body, text } = await server.request('POST', '/organizations', {
    body: { name: `Invitations ${made}`, ...more },
  })
  assert.equal(status, 200, text)
  return body.id
}

/** Invites, and opens the mail as a person would. */
async function invite(
  server: TestServer,
  path: string,
  email: string,
  more: Record<string, unknown>,
): Promise<Invited> {
  const made = await server.request('POST', path, { body: { email_address: email, ...more } })
  assert.equal(made.status, 200, made.text)
  const mails = await server.request('GET', `/bartleby/messages?to=${encodeURIComponent(email)}&wait=5s`)
  const link = mails.body.find((mail: { link: string | null }) => mail.link !== null).link as string
  return { id: made.body.id, email, link, ticket: new URL(link).searchParams.get('ticket')! }
}

/** To a new organization unless `to` names one. */
export async function invitedTo(
  server: TestServer,
  { email = testAddress(), to, ...more }: { email?: string; to?: string; [more: string]: unknown } = {},
): Promise<InvitedTo> {
  const organizationId = to ?? (await organization(server))
  const path = `/organizations/${organizationId}/invitations`
  return { ...(await invite(server, path, email, { role: 'org:member', ...more })), organizationId }
}

/** To the application, whether the address has an account or not. */
export const invitedIn = (
  server: TestServer,
  { email = testAddress(), ...more }: { email?: string; [more: string]: unknown } = {},
): Promise<Invited> => invite(server, '/invitations', email, { ignore_existing: true, ...more })

/** How an invitation stands, whichever table it lies in. */
export async function standingOf(server: TestServer, { id }: Invited): Promise<string> {
  const table = id.startsWith('orginv_') ? 'organization_invitations' : 'invitations'
  const row = (await server.rows(table)).find((row) => row.id === id)
  return String(row!.status)
}

export async function membersOf(server: TestServer, { organizationId }: InvitedTo): Promise<string[]> {
  const rows = await server.rows('memberships')
  return rows.filter((row) => row.organization_id === organizationId).map((row) => String(row.user_id))
}

export async function accountsOf(server: TestServer, email: string): Promise<string[]> {
  const { body } = await server.request('GET', `/users?email_address=${encodeURIComponent(email)}`)
  return body.map(({ id }: { id: string }) => id)
}
