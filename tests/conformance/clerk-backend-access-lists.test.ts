import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import { type ClientScene, clientOf, clientRule, refusalOf } from './clients.ts'

interface Page<T> {
  data: T[]
  totalCount: number
}
interface Invitation {
  id: string
  emailAddress: string
  publicMetadata: Record<string, unknown>
  status: string
  revoked?: boolean
  /** Since 1.17 some versions read it. */
  url?: string
}
interface Entry {
  id: string
  identifier: string
  identifierType?: string
  invitationId?: string
}
interface Redirect {
  id: string
  url: string
}

/** What all versions have, and what the older ones lack. */
interface AccessApi {
  invitations: {
    getInvitationList(params?: object): Promise<Page<Invitation>>
    createInvitation(params: object): Promise<Invitation>
    createInvitationBulk?(params: object[]): Promise<Invitation[]>
    revokeInvitation(id: string): Promise<Invitation>
  }
  allowlistIdentifiers: {
    getAllowlistIdentifierList(params?: object): Promise<Page<Entry>>
    createAllowlistIdentifier(params: { identifier: string; notify: boolean }): Promise<Entry>
    deleteAllowlistIdentifier(id: string): Promise<{ id: string }>
  }
  blocklistIdentifiers?: {
    getBlocklistIdentifierList(params?: object): Promise<Page<Entry>>
    createBlocklistIdentifier(params: { identifier: string }): Promise<Entry>
    deleteBlocklistIdentifier(id: string): Promise<{ id: string }>
  }
  redirectUrls: {
    getRedirectUrlList(): Promise<Page<Redirect>>
    getRedirectUrl(id: string): Promise<Redirect>
    createRedirectUrl(params: { url: string }): Promise<Redirect>
    deleteRedirectUrl(id: string): Promise<{ id: string }>
  }
}

const apiOf = ({ clerk, server }: ClientScene) => clientOf(clerk, server) as unknown as AccessApi

clientRule('INV-1 INV-4 INV-10 INV-15 INV-16 INV-19', 'invites, lists and revokes', async (scene) => {
  const { invitations } = apiOf(scene)
  const emailAddress = address('client.inv')
  const publicMetadata = { firstPart: { a_b: 1 } }
  const made = await invitations.createInvitation({ emailAddress, publicMetadata, expiresInDays: 3 })
  assert.deepEqual(
    [made.emailAddress, made.status, made.publicMetadata],
    [emailAddress, 'pending', publicMetadata],
  )
  if (scene.clerk.version >= '2') assert.match(made.url!, /\/v1\/tickets\/accept\?ticket=/)
  const twice = await refusalOf(invitations.createInvitation({ emailAddress }))
  assert.deepEqual([twice.status, twice.errors[0]!.code], [400, 'duplicate_record'])
  const again = await invitations.createInvitation({ emailAddress, ignoreExisting: true, notify: false })
  const { data, totalCount } = await invitations.getInvitationList({ query: emailAddress, limit: 1 })
  assert.deepEqual([data.map(({ id }) => id), totalCount], [[again.id], 2])
  assert.equal((await invitations.revokeInvitation(made.id)).status, 'revoked')
  const revoked = await invitations.getInvitationList({ status: 'revoked', query: emailAddress })
  assert.deepEqual(
    revoked.data.map(({ id }) => id),
    [made.id],
  )
  const gone = await refusalOf(invitations.revokeInvitation(made.id))
  assert.deepEqual([gone.status, gone.errors[0]!.code], [400, 'invitation_already_revoked'])
  if (!invitations.createInvitationBulk) return
  const people = [address('client.bulk'), address('client.bulk')]
  const many = await invitations.createInvitationBulk(people.map((emailAddress) => ({ emailAddress })))
  assert.deepEqual(
    many.map((one) => one.emailAddress),
    people,
  )
})

clientRule('ALW-1 ALW-3 ALW-4 ALW-5 BLK-1 BLK-2 BLK-3', 'keeps both lists', async (scene) => {
  const { allowlistIdentifiers: allowed, blocklistIdentifiers: blocked } = apiOf(scene)
  const identifier = address('client.list')
  const entry = await allowed.createAllowlistIdentifier({ identifier, notify: true })
  assert.equal(entry.identifier, identifier)
  assert.match(entry.invitationId!, /^inv_/)
  const whole = await allowed.createAllowlistIdentifier({
    identifier: `*@${scene.clerk.folder.replaceAll(/\W/g, '')}.example`,
    notify: false,
  })
  const list = await allowed.getAllowlistIdentifierList({ limit: 2 })
  assert.deepEqual(list.data.map(({ id }) => id).toSorted(), [entry.id, whole.id].toSorted())
  assert.ok(list.totalCount >= 2)
  assert.equal((await allowed.deleteAllowlistIdentifier(entry.id)).id, entry.id)
  assert.equal((await refusalOf(allowed.deleteAllowlistIdentifier(entry.id))).status, 404)
  await allowed.deleteAllowlistIdentifier(whole.id)
  if (!blocked) return
  const out = await blocked.createBlocklistIdentifier({ identifier })
  assert.equal(out.identifierType, 'email_address')
  const outs = await blocked.getBlocklistIdentifierList()
  assert.ok(outs.data.some(({ id }) => id === out.id) && outs.totalCount >= 1)
  assert.equal((await blocked.deleteBlocklistIdentifier(out.id)).id, out.id)
})

clientRule('RED-1 RED-3 RED-4 RED-5', 'keeps redirect URLs', async (scene) => {
  const { redirectUrls } = apiOf(scene)
  const url = `https://app.example.com/${scene.clerk.version}`
  const made = await redirectUrls.createRedirectUrl({ url })
  assert.equal(made.url, url)
  const { data, totalCount } = await redirectUrls.getRedirectUrlList()
  assert.ok(data.some(({ id }) => id === made.id) && totalCount >= 1)
  assert.equal((await redirectUrls.getRedirectUrl(made.id)).url, url)
  const twice = await refusalOf(redirectUrls.createRedirectUrl({ url }))
  assert.deepEqual([twice.status, twice.errors[0]!.code], [400, 'duplicate_record'])
  await redirectUrls.deleteRedirectUrl(made.id)
  assert.equal((await refusalOf(redirectUrls.getRedirectUrl(made.id))).status, 404)
})
