import assert from 'node:assert/strict'
import { organization as newOrganization } from '#tests/api/given-organizations.ts'
import { address } from '#tests/api/given-users.ts'
import { type ClientScene, clientOf, clientRule, type Params, refusalOf } from './clients.ts'

interface Membership {
  id: string
  role: string
  permissions: string[]
  publicMetadata: Params
  privateMetadata: Params
  organization: { id: string; slug: string | null; maxAllowedMemberships: number }
  publicUserData?: { userId: string; identifier: string; firstName: string | null; hasImage: boolean } | null
  createdAt: number
  updatedAt: number
}

interface Page {
  data: Membership[]
  totalCount: number
}

/** What all four versions have, but for the list of the instance, which came later. */
interface Members {
  getOrganizationMembershipList(params: Params): Promise<Page>
  createOrganizationMembership(params: Params): Promise<Membership>
  updateOrganizationMembership(params: Params): Promise<Membership>
  updateOrganizationMembershipMetadata(params: Params): Promise<Membership>
  deleteOrganizationMembership(params: Params): Promise<Membership>
  getInstanceOrganizationMembershipList?(params: Params): Promise<Page>
}

const membersOf = ({ clerk, server }: ClientScene): Members =>
  (clientOf(clerk, server) as unknown as { organizations: Members }).organizations

const ofUsers = ({ users }: ClientScene) =>
  users as unknown as { getOrganizationMembershipList(params: Params): Promise<Page> }

const person = ({ users }: ClientScene, firstName: string) =>
  users.createUser({ firstName, emailAddress: [address('client')] })

clientRule(
  'STR-12 MBR-1 MBR-10 MBR-13 MBR-15 ORM-2',
  'adds, changes, reads and removes a member',
  async (scene) => {
    const members = membersOf(scene)
    const admin = await person(scene, 'Ada')
    const user = await person(scene, 'Grace')
    const organization = await newOrganization(scene.server, { created_by: admin.id })
    const ids = { organizationId: organization.id, userId: user.id }
    const made = await members.createOrganizationMembership({ ...ids, role: 'org:member' })
    assert.match(made.constructor.name, /^_?OrganizationMembership$/)
    assert.deepEqual([made.role, made.publicMetadata], ['org:member', {}])
    assert.deepEqual([made.organization.id, made.organization.slug], [organization.id, organization.slug])
    assert.partialDeepStrictEqual(made.publicUserData, {
      userId: user.id,
      identifier: user.emailAddresses[0]!.emailAddress,
      firstName: 'Grace',
      hasImage: false,
    })
    const changed = await members.updateOrganizationMembership({ ...ids, role: 'org:admin' })
    assert.deepEqual([changed.id, changed.role], [made.id, 'org:admin'])
    assert.ok(changed.permissions.includes('org:sys_profile:delete'))
    const metadata = { publicMetadata: { deskNumber: 7, old: null }, privateMetadata: { a_b: 'cD' } }
    const merged = await members.updateOrganizationMembershipMetadata({ ...ids, ...metadata })
    assert.deepEqual(
      [merged.publicMetadata, merged.privateMetadata],
      [{ deskNumber: 7 }, { a_b: 'cD' }],
      'the keys keep their case',
    )
    const own = await ofUsers(scene).getOrganizationMembershipList({ userId: user.id })
    assert.deepEqual([own.data, own.totalCount], [[merged], 1])
    const removed = await members.deleteOrganizationMembership(ids)
    assert.deepEqual(removed, merged)
    const none = await ofUsers(scene).getOrganizationMembershipList({ userId: user.id })
    assert.deepEqual([none.data, none.totalCount], [[], 0])
  },
)

clientRule(
  'STR-12 MBR-7 MBR-8 MBR-9 MBR-17 ORM-1',
  'lists members with filters, order and pages',
  async (scene) => {
    const members = membersOf(scene)
    const organization = await newOrganization(scene.server)
    const organizationId = organization.id
    const people = new Map<string, string>()
    for (const [name, role] of [
      ['Cleo', 'org:member'],
      ['Ada', 'org:admin'],
      ['Bobrick', 'org:member'],
    ] as const) {
      const { id } = await person(scene, name)
      people.set(id, name)
      await members.createOrganizationMembership({ organizationId, userId: id, role })
      scene.server.clock.advance(1000)
    }
    const [cleo, ada] = [...people.keys()]
    const names = ({ data }: Page) => data.map(({ publicUserData }) => people.get(publicUserData!.userId))
    const finds = async (params: Params, expected: string[], total = expected.length) => {
      const page = await members.getOrganizationMembershipList({ organizationId, ...params })
      assert.deepEqual([names(page), page.totalCount], [expected, total], JSON.stringify(params))
    }
    await finds({}, ['Bobrick', 'Ada', 'Cleo'])
    await finds({ limit: 1, offset: 1 }, ['Ada'], 3)
    // The oldest version sends nothing else, and has no list of the instance.
    const isOldest = !members.getInstanceOrganizationMembershipList
    if (!isOldest) {
      await finds({ orderBy: '+first_name' }, ['Ada', 'Bobrick', 'Cleo'])
      await finds({ orderBy: '-first_name', limit: 1, offset: 1 }, ['Bobrick'], 3)
      await finds({ role: ['org:member'] }, ['Bobrick', 'Cleo'])
      await finds({ userId: [cleo, ada] }, ['Ada', 'Cleo'])
      await finds({ query: 'bobrick' }, ['Bobrick'])
    }
    const two = await newOrganization(scene.server)
    await members.createOrganizationMembership({ organizationId: two.id, userId: ada, role: 'org:admin' })
    const own = await ofUsers(scene).getOrganizationMembershipList({ userId: ada, limit: 1 })
    assert.deepEqual([own.data[0]?.organization.id, own.totalCount], [two.id, 2])
    const found = await scene.users.getUserList({ organizationId: [`+${organizationId}`, `-${two.id}`] })
    assert.deepEqual(
      [found.data.map(({ firstName }) => firstName), found.totalCount],
      [['Bobrick', 'Cleo'], 2],
    )
    if (isOldest) return
    const all = await members.getInstanceOrganizationMembershipList!({ orderBy: '-created_at', limit: 4 })
    assert.deepEqual(names(all), ['Ada', 'Bobrick', 'Ada', 'Cleo'])
    assert.ok(all.totalCount >= 4)
  },
)

clientRule('STR-11 MBR-2 MBR-5 MBR-11 MBR-12', 'throws refusals of memberships', async (scene) => {
  const members = membersOf(scene)
  const admin = await person(scene, 'Ada')
  const stranger = await person(scene, 'Eve')
  const { id: organizationId } = await newOrganization(scene.server, { created_by: admin.id })
  const ids = { organizationId, userId: admin.id }
  const cases: [() => Promise<unknown>, number, string, string?][] = [
    [
      () => members.createOrganizationMembership({ ...ids, role: 'org:admin' }),
      400,
      'already_a_member_in_organization',
    ],
    [
      () =>
        members.createOrganizationMembership({ organizationId, userId: 'user_nobody', role: 'org:admin' }),
      404,
      'resource_not_found',
    ],
    [
      () => members.createOrganizationMembership({ organizationId, userId: stranger.id, role: 'org:none' }),
      422,
      'form_resource_not_found',
      'role',
    ],
    [
      () => members.updateOrganizationMembership({ ...ids, role: 'org:member' }),
      400,
      'organization_minimum_permissions_needed',
    ],
    [() => members.deleteOrganizationMembership(ids), 400, 'organization_minimum_permissions_needed'],
    [
      () => members.deleteOrganizationMembership({ organizationId, userId: stranger.id }),
      404,
      'resource_not_found',
    ],
  ]
  for (const [run, status, code, param] of cases) {
    const error = await refusalOf(run())
    assert.deepEqual(
      [error.clerkError, error.status, error.errors[0]?.code, error.errors[0]?.meta.paramName],
      [true, status, code, param],
    )
  }
})
