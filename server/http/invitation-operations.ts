import { createAllowlistIdentifier } from '#contract/access-lists/create-allowlist-identifier.ts'
import { createBlocklistIdentifier } from '#contract/access-lists/create-blocklist-identifier.ts'
import { deleteAllowlistIdentifier } from '#contract/access-lists/delete-allowlist-identifier.ts'
import { deleteBlocklistIdentifier } from '#contract/access-lists/delete-blocklist-identifier.ts'
import { listAllowlistIdentifiers } from '#contract/access-lists/list-allowlist-identifiers.ts'
import { listBlocklistIdentifiers } from '#contract/access-lists/list-blocklist-identifiers.ts'
import { createBulkInvitations } from '#contract/invitations/create-bulk-invitations.ts'
import { createInvitation } from '#contract/invitations/create-invitation.ts'
import { listInvitations } from '#contract/invitations/list-invitations.ts'
import { revokeInvitation } from '#contract/invitations/revoke-invitation.ts'
import { createRedirectURL } from '#contract/redirect-urls/create-redirect-url.ts'
import { deleteRedirectURL } from '#contract/redirect-urls/delete-redirect-url.ts'
import { getRedirectURL } from '#contract/redirect-urls/get-redirect-url.ts'
import { listRedirectURLs } from '#contract/redirect-urls/list-redirect-urls.ts'
import * as allow from '#server/access-lists/create-allowlist-identifier.ts'
import * as block from '#server/access-lists/create-blocklist-identifier.ts'
import * as disallow from '#server/access-lists/delete-allowlist-identifier.ts'
import * as unblock from '#server/access-lists/delete-blocklist-identifier.ts'
import * as allowlist from '#server/access-lists/list-allowlist-identifiers.ts'
import * as blocklist from '#server/access-lists/list-blocklist-identifiers.ts'
import * as inviteMany from '#server/invitations/create-bulk-invitations.ts'
import * as invite from '#server/invitations/create-invitation.ts'
import * as addRedirect from '#server/invitations/create-redirect-url.ts'
import * as dropRedirect from '#server/invitations/delete-redirect-url.ts'
import * as oneRedirect from '#server/invitations/get-redirect-url.ts'
import * as listInvited from '#server/invitations/list-invitations.ts'
import * as redirects from '#server/invitations/list-redirect-urls.ts'
import * as revoke from '#server/invitations/revoke-invitation.ts'
import {
  presentAllowlist,
  presentAllowlistIdentifier,
  presentBlocklist,
  presentBlocklistIdentifier,
  presentInvitation,
  presentInvitationList,
  presentInvitations,
  presentRedirectUrl,
  presentRedirectUrls,
} from './present-invitation.ts'
import { presentDeleted } from './present-user.ts'
import { type Route, route } from './route.ts'

/** The operations that decide who may come in. */
export const invitationRoutes: readonly Route[] = [
  route(listInvitations, listInvited.listInvitations, presentInvitationList),
  route(createInvitation, invite.createInvitation, presentInvitation),
  route(createBulkInvitations, inviteMany.createBulkInvitations, presentInvitations),
  route(revokeInvitation, revoke.revokeInvitation, presentInvitation),
  route(listAllowlistIdentifiers, allowlist.listAllowlistIdentifiers, presentAllowlist),
  route(createAllowlistIdentifier, allow.createAllowlistIdentifier, presentAllowlistIdentifier),
  route(deleteAllowlistIdentifier, disallow.deleteAllowlistIdentifier, presentDeleted),
  route(listBlocklistIdentifiers, blocklist.listBlocklistIdentifiers, presentBlocklist),
  route(createBlocklistIdentifier, block.createBlocklistIdentifier, presentBlocklistIdentifier),
  route(deleteBlocklistIdentifier, unblock.deleteBlocklistIdentifier, presentDeleted),
  route(listRedirectURLs, redirects.listRedirectURLs, presentRedirectUrls),
  route(createRedirectURL, addRedirect.createRedirectURL, presentRedirectUrl),
  route(getRedirectURL, oneRedirect.getRedirectURL, presentRedirectUrl),
  route(deleteRedirectURL, dropRedirect.deleteRedirectURL, presentDeleted),
]
