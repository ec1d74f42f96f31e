import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { invitedIn, invitedTo, membersOf, withPages } from './invited.ts'
import { begin, freshCode, rightPassword, step, withApp } from './signing-in.ts'
import { visitor } from './visitor.ts'

const options = { settings: withPages }
const byTicket = (ticket: string) => ({ strategy: 'ticket', ticket })

rule(
  'TKO-4',
  'whoever has a second factor joins by the ticket and is signed in by the second step alone',
  async (server) => {
    const { id, email } = await withApp(server)
    const ways = {
      async begin(ticket: string) {
        const browser = visitor(server)
        return { browser, answer: await begin(browser, byTicket(ticket)) }
      },
      async attempt(ticket: string) {
        const browser = visitor(server)
        const { id: signIn } = await browser.post('/client/sign_ins', { identifier: email })
        return { browser, answer: await step(browser, signIn, 'attempt_first_factor', byTicket(ticket)) }
      },
    }
    for (const way of Object.values(ways)) {
      const invited = await invitedTo(server, { email })
      const { browser, answer } = await way(invited.ticket)
      const { id: signIn, status, created_session_id } = answer.body.response
      assert.equal(status, 'needs_second_factor', answer.text)
      assert.equal(created_session_id, null)
      assert.deepEqual(answer.body.client.sessions, [])
      assert.deepEqual(await membersOf(server, invited), [id])
      const code = freshCode(server)
      const { body } = await step(browser, signIn, 'attempt_second_factor', { strategy: 'totp', code })
      assert.equal(body.response.status, 'complete')
      assert.equal(body.client.sessions[0].last_active_organization_id, invited.organizationId)
    }
  },
  options,
)

rule(
  'TKO-4',
  'between the two steps the member may have been removed: then the session is active nowhere',
  async (server) => {
    const { id, email } = await withApp(server)
    const invited = await invitedTo(server, { email })
    const browser = visitor(server)
    const { id: signIn } = await browser.post('/client/sign_ins', byTicket(invited.ticket))
    const path = `/organizations/${invited.organizationId}/memberships/${id}`
    assert.equal((await server.request('DELETE', path)).status, 200)
    const code = freshCode(server)
    const { body } = await step(browser, signIn, 'attempt_second_factor', { strategy: 'totp', code })
    assert.equal(body.client.sessions[0].last_active_organization_id, null)
  },
  options,
)

rule(
  'TKO-4',
  'an invitation to the application is a first factor alone as well',
  async (server) => {
    const { email } = await withApp(server)
    const { ticket } = await invitedIn(server, { email })
    const browser = visitor(server)
    const { body } = await begin(browser, byTicket(ticket))
    assert.equal(body.response.status, 'needs_second_factor')
    assert.deepEqual(body.client.sessions, [])
    // The password of the same user leads past it no more than the ticket does.
    const again = await begin(browser, { identifier: email, password: rightPassword })
    assert.equal(again.body.response.status, 'needs_second_factor')
  },
  options,
)
