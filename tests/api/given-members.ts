import assert from 'node:assert/strict'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { organization as newOrganization } from './given-organizations.ts'
import { address } from './given-users.ts'

type Body = Answer['body']

export const membersPath = (organization: Body): string => `/organizations/${organization.id}/memberships`
export const memberPath = (organization: Body, user: Body): string =>
  `${membersPath(organization)}/${user.id}`

/** Asks for the membership; it may be refused. */
export const join = (
  server: TestServer,
  organization: Body,
  user: Body,
  role = 'org:member',
  more: object = {},
): Promise<Answer> =>
  server.request('POST', membersPath(organization), { body: { user_id: user.id, role, ...more } })

/** The membership, which must be had. */
export async function joined(...given: Parameters<typeof join>): Promise<Body> {
  const answer = await join(...given)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

export const person = (server: TestServer, more: object = {}): Promise<Body> =>
  server.create({ email_address: [address('member')], ...more })

/** A new organization with an admin and a member. */
export async function givenTeam(server: TestServer, more: object = {}) {
  const admin = await person(server)
  const organization = await newOrganization(server, { created_by: admin.id, ...more })
  const member = await person(server)
  return { organization, admin, member, membership: await joined(server, organization, member) }
}

/** The role of each member, by the id of the user. */
export async function rolesIn(server: TestServer, organization: Body): Promise<Record<string, string>> {
  const { body } = await server.request('GET', `${membersPath(organization)}?limit=500`)
  return Object.fromEntries(
    body.data.map(({ public_user_data, role }: Body) => [public_user_data.user_id, role]),
  )
}

/** Types of the events about a membership, oldest first. */
export const membershipEvents = async (server: TestServer, membership: Body): Promise<string[]> =>
  (await server.events(membership.id)).map(({ type }) => type)
