import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import { forMe, me } from './me.ts'
import { signInByTicket } from './signed-in.ts'
import { visitor } from './visitor.ts'

const firefox = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0'

rule(
  'MSE-1',
  'the live sessions on all clients, newest first',
  async (server) => {
    const ada = await me(server)
    const eve = await me(server)
    const other = await signInByTicket(server, visitor(server), ada.user.id)
    const used = await ada.browser.visit(
      'POST',
      `/client/sessions/${ada.sessionId}/touch`,
      {},
      {
        headers: { 'user-agent': firefox },
      },
    )
    assert.equal(used.status, 200, used.text)
    const answer = await ada.call('GET', '/sessions/active')
    assert.ok(Array.isArray(answer.body))
    const ids = answer.body.map(({ id }: { id: string }) => id)
    assert.deepEqual(ids.toSorted(), [ada.sessionId, other].toSorted())
    const own = answer.body.find(({ id }: { id: string }) => id === ada.sessionId)
    const { device_type, browser_name, ip_address, is_mobile } = own.latest_activity
    assert.deepEqual(
      [device_type, browser_name, ip_address, is_mobile],
      ['macOS', 'Firefox', '127.0.0.1', false],
    )
    assert.equal('last_active_token' in own, false, 'no tokens of sessions elsewhere')
    assert.doesNotMatch(answer.text, new RegExp(eve.sessionId))
    const begun = await server.request('POST', '/sessions', { body: { user_id: ada.user.id } })
    const list = await ada.done('GET', '/sessions/active')
    const unused = list.find(({ id }: { id: string }) => id === begun.body.id)
    assert.equal(unused.latest_activity.object, 'session_activity')
    await server.request('POST', `/sessions/${other}/revoke`)
    const left = await ada.done('GET', '/sessions/active')
    assert.equal(left.length, 2)
  },
  forMe(),
)

rule(
  'MSE-2',
  'a user ends sessions on any client, and those of nobody else',
  async (server) => {
    const ada = await me(server)
    const eve = await me(server)
    const elsewhere = visitor(server)
    const other = await signInByTicket(server, elsewhere, ada.user.id)
    for (const id of [eve.sessionId, 'sess_nobody', 'sess_%00'])
      refused(await ada.call('POST', `/sessions/${id}/revoke`), 404, 'resource_not_found')
    assert.equal((await eve.call('GET', '')).status, 200)
    const revoked = await ada.call('POST', `/sessions/${other}/revoke`)
    const { id, status, last_active_token } = revoked.body.response
    assert.deepEqual([id, status, last_active_token], [other, 'revoked', null])
    assert.equal(revoked.headers.getSetCookie().length, 0, 'nobody has signed out here')
    const gone = await elsewhere.visit('GET', '/me', undefined, { query: { _clerk_session_id: other } })
    assert.equal(gone.status, 401)
    refused(await ada.call('POST', `/sessions/${other}/revoke`), 404, 'resource_not_found')
    const [event] = (await server.events(other)).filter(({ type }) => type === 'session.revoked')
    assert.equal(event!.actor, `user:${ada.user.id}`)
    const last = await ada.call('POST', `/sessions/${ada.sessionId}/revoke`)
    assert.deepEqual(last.body.client.sessions, [])
    assert.equal(last.body.client.last_active_session_id, null)
    assert.ok(last.headers.getSetCookie().some((cookie) => cookie.startsWith('__client_uat=0;')))
    assert.equal((await ada.call('GET', '')).status, 401)
  },
  forMe(),
)
