import assert from 'node:assert/strict'
import { behind } from '#tests/api/behind-the-server.ts'
import { joined, memberPath } from '#tests/api/given-members.ts'
import { organization } from '#tests/api/given-organizations.ts'
import { givenPermission, givenRole } from '#tests/api/given-roles.ts'
import { partsOf, refreshTokenFor, tokenOf } from '#tests/api/given-sessions.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { createTemplate } from '#tests/api/templates.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { forMe, me } from './me.ts'
import { acting, ownTeam, told, toldNext } from './own-team.ts'
import { appOrigin, visitor } from './visitor.ts'

type Body = Answer['body']
const ofMember = { fea: 'o:sys_billing,o:sys_memberships', per: { per: 'read', fpm: '1,1' } }
const ofAdmin = {
  fea: 'o:sys_billing,o:sys_domains,o:sys_memberships,o:sys_profile',
  per: { per: 'delete,manage,read', fpm: '6,6,6,3' },
}
const claimsOf = ({ id, slug }: Body, rol: string, { fea, per } = ofMember) => ({
  fea,
  o: { id, slg: slug, rol, ...per },
})

const mint = async (server: TestServer, sessionId: string, version: string) => {
  const headers = { 'clerk-api-version': version }
  const answer = await server.request('POST', `/sessions/${sessionId}/tokens`, { body: {}, headers })
  return partsOf(answer.body.jwt).claims
}

rule(
  'CLO-1',
  'a token tells the active organization, the role and its permissions, in the form of its version',
  async (server) => {
    const { organization: team, admin, member } = await ownTeam(server)
    assert.deepEqual(await toldNext(member), {})
    await acting(member, team.id)
    await acting(admin, team.id)
    assert.deepEqual(await toldNext(member), claimsOf(team, 'member'))
    assert.deepEqual(await toldNext(admin), claimsOf(team, 'admin', ofAdmin))
    const older = await mint(server, member.sessionId, '2024-10-01')
    const { org_id, org_slug, org_role, org_permissions } = older
    assert.deepEqual([org_id, org_slug, org_role], [team.id, team.slug, 'org:member'])
    assert.deepEqual(org_permissions, ['org:sys_billing:read', 'org:sys_memberships:read'])
    assert.ok(!('o' in older || 'fea' in older || 'v' in older))
    const newer = await mint(server, member.sessionId, '2025-04-10')
    assert.equal(newer.v, 2)
    assert.deepEqual({ o: newer.o, fea: newer.fea }, claimsOf(team, 'member'))
    for (const claim of ['org_id', 'org_role', 'org_permissions', 'pla']) assert.ok(!(claim in newer), claim)
  },
  forMe(),
)

rule(
  'CLO-2',
  'role, permissions and slug are those of the moment, whatever the session remembers',
  async (server) => {
    const { organization: team, member } = await ownTeam(server)
    await acting(member, team.id)
    const become = (role: string) =>
      server.request('PATCH', memberPath(team, member.user), { body: { role } })
    await become('org:admin')
    assert.deepEqual(await toldNext(member), claimsOf(team, 'admin', ofAdmin))
    const role = await givenRole(server)
    await become(role.key)
    assert.deepEqual(await toldNext(member), {
      o: { id: team.id, slg: team.slug, rol: role.key.slice('org:'.length) },
    })
    const permission = await givenPermission(server)
    await server.request('POST', `/organization_roles/${role.id}/permissions/${permission.id}`)
    const [, feature, action] = permission.key.split(':')
    const next = await toldNext(member)
    assert.deepEqual([next.fea, next.o.per, next.o.fpm], [`o:${feature}`, action, '1'])
    await server.request('PATCH', `/organizations/${team.id}`, { body: { slug: `${team.slug}-anew` } })
    assert.equal((await toldNext(member)).o.slg, `${team.slug}-anew`)
    await server.request('DELETE', memberPath(team, member.user))
    assert.deepEqual(await toldNext(member), {})
    // As a choice that crossed with the removal would leave it.
    const stale = `update sessions set last_active_organization_id = '${team.id}' where id = '${member.sessionId}'`
    await behind(server, stale)
    assert.deepEqual(await toldNext(member), {})
    await joined(server, team, member.user)
    assert.deepEqual((await toldNext(member)).o.id, team.id)
    await server.request('DELETE', `/organizations/${team.id}`)
    await behind(server, stale)
    assert.deepEqual(await toldNext(member), {})
  },
  forMe(),
)

rule(
  'CLO-3',
  'a token for another own organization leaves the session where it is',
  async (server) => {
    const { organization: team, member } = await ownTeam(server)
    const other = await organization(server, { created_by: member.user.id })
    await acting(member, team.id)
    assert.deepEqual(await toldNext(member, { organization_id: other.id }), claimsOf(other, 'admin', ofAdmin))
    assert.equal((await toldNext(member, { organization_id: other.slug })).o.id, other.id)
    assert.deepEqual(await toldNext(member, { organization_id: '' }), {})
    assert.equal((await toldNext(member)).o.id, team.id)
    const { body } = await server.request('GET', `/sessions/${member.sessionId}`)
    assert.equal(body.last_active_organization_id, team.id)
    const strange = await organization(server)
    for (const organization_id of [strange.id, strange.slug, 'org_nobody']) {
      const path = `/client/sessions/${member.sessionId}/tokens`
      const answer = await member.browser.visit('POST', path, { organization_id })
      refused(answer, 404, 'organization_not_found_or_unauthorized')
    }
  },
  forMe(),
)

rule(
  'CLO-4',
  'whichever way a token is minted, it is for the active organization',
  async (server) => {
    const { organization: team, member } = await ownTeam(server)
    await acting(member, team.id)
    const own = await member.browser.get(`/client/sessions/${member.sessionId}`)
    const client = await member.browser.get('/client')
    const { body: session } = await server.request('GET', `/sessions/${member.sessionId}`)
    const expired_token = await tokenOf(server, session.id)
    const refreshed = await server.request('POST', `/sessions/${session.id}/refresh`, {
      body: { expired_token, refresh_token: refreshTokenFor(server, session), request_origin: appOrigin },
      headers: { 'clerk-api-version': '2026-05-12' },
    })
    const tokens = [own.last_active_token.jwt, client.sessions[0].last_active_token.jwt, refreshed.body.jwt]
    for (const jwt of tokens) assert.deepEqual(told(jwt), claimsOf(team, 'member'))
  },
  forMe(),
)

rule(
  'CLO-5',
  'templates know the active organization and the membership in it, and null without one',
  async (server) => {
    const metadata = { public_metadata: { plan: { seats: 5 } }, private_metadata: { hidden: 1 } }
    const { organization: team, member } = await ownTeam(server, metadata)
    await server.request('PATCH', `${memberPath(team, member.user)}/metadata`, {
      body: { public_metadata: { desk: 'B' }, private_metadata: { hidden: 1 } },
    })
    const { name } = await createTemplate(server, {
      claims: {
        id: '{{org.id}}',
        slug: '{{org.slug}}',
        name: 'of {{org.name}}',
        role: '{{org.role}}',
        image: '{{org.image_url}}',
        has_image: '{{org.has_image}}',
        seats: '{{org.public_metadata.plan.seats}}',
        hidden: '{{org.private_metadata}}',
        membership_role: '{{org_membership.role}}',
        membership: '{{org_membership.public_metadata}}',
        hidden_too: '{{org_membership.private_metadata}}',
        whole: '{{org}}',
      },
    })
    const path = `/client/sessions/${member.sessionId}/tokens/${name}`
    const own = async () => {
      const { claims } = partsOf((await member.browser.post(path)).jwt)
      const { azp, exp, iat, iss, jti, nbf, sub, ...rest } = claims
      return rest
    }
    const nothing = await own()
    assert.equal(nothing.name, 'of ')
    for (const [claim, value] of Object.entries(nothing))
      if (claim !== 'name') assert.equal(value, null, claim)
    await acting(member, team.id)
    const { image, ...rest } = await own()
    assert.equal(image, team.image_url)
    assert.deepEqual(rest, {
      id: team.id,
      slug: team.slug,
      name: `of ${team.name}`,
      role: 'org:member',
      has_image: false,
      seats: 5,
      hidden: null,
      membership_role: 'org:member',
      membership: { desk: 'B' },
      hidden_too: null,
      whole: null,
    })
    await server.request('PATCH', '/instance/organization_settings', { body: { enabled: false } })
    assert.equal((await own()).id, null)
    await server.request('PATCH', '/instance/organization_settings', { body: { enabled: true } })
  },
  forMe(),
)

rule(
  'CLO-6',
  'a token with every system permission and twenty of an app fits a cookie',
  async (server) => {
    const { organization: team, member } = await ownTeam(server)
    const { body } = await server.request('GET', '/organization_permissions?limit=500')
    const system = body.data.filter(({ type }: Body) => type === 'system').map(({ id }: Body) => id)
    assert.equal(system.length, 8)
    const own: string[] = []
    for (let at = 0; at < 20; at++) {
      const key = `org:custom_feature_${at >> 1}:action_number_${at % 7}`
      own.push((await givenPermission(server, { key })).id)
    }
    const role = await givenRole(server, { permissions: [...system, ...own] })
    await server.request('PATCH', memberPath(team, member.user), { body: { role: role.key } })
    await acting(member, team.id)
    const { jwt } = await member.browser.post(`/client/sessions/${member.sessionId}/tokens`)
    assert.ok(partsOf(jwt).text.includes('custom_feature_9'))
    const bytes = `__session_12345678=${jwt}`.length
    assert.ok(bytes < 2500, `${bytes} of the 4096 bytes of a cookie`)
  },
  forMe(),
)

rule(
  'CLO-7',
  'a session that the backend begins, and one of its sign-in tokens, are active in the organization it names',
  async (server) => {
    const { organization: team, member } = await ownTeam(server)
    for (const active_organization_id of [team.id, team.slug]) {
      const body = { user_id: member.user.id, active_organization_id }
      const session = (await server.request('POST', '/sessions', { body })).body
      assert.equal(session.last_active_organization_id, team.id)
      assert.equal((await mint(server, session.id, '2026-05-12')).o.id, team.id)
    }
    const body = { user_id: member.user.id, org_id: team.id }
    const signIn = async () => {
      const { token } = (await server.request('POST', '/sign_in_tokens', { body })).body
      return { token, browser: visitor(server) }
    }
    const redeem = async ({ token, browser }: Awaited<ReturnType<typeof signIn>>) => {
      await browser.post('/client/sign_ins', { strategy: 'ticket', ticket: token })
      const [session] = (await browser.get('/client')).sessions
      return [session.last_active_organization_id, told(session.last_active_token.jwt).o?.id]
    }
    const late = await signIn()
    assert.deepEqual(await redeem(await signIn()), [team.id, team.id])
    await server.request('DELETE', memberPath(team, member.user))
    assert.deepEqual(await redeem(late), [null, undefined], 'no member any more')
    const gone = await server.create({ email_address: [address('gone')] })
    await joined(server, team, gone)
    const { token } = (
      await server.request('POST', '/sign_in_tokens', { body: { user_id: gone.id, org_id: team.slug } })
    ).body
    await server.request('DELETE', `/organizations/${team.id}`)
    assert.deepEqual(await redeem({ token, browser: visitor(server) }), [null, undefined])
    const stranger = await me(server)
    assert.deepEqual(await toldNext(stranger), {})
  },
  forMe(),
)
