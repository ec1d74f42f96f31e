import assert from 'node:assert/strict'
import { domainName, withDomains } from '#tests/api/given-domains.ts'
import { organization } from '#tests/api/given-organizations.ts'
import { address } from '#tests/api/given-users.ts'
import { messagesTo } from '#tests/mail/mailed.ts'
import { acceptAs } from './accept-as.ts'
import { type ClientScene, clientOf, clientRule, type Params, refusalOf } from './clients.ts'

interface Invitation {
  id: string
  emailAddress: string
  role: string
  organizationId: string
  status?: string
  publicMetadata: Params
  privateMetadata: Params
  /** Newer than the oldest version. */
  url?: string | null
  expiresAt?: number
  publicOrganizationData?: { id: string; name: string; slug: string }
}

interface Domain {
  id: string
  name: string
  enrollmentMode: string
  verification: { status: string; strategy: string } | null
}

interface Page<T> {
  data: T[]
  totalCount: number
}

/** What all four versions have, but for several invitations at once, which came later. */
interface Organizations {
  createOrganizationInvitation(params: Params): Promise<Invitation>
  createOrganizationInvitationBulk?(id: string, params: Params[]): Promise<Page<Invitation>>
  getOrganizationInvitation(params: Params): Promise<Invitation>
  getOrganizationInvitationList(params: Params): Promise<Page<Invitation>>
  revokeOrganizationInvitation(params: Params): Promise<Invitation>
  createOrganizationDomain(params: Params): Promise<Domain>
  updateOrganizationDomain(params: Params): Promise<Domain>
  deleteOrganizationDomain(params: Params): Promise<{ id: string; deleted: boolean }>
  getOrganizationDomainList(params: Params): Promise<Page<Domain>>
  getOrganizationMembershipList(params: Params): Promise<Page<{ role: string; publicMetadata: Params }>>
}

const organizationsOf = ({ clerk, server }: ClientScene): Organizations =>
  (clientOf(clerk, server) as unknown as { organizations: Organizations }).organizations

/** The oldest version has no such list. */
const ofUsers = ({ users }: ClientScene) =>
  users as unknown as { getOrganizationInvitationList?(params: Params): Promise<Page<Invitation>> }

clientRule(
  'OIN-1 OIN-12 OIN-15 OIN-19 ORI-1 ORI-2 ORI-3',
  'invites a user who accepts and is a member then',
  async (scene) => {
    const organizations = organizationsOf(scene)
    const admin = await scene.users.createUser({ emailAddress: [address('admin')] })
    const email = address('client')
    const user = await scene.users.createUser({ emailAddress: [email] })
    const { id: organizationId, name } = await organization(scene.server, { created_by: admin.id })
    const made = await organizations.createOrganizationInvitation({
      organizationId,
      inviterUserId: admin.id,
      emailAddress: email,
      role: 'org:member',
      publicMetadata: { deskNumber: 7 },
    })
    assert.deepEqual(
      [made.emailAddress, made.organizationId, made.status, made.publicMetadata],
      [email, organizationId, 'pending', { deskNumber: 7 }],
    )
    const [mail] = await messagesTo(scene.server, email)
    assert.ok(mail.link.includes('/v1/tickets/accept?ticket='))
    // The oldest version reads neither the link nor the end.
    if (made.url !== undefined) assert.equal(made.url, mail.link)
    const ids = { organizationId, invitationId: made.id }
    const read = await organizations.getOrganizationInvitation(ids)
    assert.deepEqual([read.id, read.url ?? null, read.expiresAt], [made.id, null, made.expiresAt])
    const pending = await organizations.getOrganizationInvitationList({ organizationId, status: ['pending'] })
    assert.deepEqual([pending.data, pending.totalCount], [[read], 1])

    const list = (status: string) =>
      ofUsers(scene).getOrganizationInvitationList?.({ userId: user.id, status: [status] })
    const own = await list('pending')
    if (own) {
      assert.deepEqual([own.data[0]?.id, own.totalCount], [made.id, 1])
      assert.equal(own.data[0]?.publicOrganizationData?.name, name)
    }
    assert.equal((await acceptAs(scene, user, made.id)).status, 200)
    const later = await list('accepted')
    if (later) assert.deepEqual([later.data[0]?.status, later.totalCount], ['accepted', 1])
    const members = await organizations.getOrganizationMembershipList({ organizationId })
    assert.deepEqual(
      members.data.map(({ role, publicMetadata }) => [role, publicMetadata]),
      [
        ['org:member', { deskNumber: 7 }],
        ['org:admin', {}],
      ],
    )
  },
)

clientRule('OIN-10 OIN-11', 'invites several people at once, where it can', async (scene) => {
  const organizations = organizationsOf(scene)
  const { id } = await organization(scene.server)
  const some = [1, 2, 3].map(() => ({ emailAddress: address('bulk'), role: 'org:member' }))
  if (!organizations.createOrganizationInvitationBulk) {
    const list = await organizations.getOrganizationInvitationList({ organizationId: id })
    assert.deepEqual([list.data, list.totalCount], [[], 0])
    return
  }
  const made = await organizations.createOrganizationInvitationBulk(id, some)
  assert.deepEqual(
    made.data.map(({ emailAddress }) => emailAddress),
    some.map(({ emailAddress }) => emailAddress),
  )
  assert.equal(made.totalCount, 3)
  const refusal = await refusalOf(organizations.createOrganizationInvitationBulk(id, [some[0]!]))
  assert.equal(refusal.errors[0]?.code, 'organization_invitation_not_unique')
})

clientRule('STR-11 OIN-3 OIN-7 OIN-15 OIN-17', 'throws refusals of invitations', async (scene) => {
  const organizations = organizationsOf(scene)
  const { id: organizationId } = await organization(scene.server)
  const asked = { organizationId, emailAddress: address('client'), role: 'org:member' }
  const made = await organizations.createOrganizationInvitation(asked)
  const refusedFor = async (call: Promise<unknown>, status: number, code: string) => {
    const refusal = await refusalOf(call)
    assert.deepEqual([refusal.status, refusal.errors[0]?.code], [status, code])
  }
  const again = organizations.createOrganizationInvitation(asked)
  await refusedFor(again, 400, 'organization_invitation_not_unique')
  const inviterUserId = 'user_nobody'
  const named = organizations.createOrganizationInvitation({ ...asked, inviterUserId })
  await refusedFor(named, 403, 'not_an_admin_in_organization')
  const ids = { organizationId, invitationId: made.id }
  // The oldest version names nobody unless it is told to.
  const revoked = await organizations.revokeOrganizationInvitation(ids)
  assert.deepEqual([revoked.id, revoked.status], [made.id, 'revoked'])
  const twice = organizations.revokeOrganizationInvitation(ids)
  await refusedFor(twice, 404, 'organization_invitation_not_pending')
  const nowhere = organizations.getOrganizationInvitation({ ...ids, invitationId: 'orginv_nobody' })
  await refusedFor(nowhere, 404, 'organization_invitation_not_found')
})

clientRule(
  'DOM-1 DOM-3 DOM-5 DOM-7 DOM-8',
  'adds, changes, lists and removes a domain',
  async (scene) => {
    const organizations = organizationsOf(scene)
    const { id: organizationId } = await organization(scene.server)
    const name = domainName()
    const asked = { organizationId, name, enrollmentMode: 'manual_invitation', verified: true }
    const made = await organizations.createOrganizationDomain(asked)
    assert.deepEqual([made.name, made.verification?.strategy], [name, 'admin'])
    const listed = await organizations.getOrganizationDomainList({ organizationId, verified: true })
    assert.deepEqual([listed.data, listed.totalCount], [[made], 1])
    const ids = { organizationId, domainId: made.id }
    const changed = await organizations.updateOrganizationDomain({ ...ids, verified: false })
    assert.deepEqual([changed.id, changed.verification], [made.id, null])
    const mode = { ...asked, name: domainName(), enrollmentMode: 'automatic_invitation' }
    const refusal = await refusalOf(organizations.createOrganizationDomain(mode))
    assert.equal(refusal.errors[0]?.code, 'organization_domain_enrollment_mode_not_enabled')
    assert.deepEqual((await organizations.deleteOrganizationDomain(ids)).deleted, true)
    const none = await organizations.getOrganizationDomainList({ organizationId })
    assert.deepEqual([none.data, none.totalCount], [[], 0])
  },
  withDomains,
)
