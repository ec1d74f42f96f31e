import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { givenTeam } from './given-members.ts'
import { refused, session, sessionEvents, someone, statuses } from './sessions.ts'

const path = '/sessions'

rule('SCR-1 CRT-27', 'a session begins on a client of its own', async (server) => {
  const user = await someone(server)
  assert.deepEqual(await statuses(server, user), [])
  const one = await session(server, user)
  const two = await session(server, user)
  assert.equal(one.status, 'active')
  assert.equal(one.expire_at - one.created_at, 7 * 86_400_000)
  assert.notEqual(one.client_id, two.client_id)
  assert.deepEqual(await statuses(server, user), ['active', 'active'])
  assert.deepEqual(await sessionEvents(server, one.id), ['session.created'])
  assert.deepEqual(await sessionEvents(server, user.id), ['user.created'])
  const { body } = await server.request('GET', `/users/${user.id}`)
  assert.equal(body.last_sign_in_at, two.created_at)
  assert.equal(body.last_active_at, two.created_at)
})

rule(
  'SCR-2',
  'the live environment has no sessions without a sign-in',
  async (server) => {
    const user = await someone(server)
    const answer = await server.request('POST', path, { body: { user_id: user.id } })
    refused(answer, 400, 'request_invalid_for_environment')
    assert.deepEqual(await statuses(server, user), [])
  },
  { environment: 'live' },
)

rule('SCR-3', 'banned, locked and unknown users get no session', async (server) => {
  const ask = (user_id: string) => server.request('POST', path, { body: { user_id } })
  const banned = await someone(server, { banned: true })
  refused(await ask(banned.id), 403, 'user_banned')
  const locked = await someone(server, { locked: true })
  const { meta } = refused(await ask(locked.id), 403, 'user_locked')
  assert.ok(meta.lockout_expires_in_seconds > 3500)
  refused(await ask('user_nobody'), 404, 'resource_not_found')
  for (const user of [banned, locked]) assert.deepEqual(await statuses(server, user), [])
})

rule('SCR-4', 'only an organization of the user can be active', async (server) => {
  const { organization, member } = await givenTeam(server)
  const stranger = await someone(server)
  const ask = (user_id: string, active_organization_id: string | null) =>
    server.request('POST', path, { body: { user_id, active_organization_id } })
  for (const id of [organization.id, organization.slug, 'org_1', 'nobody'])
    refused(await ask(stranger.id, id), 422, 'form_resource_not_found', 'active_organization_id')
  assert.deepEqual(await statuses(server, stranger), [])
  const began = await ask(member.id, organization.id)
  assert.equal(began.body.last_active_organization_id, organization.id)
  for (const nothing of ['', null])
    assert.equal((await ask(member.id, nothing)).body.last_active_organization_id, null)
  refused(await server.request('POST', path, { body: {} }), 422, 'form_param_missing', 'user_id')
  refused(await server.request('POST', path, { body: { user_id: '' } }), 422, 'form_param_nil', 'user_id')
})

rule('SCR-5', 'no session outlives a ban that races with its beginning', async (server) => {
  const user = await someone(server)
  const ask = () => server.request('POST', path, { body: { user_id: user.id } })
  const asked = Array.from({ length: 64 }, ask)
  await asked[0]
  const ban = await server.request('POST', `/users/${user.id}/ban`)
  assert.equal(ban.status, 200)
  const live = async () => (await statuses(server, user)).filter((status) => status === 'active')
  assert.deepEqual(await live(), [])
  for (const answer of await Promise.all(asked)) assert.ok([200, 403].includes(answer.status), answer.text)
  assert.deepEqual(await live(), [])
})
