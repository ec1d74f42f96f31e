import assert from 'node:assert/strict'
import type { FrontendOperation } from '#contract/frontend/frontend-operation.ts'
import { organizationOperations } from '#contract/frontend/organizations/organization-operations.ts'
import { systemPermissions } from '#server/roles/role.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { addressOf, type Ids, type Sending, send } from './any-frontend-operation.ts'
import { checkFrontendAnswer } from './frontend-check.ts'
import { type Guest, guest, join, roleWith } from './rooms.ts'
import { bodyFor, forRooms, fresh, rooms, scene, stateOf } from './rooms-scene.ts'

/** Who may: one of the permissions is enough; none means every member. */
const needed: Readonly<Record<string, readonly string[]>> = {
  getOrganization: [],
  updateOrganization: ['org:sys_profile:manage'],
  deleteOrganization: ['org:sys_profile:delete'],
  updateOrganizationLogo: ['org:sys_profile:manage'],
  deleteOrganizationLogo: ['org:sys_profile:manage'],
  ListOrganizationMemberships: ['org:sys_memberships:read'],
  CreateOrganizationMembership: ['org:sys_memberships:manage'],
  UpdateOrganizationMembership: ['org:sys_memberships:manage'],
  removeOrganizationMember: ['org:sys_memberships:manage'],
  getOrganizationInvitations: ['org:sys_memberships:manage'],
  createOrganizationInvitations: ['org:sys_memberships:manage'],
  bulkCreateOrganizationInvitations: ['org:sys_memberships:manage'],
  getAllPendingOrganizationInvitations: ['org:sys_memberships:manage'],
  revokePendingOrganizationInvitation: ['org:sys_memberships:manage'],
  ListOrganizationRoles: ['org:sys_memberships:read', 'org:sys_memberships:manage'],
  ListOrganizationDomains: ['org:sys_domains:read'],
  CreateOrganizationDomain: ['org:sys_domains:manage'],
  GetOrganizationDomain: ['org:sys_domains:read'],
  deleteOrganizationDomain: ['org:sys_domains:manage'],
  UpdateOrganizationDomainEnrollmentMode: ['org:sys_domains:manage'],
}

interface Actor {
  readonly name: string
  readonly one: Guest
  /** The role in the organization; undefined for a stranger to it. */
  readonly role: string | undefined
  readonly permissions: readonly string[]
}

const every = Object.keys(systemPermissions)
const ofMember = ['org:sys_memberships:read', 'org:sys_billing:read']
const allowed = ({ role, permissions }: Actor, { id }: FrontendOperation) =>
  role !== undefined && (needed[id]!.length === 0 || needed[id]!.some((one) => permissions.includes(one)))

/** An admin, a member, one for each permission alone, one without any, and a stranger. */
async function cast(server: TestServer): Promise<Actor[]> {
  const lone = await Promise.all(
    [[], ...every.map((permission) => [permission])].map(async (permissions) => ({
      name: permissions[0] ?? 'nothing',
      one: await guest(server),
      permissions,
    })),
  )
  const actors: Actor[] = [
    { name: 'admin', one: await guest(server), role: 'org:admin', permissions: every },
    { name: 'member', one: await guest(server), role: 'org:member', permissions: ofMember },
    { name: 'stranger', one: await guest(server), role: undefined, permissions: [] },
  ]
  for (const actor of lone) actors.push({ ...actor, role: await roleWith(server, ...actor.permissions) })
  return actors
}

const proofOf = ({ browser, sessionId }: Guest) => ({ token: browser.token, sessionId })
const outcome = ({ status, body }: Awaited<ReturnType<typeof send>>) => [
  status,
  body.errors?.[0]?.code ?? 'done',
]

/** Spellings of one request; `loose` ones may be refused for other reasons as well. */
function spellings(operation: FrontendOperation, ids: Ids): [string, Sending, 'same' | 'loose'][] {
  const { method, body } = operation
  const path = addressOf(operation, ids)
  const upper = addressOf(operation, { ...ids, organization_id: ids.organization_id!.toUpperCase() })
  const nul = addressOf(operation, { ...ids, organization_id: `${ids.organization_id}%00` })
  const hidden = ['GET', 'POST'].includes(method)
    ? []
    : [method, method.toLowerCase(), method.charAt(0) + method.slice(1).toLowerCase()]
  const [field] = Object.keys(body?.properties ?? {})
  return [
    ['the verb', {}, 'same'],
    ...hidden.map((_method): [string, Sending, 'same'] => [
      `_method=${_method}`,
      { method: 'POST', query: { _method } },
      'same',
    ]),
    ['a slash', { path: `${path}/` }, 'same'],
    ['an encoded letter', { path: path.replace('organizations', '%6frganizations') }, 'same'],
    ['another verb in a header', { headers: { 'x-http-method-override': 'GET' } }, 'same'],
    ['the id in upper case', { path: upper }, 'loose'],
    ['a zero behind the id', { path: nul }, 'loose'],
    ...(field
      ? [
          [
            'a doubled field',
            {
              body: new URLSearchParams([
                [field, 'a'],
                [field, 'b'],
              ]),
            },
            'loose',
          ] as const,
        ]
      : []),
  ].map(([what, sending, how]) => [what, sending, how] as [string, Sending, 'same' | 'loose'])
}

rule(
  'FOR-4',
  'what a role lacks is refused in every spelling, and nothing has changed',
  async (server) => {
    assert.deepEqual(Object.keys(needed).sort(), rooms.map(({ id }) => id).sort(), 'a row for every room')
    const actors = await cast(server)
    const admin = actors.find(({ name }) => name === 'admin')!
    const ids = await scene(server, admin.one)
    for (const { one, role } of actors)
      if (role !== undefined && role !== 'org:admin') await join(server, ids.organization_id, one, role)
    const thorough = ['stranger', 'member', 'nothing']
    let refused = 0
    for (const operation of rooms) {
      const body = await bodyFor(server, operation, ids)
      const before = await stateOf(server)
      for (const actor of actors.filter((one) => !allowed(one, operation))) {
        const expected =
          actor.role === undefined
            ? [404, 'organization_not_found_or_unauthorized']
            : [403, 'missing_organization_permission']
        const all = spellings(operation, ids)
        for (const [what, sending, how] of thorough.includes(actor.name) ? all : all.slice(0, 2)) {
          const answer = await send(server.url, operation, ids, { ...proofOf(actor.one), body, ...sending })
          const told = `${actor.name} by ${what}: ${operation.id} ${answer.text}`
          if (how === 'same') assert.deepEqual(outcome(answer), expected, told)
          else assert.ok(answer.status >= 400 && answer.status < 500, told)
          checkFrontendAnswer(operation.method, addressOf(operation, ids), answer)
          refused++
        }
      }
      assert.equal(await stateOf(server), before, operation.id)
    }
    assert.ok(refused > 500, `${refused} refusals`)
  },
  { ...forRooms(), fresh: true },
)

rule(
  'FOR-4',
  'what a role allows is done',
  async (server) => {
    const actors = await cast(server)
    const owner = await guest(server)
    for (const operation of rooms)
      for (const actor of actors.filter((one) => allowed(one, operation))) {
        const ids = await scene(server, owner)
        await join(server, ids.organization_id, actor.one, actor.role)
        const body = await bodyFor(server, operation, ids)
        const before = await stateOf(server)
        const answer = await send(server.url, operation, ids, { ...proofOf(actor.one), body })
        assert.equal(answer.status, 200, `${actor.name}: ${operation.id} ${answer.text}`)
        checkFrontendAnswer(operation.method, addressOf(operation, ids), answer)
        const changes =
          operation.method !== 'GET' && operation.id !== 'UpdateOrganizationDomainEnrollmentMode'
        assert.equal((await stateOf(server)) !== before, changes, operation.id)
      }
  },
  { ...forRooms(), fresh: true },
)

rule(
  'FOR-5',
  'what another organization has is not there, in any room',
  async (server) => {
    const ada = await guest(server)
    const eve = await guest(server)
    const own = await scene(server, ada)
    const other = await scene(server, eve)
    for (const operation of rooms) {
      const children = ['user_id', 'invitation_id', 'domain_id'].filter((name) =>
        operation.path.includes(`{${name}}`),
      )
      const body = await bodyFor(server, operation, own)
      const before = await stateOf(server)
      const crossed = [
        { ...own, organization_id: other.organization_id },
        other,
        { ...own, organization_id: fresh('org_nobody') },
        ...children.map((name) => ({ ...own, [name]: other[name]! })),
      ]
      for (const ids of crossed) {
        const answer = await send(server.url, operation, ids, { ...proofOf(ada), body })
        assert.equal(answer.status, 404, `${operation.id} ${JSON.stringify(ids)} ${answer.text}`)
        checkFrontendAnswer(operation.method, addressOf(operation, ids), answer)
      }
      assert.equal(await stateOf(server), before, operation.id)
    }
  },
  forRooms(),
)

rule(
  'FOR-4',
  'without a live session of the client no room opens',
  async (server) => {
    const [ada, eve, out] = [await guest(server), await guest(server), await guest(server)]
    const ids = await scene(server, ada)
    await join(server, ids.organization_id, out, 'org:admin')
    await out.browser.post(`/client/sessions/${out.sessionId}/end`)
    const { jwt } = await ada.browser.post(`/client/sessions/${ada.sessionId}/tokens`)
    const { sessionId } = ada
    const before = await stateOf(server)
    const without: [string, Sending][] = [
      ['nothing', {}],
      ['an unknown client', { token: 'nobody', sessionId }],
      ["another client's token", { token: eve.browser.token, sessionId }],
      ['a session token in place of the client', { token: jwt, sessionId }],
      ['a session token as bearer', { sessionId, headers: { authorization: `Bearer ${jwt}` } }],
      ['a session that has ended', proofOf(out)],
    ]
    for (const operation of organizationOperations)
      for (const [what, sending] of without) {
        const answer = await send(server.url, operation, ids, sending)
        assert.deepEqual(outcome(answer), [401, 'authentication_invalid'], `${operation.id} with ${what}`)
      }
    assert.equal(await stateOf(server), before)
  },
  forRooms(),
)
