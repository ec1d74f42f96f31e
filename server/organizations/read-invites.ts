import type { JsonText } from '#contract/shapes.ts'
import { redirectProblems } from '#server/invitations/redirect-target.ts'
import { type Problem, problem, refuseAny } from '#server/refusal.ts'
import { parseEmailAddress } from '#server/users/identifiers.ts'
import { metadataProblems } from '#server/users/metadata.ts'
import type { User } from '#server/users/user.ts'
import type { World } from '#server/world.ts'

/** Somebody to be invited, as a caller names them. */
export interface Invite {
  readonly emailAddress: string
  /** The key of a role. */
  readonly role: string
  readonly inviterId?: string | null | undefined
  readonly publicMetadata?: JsonText | null | undefined
  readonly privateMetadata?: JsonText | null | undefined
  readonly redirectUrl?: string | null | undefined
  readonly expiresInDays?: number | null | undefined
  /** False: no mail is sent; whoever invites hands the link on. */
  readonly notify?: boolean | null | undefined
}

/** An invite whose values have been looked at. */
export interface ReadInvite {
  readonly given: Invite
  readonly value: string
  /** As compared. */
  readonly normalized: string
  /** Who has claimed the address. */
  readonly ownerId: string | undefined
  readonly inviter: User | undefined
}

async function problemsOf(world: World, invite: Invite): Promise<Problem[]> {
  const { publicMetadata, privateMetadata, redirectUrl } = invite
  return [
    ...(parseEmailAddress(invite.emailAddress)
      ? []
      : [
          problem('form_param_format_invalid', { param: 'email_address', expected: 'a valid email address' }),
        ]),
    ...(publicMetadata ? metadataProblems('public_metadata', publicMetadata) : []),
    ...(privateMetadata ? metadataProblems('private_metadata', privateMetadata) : []),
    ...(redirectUrl ? await redirectProblems(world, redirectUrl) : []),
  ]
}

/** What the values of invites say, or every reason why they cannot be taken. */
export async function readInvites(world: World, invites: readonly Invite[]): Promise<ReadInvite[]> {
  refuseAny((await Promise.all(invites.map((invite) => problemsOf(world, invite)))).flat())
  const inviterIds = new Set(invites.flatMap(({ inviterId }) => inviterId ?? []))
  const inviters = inviterIds.size > 0 ? await world.users.findAll([...inviterIds]) : []
  return Promise.all(
    invites.map(async (given) => {
      const { value, normalized } = parseEmailAddress(given.emailAddress)!
      const ownerId = await world.users.claimantOf('email_address', normalized)
      return { given, value, normalized, ownerId, inviter: inviters.find(({ id }) => id === given.inviterId) }
    }),
  )
}
