import type { JsonText } from '#contract/shapes.ts'
import { newId } from '#server/ids.ts'
import type { MailOrder } from '#server/mail/messages.ts'
import { acceptAddress } from '#server/organizations/invite.ts'
import { type Problem, problem, Refusal, refuseAny } from '#server/refusal.ts'
import { hashToken, newToken } from '#server/sessions/client-call.ts'
import { identifierTaken } from '#server/users/identifier-taken.ts'
import { parseEmailAddress } from '#server/users/identifiers.ts'
import { emptyMetadata, metadataProblems } from '#server/users/metadata.ts'
import { type Call, eventOf, type World } from '#server/world.ts'
import type { Invitation } from './invitation.ts'
import { AlreadyInvited, type NewInvitation } from './invitation-store.ts'
import { redirectProblems } from './redirect-target.ts'

/** Somebody to be invited, as a caller names them. */
export interface Invite {
  readonly email_address: string
  readonly public_metadata?: JsonText | null
  readonly redirect_url?: string | null
  readonly notify?: boolean | null
  readonly ignore_existing?: boolean | null
  readonly expires_in_days?: number | null
}

/** An invitation with the link that holds its secret, which nothing but this answer and the mail ever hold. */
export interface IssuedInvitation extends Invitation {
  readonly url: string
}

/** All of one invitation before it is stored: what is written, what is answered, what is mailed. */
export interface DraftedInvitation {
  readonly written: NewInvitation
  readonly issued: IssuedInvitation
  readonly order: MailOrder | undefined
}

const daysDefault = 30
const dayMs = 24 * 3_600_000

async function problemsOf(world: World, invite: Invite): Promise<Problem[]> {
  const { email_address, public_metadata, redirect_url } = invite
  const param = 'email_address'
  return [
    ...(parseEmailAddress(email_address)
      ? []
      : [problem('form_param_format_invalid', { param, expected: 'a valid email address' })]),
    ...(public_metadata ? metadataProblems('public_metadata', public_metadata) : []),
    ...(redirect_url ? await redirectProblems(world, redirect_url) : []),
  ]
}

/**
 * A user who has the address could not accept. One who comes into being at the same moment may be missed; their
 * invitation then is worth nothing, because the address is taken.
 */
export async function refuseUser(world: World, { email_address, ignore_existing }: Invite): Promise<void> {
  if (ignore_existing) return
  const { normalized } = parseEmailAddress(email_address)!
  if ((await world.users.claimantOf('email_address', normalized)) !== undefined)
    throw identifierTaken('email_address')
}

export function draftInvitation(world: World, call: Call, invite: Invite): DraftedInvitation {
  const at = world.now()
  const { value, normalized } = parseEmailAddress(invite.email_address)!
  const token = newToken()
  const days = invite.expires_in_days ?? daysDefault
  const invitation: Invitation = {
    id: newId('inv', at),
    email_address: value,
    normalized,
    token_hash: hashToken(token),
    status: 'pending',
    redirect_url: invite.redirect_url ?? null,
    expire_at: at + days * dayMs,
    created_at: at,
    updated_at: at,
    public_metadata: invite.public_metadata ?? emptyMetadata,
  }
  const link = acceptAddress(world, token)
  const order: MailOrder | undefined =
    invite.notify === false
      ? undefined
      : { kind: 'invitation', user_id: null, recipient: value, values: { link, days } }
  const written = {
    invitation,
    event: eventOf(call, 'invitation.created', invitation.id, at, {}),
    message: order && world.mail.compose(order),
    ignoreExisting: invite.ignore_existing ?? false,
  }
  return { written, issued: { ...invitation, url: link }, order }
}

/** Waits for the write of invitations; an address that is invited already becomes the refusal that names it. */
export async function refuseInvited<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (!(error instanceof AlreadyInvited)) throw error
    const what = `An open invitation for ${error.emailAddress}`
    throw new Refusal('duplicate_record', { what }, { email_addresses: [error.emailAddress] })
  }
}

/** Invites all of them, or nobody. The mails are stored with the invitations, and sent once those are there. */
export async function issueInvitations(
  world: World,
  call: Call,
  invites: readonly Invite[],
): Promise<IssuedInvitation[]> {
  refuseAny((await Promise.all(invites.map((invite) => problemsOf(world, invite)))).flat())
  for (const invite of invites) await refuseUser(world, invite)
  const drafts = invites.map((invite) => draftInvitation(world, call, invite))
  await refuseInvited(world.invitations.insert(drafts.map(({ written }) => written)))
  for (const { order } of drafts) if (order) world.mail.announce(order)
  return drafts.map(({ issued }) => issued)
}
