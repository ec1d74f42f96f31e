import assert from 'node:assert/strict'
import { joined } from '#tests/api/given-members.ts'
import { organization } from '#tests/api/given-organizations.ts'
import { refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'
import { forMe, type Me, me } from './me.ts'
import { acting, toldNext } from './own-team.ts'

type Body = Answer['body']
const path = '/organization_invitations'
const dayMs = 86_400_000

async function invited(
  server: TestServer,
  team: Body,
  email_address: string,
  more: object = {},
): Promise<Body> {
  const body = { email_address, role: 'org:member', ...more }
  const answer = await server.request('POST', `/organizations/${team.id}/invitations`, { body })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

const accept = (one: Me, id: string): Promise<Answer> => one.call('POST', `${path}/${id}/accept`)
const idsOf = (page: Body) => page.data.map(({ id }: Body) => id)

rule(
  'OIO-1',
  'invitations to verified addresses, newest first, by status, without their links',
  async (server) => {
    const ada = await me(server)
    const teams: Body[] = []
    for (let at = 0; at < 3; at++) teams.push(await organization(server))
    const all: Body[] = []
    const more = { public_metadata: { seat: 7 }, private_metadata: { hidden: 'from browsers' } }
    for (const team of teams) {
      server.clock.advance(1000)
      const expires_in_days = team === teams[2] ? 1 : 9
      all.push(await invited(server, team, ada.email.toUpperCase(), { ...more, expires_in_days }))
    }
    await invited(server, teams[0], 'somebody.else@example.com')
    const [oldest, middle, newest] = all
    const whole = await ada.call('GET', path)
    const { response: page, client } = whole.body
    assert.deepEqual([idsOf(page), page.total_count], [[newest.id, middle.id, oldest.id], 3])
    assert.equal(client.sessions[0].id, ada.sessionId)
    const [shown] = page.data
    assert.deepEqual(
      [shown.role, shown.role_name, shown.status, shown.url, shown.public_metadata],
      ['org:member', 'Member', 'pending', null, { seat: 7 }],
    )
    const { id, name, slug } = shown.public_organization_data
    assert.deepEqual([id, name, slug], [teams[2].id, teams[2].name, teams[2].slug])
    assert.ok(!whole.text.includes('hidden') && !whole.text.includes('ticket='), whole.text)

    await server.request('POST', `/organizations/${teams[1].id}/invitations/${middle.id}/revoke`, {
      body: {},
    })
    await accept(ada, oldest.id)
    const by = async (...statuses: string[]) => {
      const query = statuses.map((status) => `status=${status}`).join('&')
      return idsOf(await ada.done('GET', `${path}?${query}`))
    }
    assert.deepEqual(await by('pending'), [newest.id])
    assert.deepEqual(await by('accepted', 'revoked'), [middle.id, oldest.id])
    assert.deepEqual(await by('expired'), [])
    server.clock.advance(dayMs + 1)
    assert.deepEqual([await by('pending'), await by('expired')], [[], [newest.id]])
    refused(await ada.call('GET', `${path}?status=open`), 400, 'invalid_query_parameter_value status')
    const many = Array.from({ length: 101 }, () => 'status=pending').join('&')
    refused(await ada.call('GET', `${path}?${many}`), 422, 'form_param_array_size_exceeded status')
  },
  forMe(),
)

rule(
  'OIO-1',
  'an address that is not verified, or reserved for somebody, brings no invitation',
  async (server) => {
    const team = await organization(server)
    const ada = await me(server)
    const claimed = `claimed.${ada.email}`
    await ada.done('POST', '/email_addresses', { email_address: claimed })
    const reserved = { user_id: ada.user.id, email_address: `reserved.${ada.email}`, reserved: true }
    await server.request('POST', '/email_addresses', { body: reserved })
    for (const address of [claimed, `reserved.${ada.email}`]) {
      const { id } = await invited(server, team, address)
      assert.deepEqual((await ada.done('GET', path)).data, [])
      refused(await accept(ada, id), 404, 'organization_invitation_not_found')
    }
  },
  forMe(),
)

rule(
  'OIO-2',
  'accepting makes a member with role and metadata of the invitation, once',
  async (server) => {
    const team = await organization(server)
    const ada = await me(server)
    const metadata = { public_metadata: { seat: 3 } }
    const { id } = await invited(server, team, ada.email, { role: 'org:admin', ...metadata })
    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(ada, id)))
    const won = answers.filter(({ status }) => status === 200)
    assert.equal(won.length, 1, answers.map(({ text }) => text).join('\n'))
    for (const lost of answers.filter((one) => one !== won[0]))
      refused(lost, 400, 'organization_invitation_already_accepted')
    assert.deepEqual([won[0]!.body.response.id, won[0]!.body.response.status], [id, 'accepted'])
    const [membership] = won[0]!.body.client.sessions[0].user.organization_memberships
    assert.deepEqual(
      [membership.organization.id, membership.role, membership.public_metadata],
      [team.id, 'org:admin', { seat: 3 }],
    )
    const [event] = await server.events(membership.id)
    assert.deepEqual([event!.type, event!.actor], ['organizationMembership.created', `user:${ada.user.id}`])
    await acting(ada, team.id)
    assert.equal((await toldNext(ada)).o.rol, 'admin')
  },
  forMe(),
)

rule(
  'OIO-3',
  'what is not open, and what is for somebody else, is not accepted',
  async (server) => {
    const team = await organization(server)
    const [ada, eve] = [await me(server), await me(server)]
    const { id } = await invited(server, team, ada.email)
    for (const unknown of [id, 'orginv_nobody', 'orginv_%00'])
      refused(await accept(eve, unknown), 404, 'organization_invitation_not_found')
    await server.request('POST', `/organizations/${team.id}/invitations/${id}/revoke`, { body: {} })
    refused(await accept(ada, id), 400, 'organization_invitation_revoked_code')
    const short = await invited(server, team, ada.email, { expires_in_days: 1 })
    server.clock.advance(dayMs + 1)
    refused(await accept(ada, short.id), 404, 'organization_invitation_not_pending')
    assert.deepEqual(await ada.done('GET', '/organization_memberships'), [])
  },
  forMe(),
)

rule(
  'OIO-4',
  'in a full organization, and for one who is a member by now, the invitation stays open',
  async (server) => {
    const ada = await me(server)
    const full = await organization(server, { max_allowed_memberships: 1 })
    const { id } = await invited(server, full, ada.email)
    await joined(server, full, (await me(server)).user)
    refused(await accept(ada, id), 403, 'organization_membership_quota_exceeded')
    const team = await organization(server)
    const twice = await invited(server, team, ada.email)
    await joined(server, team, ada.user)
    refused(await accept(ada, twice.id), 400, 'already_a_member_in_organization')
    const { data } = await ada.done('GET', path, undefined, { query: { status: 'pending' } })
    assert.deepEqual(data.map((one: Body) => one.id).sort(), [id, twice.id].sort())
  },
  forMe(),
)
