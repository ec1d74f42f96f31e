import assert from 'node:assert/strict'
import { joined } from '#tests/api/given-members.ts'
import { organization } from '#tests/api/given-organizations.ts'
import { refused } from '#tests/api/given-users.ts'
import { holding } from '#tests/held-users.ts'
import { rule } from '#tests/rules.ts'
import type { Answer } from '#tests/running-server.ts'
import { forMe, me } from './me.ts'
import { act, acting, ownTeam, toldNext } from './own-team.ts'
import { signInByTicket } from './signed-in.ts'
import { visitor } from './visitor.ts'

type Body = Answer['body']
const path = '/organization_memberships'
const ids = (memberships: Body[]) => memberships.map((one) => one.organization.id)

rule(
  'OMO-1',
  'the own memberships come newest first, as a bare array or in pages with the total',
  async (server) => {
    const ada = await me(server)
    const eve = await me(server)
    const made: Body[] = []
    for (let at = 0; at < 3; at++) made.push(await organization(server, { created_by: eve.user.id }))
    for (const one of made) {
      server.clock.advance(1000)
      await joined(server, one, ada.user, 'org:member', { private_metadata: { secret: true } })
    }
    const newest = made.map(({ id }) => id).toReversed()
    assert.deepEqual(ids(await ada.done('GET', path)), newest)
    const paged = await ada.done('GET', path, undefined, {
      query: { paginated: 'true', limit: '2', offset: '1' },
    })
    assert.deepEqual([ids(paged.data), paged.total_count], [newest.slice(1), 3])
    const bare = await ada.done('GET', path, undefined, { query: { paginated: 'false', limit: '1' } })
    assert.deepEqual(ids(bare), newest.slice(0, 1))
    const [seen] = bare
    assert.deepEqual(
      [seen.role, seen.role_name, seen.permissions],
      ['org:member', 'Member', ['org:sys_billing:read', 'org:sys_memberships:read']],
    )
    assert.equal(seen.public_user_data.user_id, ada.user.id)
    const whole = await ada.call('GET', path)
    assert.ok(!whole.text.includes('private_metadata') && !whole.text.includes('secret'), whole.text)
    assert.deepEqual(await (await me(server)).done('GET', path), [])
    const odd = await ada.call('GET', path, undefined, { query: { paginated: 'perhaps' } })
    refused(odd, 422, 'form_param_value_invalid paginated')
  },
  forMe(),
)

rule(
  'OMO-2',
  'leaving takes effect at once, in every session',
  async (server) => {
    const { organization: team, admin, member } = await ownTeam(server)
    const elsewhere = { ...member, browser: visitor(server) }
    const second = {
      ...elsewhere,
      sessionId: await signInByTicket(server, elsewhere.browser, member.user.id),
    }
    for (const one of [member, second]) await acting(one, team.id)
    await acting(admin, team.id)
    const [membership] = await member.done('GET', path)
    const left = await member.call('DELETE', `${path}/${team.id}`)
    assert.deepEqual(left.body.response, {
      object: 'organization_membership',
      id: membership.id,
      deleted: true,
    })
    const [session] = left.body.client.sessions
    assert.equal(session.last_active_organization_id, null)
    assert.deepEqual(session.user.organization_memberships, [])
    for (const one of [member, second]) assert.deepEqual(await toldNext(one), {})
    assert.equal((await toldNext(admin)).o.id, team.id)
    const [event] = (await server.events(membership.id)).slice(-1)
    assert.deepEqual(
      [event!.type, event!.actor, event!.details.role],
      ['organizationMembership.deleted', `user:${member.user.id}`, 'org:member'],
    )
    refused(await member.call('DELETE', `${path}/${team.id}`), 404, 'organization_not_found_or_unauthorized')
  },
  forMe(),
)

rule(
  'OMO-3',
  'the last member who may manage it stays, and strangers learn nothing',
  async (server) => {
    const { organization: team, admin, member } = await ownTeam(server)
    const stays = await admin.call('DELETE', `${path}/${team.id}`)
    refused(stays, 400, 'organization_minimum_permissions_needed')
    const stranger = await me(server)
    for (const id of [team.id, team.slug, 'org_nobody', 'org_%00'])
      refused(await stranger.call('DELETE', `${path}/${id}`), 404, 'organization_not_found_or_unauthorized')
    const elevated = { role: 'org:admin' }
    await server.request('PATCH', `/organizations/${team.id}/memberships/${member.user.id}`, {
      body: elevated,
    })
    // Both at once: one of them stays.
    const answers = await Promise.all([admin, member].map((one) => one.call('DELETE', `${path}/${team.id}`)))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 400])
    const { body } = await server.request('GET', `/organizations/${team.id}/memberships`)
    assert.equal(body.total_count, 1)
  },
  forMe(),
)

rule(
  'OMO-4',
  'every answer about the user has the memberships as they are, without what only the backend may read',
  async (server) => {
    const hidden = { private_metadata: { hidden: 'from members' } }
    const { organization: team, member } = await ownTeam(server, hidden)
    const { admin: _, organization: other } = await ownTeam(server)
    server.clock.advance(1000)
    await joined(server, other, member.user, 'org:admin', hidden)
    const user = await member.call('GET', '')
    const session = await member.browser.visit('GET', `/client/sessions/${member.sessionId}`)
    const client = await member.browser.visit('GET', '/client')
    const changed = await member.call('PATCH', '', { first_name: 'Bea' })
    const seen: Body[] = [
      user.body.response,
      user.body.client.sessions[0].user,
      session.body.response.user,
      client.body.response.sessions[0].user,
      changed.body.response,
    ]
    for (const one of seen) {
      assert.deepEqual(ids(one.organization_memberships), [other.id, team.id])
      assert.deepEqual(
        one.organization_memberships.map(({ role }: Body) => role),
        ['org:admin', 'org:member'],
      )
    }
    for (const { text } of [user, session, client, changed])
      assert.ok(!text.includes('private_metadata') && !text.includes('hidden'), text)
    await server.request('DELETE', `/organizations/${other.id}`)
    const after = await member.done('GET', '')
    assert.deepEqual(ids(after.organization_memberships), [team.id])
  },
  forMe(),
)

rule(
  'OMO-4',
  'of several who are signed in on one client, each has their own',
  async (server) => {
    const { organization: team, member } = await ownTeam(server)
    const other = await ownTeam(server)
    await signInByTicket(server, member.browser, other.admin.user.id)
    const { sessions } = await member.browser.get('/client')
    assert.deepEqual(
      sessions.map(({ user }: Body) => [user.id, ids(user.organization_memberships)]),
      [
        [member.user.id, [team.id]],
        [other.admin.user.id, [other.organization.id]],
      ],
    )
  },
  forMe({ sessions: { single_session_mode: false } }),
)

rule(
  'OMO-5',
  'who deletes the own account leaves every organization, also the last who may manage one',
  async (server) => {
    const { organization: team, admin } = await ownTeam(server)
    const [membership] = await admin.done('GET', path)
    assert.equal((await admin.call('DELETE', '')).status, 200)
    const { body } = await server.request('GET', `/organizations/${team.id}/memberships`)
    assert.deepEqual(
      body.data.map(({ role }: Body) => role),
      ['org:member'],
    )
    const [event] = (await server.events(membership.id)).slice(-1)
    assert.equal(event!.type, 'organizationMembership.deleted')
  },
  forMe(),
)

rule(
  'OMO-6',
  'touching chooses the organization to act in, by id or slug, and only an own one',
  async (server) => {
    const { organization: team, admin, member } = await ownTeam(server)
    const chosen = await act(member, team.id)
    const { last_active_organization_id, last_active_token } = chosen.body.response
    assert.equal(last_active_organization_id, team.id)
    const claims = JSON.parse(Buffer.from(last_active_token.jwt.split('.')[1], 'base64url').toString())
    assert.equal(claims.o.id, team.id)
    assert.equal(chosen.body.client.sessions[0].last_active_organization_id, team.id)
    const untold = await member.browser.post(`/client/sessions/${member.sessionId}/touch`, {
      intent: 'focus',
    })
    assert.equal(untold.last_active_organization_id, team.id)
    assert.equal((await acting(member, '')).last_active_organization_id, null)
    assert.equal((await acting(member, team.slug)).last_active_organization_id, team.id)
    const strange = await ownTeam(server)
    for (const id of [strange.organization.id, strange.organization.slug, 'org_nobody', 'nobody', 'org_%00'])
      refused(await act(member, id), 404, 'organization_not_found_or_unauthorized')
    const { body } = await server.request('GET', `/sessions/${member.sessionId}`)
    assert.equal(body.last_active_organization_id, team.id)
    assert.deepEqual(await toldNext(admin), {}, 'of nobody else')
  },
  forMe(),
)

rule(
  'OMO-8',
  'an organization that is held for too long stays as it is',
  async (server) => {
    const { organization: team, admin, member } = await ownTeam(server)
    const guest = await me(server)
    const invitation = { email_address: guest.email, role: 'org:member' }
    const { id } = (
      await server.request('POST', `/organizations/${team.id}/invitations`, { body: invitation })
    ).body
    const away = server.engine === 'sqlite'
    await holding(
      server,
      [team.id],
      async () => {
        const asked = [
          member.call('DELETE', `${path}/${team.id}`),
          guest.call('POST', `/organization_invitations/${id}/accept`),
        ]
        for (const answer of await Promise.all(asked))
          refused(answer, away ? 503 : 409, away ? 'service_unavailable' : 'resource_locked')
      },
      'organizations',
    )
    const { data } = await guest.done('GET', '/organization_invitations')
    assert.equal(data[0].status, 'pending')
    assert.equal((await admin.done('GET', path)).length, 1)
    assert.equal((await member.done('GET', path)).length, 1)
  },
  forMe(),
)

rule(
  'OMO-7 SET-13',
  'where organizations are switched off nothing of them is to be seen',
  async (server) => {
    const ada = await me(server)
    const { organization_settings } = await ada.browser.get('/environment')
    assert.equal(organization_settings.enabled, false)
    const requests = [
      ['GET', path],
      ['DELETE', `${path}/org_1`],
      ['GET', '/organization_invitations'],
      ['POST', '/organization_invitations/orginv_1/accept'],
    ] as const
    for (const [method, to] of requests)
      refused(await ada.call(method, to), 403, 'organization_not_enabled_in_instance')
    refused(await act(ada, 'org_1'), 403, 'organization_not_enabled_in_instance')
    const tokens = `/client/sessions/${ada.sessionId}/tokens`
    const asked = await ada.browser.visit('POST', tokens, { organization_id: 'org_1' })
    refused(asked, 403, 'organization_not_enabled_in_instance')
    assert.equal((await acting(ada, '')).last_active_organization_id, null)
    assert.deepEqual(await toldNext(ada, { organization_id: '' }), {})
    const backend = await server.request('GET', `/users/${ada.user.id}/organization_memberships`)
    refused(backend, 403, 'organization_not_enabled_in_instance')
  },
  forMe({ organizations: { enabled: false } }),
)

rule(
  'OMO-7 SET-13',
  'the environment tells the settings of organizations, and what was switched off later is told no more',
  async (server) => {
    const { organization: team, member } = await ownTeam(server)
    await acting(member, team.id)
    const { organization_settings: told } = await member.browser.get('/environment')
    assert.deepEqual(told, {
      enabled: true,
      max_allowed_memberships: 3,
      actions: { admin_delete: false },
      domains: { enabled: false, enrollment_modes: [], default_role: 'org:member' },
      slug: { disabled: false },
      creator_role: 'org:admin',
    })
    await server.request('PATCH', '/instance/organization_settings', { body: { enabled: false } })
    assert.deepEqual(await toldNext(member), {})
    assert.deepEqual((await member.done('GET', '')).organization_memberships, [])
    await server.request('PATCH', '/instance/organization_settings', { body: { enabled: true } })
    assert.equal((await toldNext(member)).o.id, team.id)
  },
  forMe({ organizations: { max_allowed_memberships: 3, admin_delete_enabled: false } }),
)
