import { createAllowlistIdentifier } from '../access-lists/create-allowlist-identifier.ts'
import { createBlocklistIdentifier } from '../access-lists/create-blocklist-identifier.ts'
import { deleteAllowlistIdentifier } from '../access-lists/delete-allowlist-identifier.ts'
import { deleteBlocklistIdentifier } from '../access-lists/delete-blocklist-identifier.ts'
import { listAllowlistIdentifiers } from '../access-lists/list-allowlist-identifiers.ts'
import { listBlocklistIdentifiers } from '../access-lists/list-blocklist-identifiers.ts'
import type { Operation } from '../operation.ts'
import { createRedirectURL } from '../redirect-urls/create-redirect-url.ts'
import { deleteRedirectURL } from '../redirect-urls/delete-redirect-url.ts'
import { getRedirectURL } from '../redirect-urls/get-redirect-url.ts'
import { listRedirectURLs } from '../redirect-urls/list-redirect-urls.ts'
import { createBulkInvitations } from './create-bulk-invitations.ts'
import { createInvitation } from './create-invitation.ts'
import { listInvitations } from './list-invitations.ts'
import { revokeInvitation } from './revoke-invitation.ts'

/** Who may come in: invitations to the application, lists of identifiers, addresses to return to. */
export const invitationOperations: readonly Operation[] = [
  listInvitations,
  createInvitation,
  createBulkInvitations,
  revokeInvitation,
  listAllowlistIdentifiers,
  createAllowlistIdentifier,
  deleteAllowlistIdentifier,
  listBlocklistIdentifiers,
  createBlocklistIdentifier,
  deleteBlocklistIdentifier,
  listRedirectURLs,
  createRedirectURL,
  getRedirectURL,
  deleteRedirectURL,
]
