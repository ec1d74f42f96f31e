import assert from 'node:assert/strict'
import { joined } from '#tests/api/given-members.ts'
import { organization } from '#tests/api/given-organizations.ts'
import { partsOf } from '#tests/api/given-sessions.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { type Me, me } from './me.ts'

type Body = Answer['body']

export interface OwnTeam {
  readonly organization: Body
  readonly admin: Me
  readonly member: Me
}

/** An organization whose admin and member are both signed in. */
export async function ownTeam(server: TestServer, more: object = {}): Promise<OwnTeam> {
  const admin = await me(server)
  const made = await organization(server, { created_by: admin.user.id, ...more })
  const member = await me(server)
  await joined(server, made, member.user)
  return { organization: made, admin, member }
}

/** Makes the organization the active one of the session; empty for the personal account. */
export const act = (one: Me, active_organization_id: string): Promise<Answer> =>
  one.browser.visit('POST', `/client/sessions/${one.sessionId}/touch`, {
    active_organization_id,
    intent: 'select_org',
  })

/** The same, which must succeed: the session as it is afterwards. */
export async function acting(one: Me, organizationId: string): Promise<Body> {
  const answer = await act(one, organizationId)
  assert.equal(answer.status, 200, answer.text)
  return answer.body.response
}

/** What a token says of an organization: `o` and `fea` of version 2. */
export function told(jwt: string): { o?: Body; fea?: string } {
  const { o, fea } = partsOf(jwt).claims
  return { ...(o === undefined ? {} : { o }), ...(fea === undefined ? {} : { fea }) }
}

/** What the next token of the session says. */
export const toldNext = async (one: Me, form: Record<string, string | null> = {}) =>
  told((await one.browser.post(`/client/sessions/${one.sessionId}/tokens`, form)).jwt)
