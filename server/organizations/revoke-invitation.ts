import { Refusal } from '#server/refusal.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import { unknownInvitation } from './accept-invitation.ts'
import type { OrganizationInvitation } from './organization.ts'
import { type Admission, withinOrganization } from './within-organization.ts'

/** From this moment on nobody can accept it. */
export const revokeInvitation = (
  world: World,
  call: Call,
  organizationId: string,
  invitationId: string,
  admit?: Admission,
): Promise<OrganizationInvitation> =>
  withinOrganization(world, organizationId, admit, async (held) => {
    const now = world.now()
    const revoked = await held.endInvitation(invitationId, 'revoked', now)
    if (!revoked) {
      if (!(await held.invitation(invitationId))) throw unknownInvitation(invitationId)
      throw new Refusal('organization_invitation_not_pending')
    }
    const details = { organization_id: revoked.organization_id }
    await held.record(eventOf(call, 'organizationInvitation.revoked', revoked.id, now, details))
    return revoked
  })
