import { actingId } from '#server/frontend/me/acting-user.ts'
import { inviteToOrganization } from '#server/organizations/invite.ts'
import { type SeenInvitation, seenInvitations } from '#server/organizations/seen-invitations.ts'
import type { ClientCall } from '#server/sessions/client-call.ts'
import type { World } from '#server/world.ts'
import { whilePermitted } from './permitted.ts'

export interface MemberInvites {
  readonly addresses: readonly string[]
  readonly role: string
  readonly notify?: boolean | null | undefined
}

/** The acting user is named as the one who invites. The links stay secret: they prove who reads an address's mail. */
export async function inviteAsMember(
  world: World,
  call: ClientCall,
  organizationId: string,
  { addresses, role, notify }: MemberInvites,
): Promise<SeenInvitation[]> {
  const inviterId = actingId(call)
  const invites = addresses.map((emailAddress) => ({ emailAddress, role, inviterId, notify }))
  const issued = await whilePermitted(world, call, organizationId, 'org:sys_memberships:manage', (admit) =>
    inviteToOrganization(world, call, organizationId, invites, admit),
  )
  return seenInvitations(world, issued)
}
