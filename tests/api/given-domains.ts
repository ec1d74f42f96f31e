import assert from 'node:assert/strict'
import type { Answer, TestServer } from '#tests/running-server.ts'

/** Of an instance whose organizations may have domains. */
export const withDomains = { settings: { organizations: { domains_enabled: true } } }

let names = 0
/** A domain that no other test uses. */
export const domainName = (word = 'acme') => `${word}-${++names}.example.com`

/** `POST …/domains`, as it is answered. */
export const adding = (
  server: TestServer,
  organizationId: string,
  body: Record<string, unknown> = {},
): Promise<Answer> =>
  server.request('POST', `/organizations/${organizationId}/domains`, {
    body: { name: domainName(), enrollment_mode: 'manual_invitation', ...body },
  })

/** A domain, which must be added. */
export async function domain(
  server: TestServer,
  organizationId: string,
  body: Record<string, unknown> = {},
): Promise<Answer['body']> {
  const answer = await adding(server, organizationId, body)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

interface Named {
  readonly id: string
  readonly organization_id: string
}

const pathOf = ({ id, organization_id }: Named) => `/organizations/${organization_id}/domains/${id}`

export const changing = (server: TestServer, one: Named, body: Record<string, unknown>): Promise<Answer> =>
  server.request('PATCH', pathOf(one), { body })

export const removing = (server: TestServer, one: Named): Promise<Answer> =>
  server.request('DELETE', pathOf(one))

export const owning = (server: TestServer, one: Named): Promise<Answer> =>
  server.request('POST', `${pathOf(one)}/verify_ownership`)

/** The names of a list, and the total that it tells. */
export async function listedDomains(server: TestServer, path: string): Promise<[string[], number]> {
  const { status, body, text } = await server.request('GET', path)
  assert.equal(status, 200, text)
  return [body.data.map(({ name }: { name: string }) => name), body.total_count]
}
