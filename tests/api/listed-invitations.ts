import assert from 'node:assert/strict'
import type { TestServer } from '#tests/running-server.ts'
import { dayMs, invitation, revoking } from './given-invitations.ts'
import { organization } from './given-organizations.ts'
import { address } from './given-users.ts'
import { accepted } from './invited-users.ts'

/** The addresses of a list, and the total that it tells. */
export async function listed(server: TestServer, path: string): Promise<[string[], number]> {
  const { status, body, text } = await server.request('GET', path)
  assert.equal(status, 200, text)
  return [body.data.map((one: { email_address: string }) => one.email_address), body.total_count]
}

/** One invitation of each status, oldest first. */
export async function ofEachStatus(server: TestServer) {
  const { id, slug } = await organization(server)
  const gone = await invitation(server, id, { expires_in_days: 1, email_address: address('a') })
  server.clock.advance(dayMs)
  const back = await invitation(server, id, { email_address: address('d') })
  await revoking(server, back)
  const { invited } = await accepted(server, id, address('c'))
  const open = await invitation(server, id, { email_address: address('b') })
  const [expired, revoked, joined, pending] = [gone, back, invited, open].map((one) => one.email_address)
  return { path: `/organizations/${id}/invitations`, id, slug, expired, revoked, joined, pending }
}
