import type { Static } from 'typebox'
import type { listAllowlistIdentifiers } from '#contract/access-lists/list-allowlist-identifiers.ts'
import type {
  AllowlistIdentifier,
  BlocklistIdentifier,
  BlocklistIdentifierPage,
} from '#contract/access-lists/listed-identifier.ts'
import type { Invitation as WireInvitation } from '#contract/invitations/invitation.ts'
import type { listInvitations } from '#contract/invitations/list-invitations.ts'
import type { listRedirectURLs } from '#contract/redirect-urls/list-redirect-urls.ts'
import type { RedirectURL } from '#contract/redirect-urls/redirect-url.ts'
import type { EntryList } from '#server/access-lists/list-allowlist-identifiers.ts'
import type { ListedIdentifier } from '#server/access-lists/listed-identifier.ts'
import type { Invitation } from '#server/invitations/invitation.ts'
import type { IssuedInvitation } from '#server/invitations/issue-invitations.ts'
import type { InvitationList } from '#server/invitations/list-invitations.ts'
import type { RedirectUrlList } from '#server/invitations/list-redirect-urls.ts'
import type { RedirectUrl } from '#server/invitations/redirect-url.ts'
import { invitationStatusOf } from '#server/organizations/organization.ts'
import type { World } from '#server/world.ts'
import { pageOr } from './present-session.ts'
import type { AnswerText } from './route.ts'

/** The metadata are copied in as the text that they are stored as. The link is there where it is known: at first. */
export function presentInvitation(
  invitation: Invitation | IssuedInvitation,
  world: World,
): AnswerText<WireInvitation> {
  const { id, email_address, expire_at, created_at, updated_at } = invitation
  const status = invitationStatusOf(invitation, world.now())
  const head = JSON.stringify({ object: 'invitation', id, email_address }).slice(0, -1)
  const tail = {
    revoked: status === 'revoked',
    status,
    ...('url' in invitation ? { url: invitation.url } : {}),
    expires_at: expire_at,
    created_at,
    updated_at,
  } satisfies Omit<WireInvitation, 'object' | 'id' | 'email_address' | 'public_metadata'>
  return `${head},"public_metadata":${invitation.public_metadata},${JSON.stringify(tail).slice(1)}`
}

export const presentInvitations = (
  invitations: readonly (Invitation | IssuedInvitation)[],
  world: World,
): AnswerText<WireInvitation[]> => `[${invitations.map((one) => presentInvitation(one, world)).join(',')}]`

export const presentInvitationList = (
  { invitations, total }: InvitationList,
  world: World,
): AnswerText<Static<typeof listInvitations.result>> => pageOr(presentInvitations(invitations, world), total)

const listed = ({ id, identifier, kind, created_at, updated_at }: ListedIdentifier, world: World) => ({
  id,
  identifier,
  identifier_type: kind,
  instance_id: world.instanceId,
  created_at,
  updated_at,
})

const allowed = (entry: ListedIdentifier, world: World): AllowlistIdentifier => ({
  object: 'allowlist_identifier',
  ...listed(entry, world),
  ...(entry.invitation_id === null ? {} : { invitation_id: entry.invitation_id }),
})

const blocked = (entry: ListedIdentifier, world: World): BlocklistIdentifier => ({
  object: 'blocklist_identifier',
  ...listed(entry, world),
})

export const presentAllowlistIdentifier = (
  entry: ListedIdentifier,
  world: World,
): AnswerText<AllowlistIdentifier> => JSON.stringify(allowed(entry, world))

export const presentBlocklistIdentifier = (
  entry: ListedIdentifier,
  world: World,
): AnswerText<BlocklistIdentifier> => JSON.stringify(blocked(entry, world))

export const presentAllowlist = (
  { entries, total }: EntryList,
  world: World,
): AnswerText<Static<typeof listAllowlistIdentifiers.result>> =>
  pageOr(JSON.stringify(entries.map((entry) => allowed(entry, world))), total)

export const presentBlocklist = (
  { entries, total }: EntryList,
  world: World,
): AnswerText<BlocklistIdentifierPage> =>
  pageOr(JSON.stringify(entries.map((entry) => blocked(entry, world))), total)

const redirect = (redirectUrl: RedirectUrl): RedirectURL => ({ object: 'redirect_url', ...redirectUrl })

export const presentRedirectUrl = (redirectUrl: RedirectUrl): AnswerText<RedirectURL> =>
  JSON.stringify(redirect(redirectUrl))

export const presentRedirectUrls = ({
  redirectUrls,
  total,
}: RedirectUrlList): AnswerText<Static<typeof listRedirectURLs.result>> =>
  pageOr(JSON.stringify(redirectUrls.map(redirect)), total)
