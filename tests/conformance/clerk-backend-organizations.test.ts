import assert from 'node:assert/strict'
import { organizationName } from '#tests/api/given-organizations.ts'
import { address } from '#tests/api/given-users.ts'
import { anyPicture } from '#tests/images/pictures.ts'
import { acceptAs } from './accept-as.ts'
import {
  type ClerkDeleted,
  type ClientScene,
  clientOf,
  clientRule,
  type Params,
  refusalOf,
} from './clients.ts'

interface Organization {
  id: string
  name: string
  slug: string | null
  imageUrl: string
  hasImage: boolean
  membersCount?: number
  maxAllowedMemberships: number
  adminDeleteEnabled: boolean
  publicMetadata: Params | null
  privateMetadata: Params
  createdAt: number
}

/** What all four versions have, but for replacing metadata, which the newest has alone. */
interface Organizations {
  getOrganizationList(params?: Params): Promise<{ data: Organization[]; totalCount: number }>
  createOrganization(params: Params): Promise<Organization>
  getOrganization(params: Params): Promise<Organization>
  updateOrganization(id: string, params: Params): Promise<Organization>
  updateOrganizationLogo(id: string, params: Params): Promise<Organization>
  deleteOrganizationLogo(id: string): Promise<Organization>
  updateOrganizationMetadata(id: string, params: Params): Promise<Organization>
  replaceOrganizationMetadata?(id: string, params: Params): Promise<Organization>
  deleteOrganization(id: string): Promise<ClerkDeleted>
  createOrganizationInvitation(params: Params): Promise<{ id: string }>
}

const organizationsOf = ({ clerk, server }: ClientScene): Organizations =>
  (clientOf(clerk, server) as unknown as { organizations: Organizations }).organizations

const person = ({ users }: ClientScene) => users.createUser({ emailAddress: [address('client')] })

/** An organization with its founder, and a second member who has accepted an invitation. */
async function founded(scene: ClientScene) {
  const organizations = organizationsOf(scene)
  const founder = await person(scene)
  const made = await organizations.createOrganization({ name: organizationName(), createdBy: founder.id })
  const guest = await person(scene)
  const invitation = await organizations.createOrganizationInvitation({
    organizationId: made.id,
    inviterUserId: founder.id,
    emailAddress: guest.emailAddresses[0]!.emailAddress,
    role: 'org:member',
  })
  assert.equal((await acceptAs(scene, guest, invitation.id)).status, 200)
  return { organizations, founder, guest, made }
}

clientRule(
  'ORG-2 ORG-4 ORG-5 ORG-6 ORG-12',
  'makes an organization, finds it, its members and those who are not',
  async (scene) => {
    const { organizations, founder, guest, made } = await founded(scene)
    assert.deepEqual([made.slug, made.hasImage, made.maxAllowedMemberships], [made.name, false, 0])
    assert.equal((await fetch(made.imageUrl)).status, 200)
    const bySlug = await organizations.getOrganization({ slug: made.slug, includeMembersCount: true })
    assert.deepEqual([bySlug.id, bySlug.membersCount], [made.id, 2])
    const list = await organizations.getOrganizationList({
      query: made.name,
      includeMembersCount: true,
      orderBy: '-members_count',
    })
    assert.deepEqual([list.data[0]?.id, list.data[0]?.membersCount, list.totalCount], [made.id, 2, 1])
    const members = await scene.users.getUserList({ organizationId: [made.id], orderBy: '+created_at' })
    assert.deepEqual(
      members.data.map(({ id }) => id),
      [founder.id, guest.id],
    )
    const others = await scene.users.getUserList({ organizationId: [`-${made.id}`], userId: [guest.id] })
    assert.deepEqual(others.data, [])
  },
)

clientRule('ORG-13 ORG-18 ORG-19', 'changes an organization and its metadata', async (scene) => {
  const { organizations, made } = await founded(scene)
  const changed = await organizations.updateOrganization(made.id, {
    name: 'Counting House',
    maxAllowedMemberships: 7,
    adminDeleteEnabled: false,
  })
  assert.deepEqual(
    [changed.name, changed.slug, changed.maxAllowedMemberships, changed.adminDeleteEnabled],
    ['Counting House', made.slug, 7, false],
  )
  const first = { publicMetadata: { planName: 'pro', old: 1 }, privateMetadata: { a_b: 'cD' } }
  await organizations.updateOrganizationMetadata(made.id, first)
  const patch = { publicMetadata: { old: null } }
  const merged = await organizations.updateOrganizationMetadata(made.id, patch)
  assert.deepEqual([merged.publicMetadata, merged.privateMetadata], [{ planName: 'pro' }, { a_b: 'cD' }])
  const whole = { publicMetadata: { whole: true } }
  const replaced = await organizations.replaceOrganizationMetadata?.(made.id, whole)
  if (replaced)
    assert.deepEqual([replaced.publicMetadata, replaced.privateMetadata], [{ whole: true }, { a_b: 'cD' }])
})

clientRule('OLO-1 OLO-2', 'gives an organization a logo and takes it away', async (scene) => {
  const { organizations, founder, made } = await founded(scene)
  const file = new Blob([anyPicture() as Uint8Array<ArrayBuffer>])
  const shown = await organizations.updateOrganizationLogo(made.id, { file, uploaderUserId: founder.id })
  assert.equal(shown.hasImage, true)
  assert.equal((await fetch(shown.imageUrl)).status, 200)
  const bare = await organizations.deleteOrganizationLogo(made.id)
  assert.deepEqual([bare.hasImage, bare.imageUrl], [false, made.imageUrl])
})

clientRule('STR-11 ORG-12 ORG-16', 'deletes an organization, and reads what is refused', async (scene) => {
  const { organizations, guest, made } = await founded(scene)
  const taken = await refusalOf(organizations.createOrganization({ name: 'Other', slug: made.slug }))
  assert.equal(taken.errors[0]?.meta.paramName, 'slug')
  const deleted = await organizations.deleteOrganization(made.id)
  assert.deepEqual([deleted.id, deleted.deleted], [made.id, true])
  const gone = await refusalOf(organizations.getOrganization({ organizationId: made.id }))
  assert.deepEqual([gone.status, gone.errors[0]?.code], [404, 'resource_not_found'])
  assert.equal((await scene.users.getUser(guest.id)).id, guest.id)
})
