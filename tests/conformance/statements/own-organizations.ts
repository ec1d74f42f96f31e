import type { Group } from './statement.ts'

/** What users see and do of the organizations they belong to, and what their tokens tell. */
export const ownMemberships: Group = {
  title: 'The own organizations',
  statements: [
    {
      id: 'OMO-1',
      text: 'The own memberships come newest first: a bare array or, with `paginated=true`, a page and the total.',
    },
    {
      id: 'OMO-2',
      text: 'Whoever leaves is out at once: it is recorded, and no session of theirs stays active in the organization.',
    },
    {
      id: 'OMO-3',
      text: 'The last member who may manage it stays: 400 `organization_minimum_permissions_needed`, also of several who leave at once. What one does not belong to is 404, whether it exists or not.',
    },
    {
      id: 'OMO-4',
      text: 'User, session and client have `organization_memberships` as they are at that moment, each user their own, without what only the backend may read.',
    },
    { id: 'OMO-5', text: 'Deleting the own account ends every membership; nobody is kept for it.' },
    {
      id: 'OMO-6',
      text: 'Touching a session chooses the organization to act in, by id or slug; empty is the personal account, absent changes nothing. A foreign or unknown one: 404 `organization_not_found_or_unauthorized`.',
    },
    {
      id: 'OMO-7',
      text: 'The environment tells the settings of organizations. Where they are switched off: 403 `organization_not_enabled_in_instance`, no memberships, and no claims.',
    },
    {
      id: 'OMO-8',
      text: 'While somebody else holds the organization for too long, leaving it and accepting an invitation are refused and leave nothing.',
    },
  ],
}

export const ownInvitations: Group = {
  title: 'The own invitations to organizations',
  statements: [
    {
      id: 'OIO-1',
      text: 'Those to verified addresses, newest first, by any of several statuses; their links and private metadata are not told.',
    },
    {
      id: 'OIO-2',
      text: 'Accepting makes a member with the role and the public metadata of the invitation; of several at once one succeeds.',
    },
    {
      id: 'OIO-3',
      text: 'An invitation of somebody else is 404, like one that does not exist; a revoked, used or expired one is refused.',
    },
    {
      id: 'OIO-4',
      text: 'In a full organization, and for a member, accepting is refused and the invitation stays open.',
    },
  ],
}

export const organizationClaims: Group = {
  title: 'Organizations in tokens',
  statements: [
    {
      id: 'CLO-1',
      text: 'A session token tells the active organization, the role and all its permissions: as `o` and `fea`, before 2025-04-10 as `org_id`, `org_slug`, `org_role` and `org_permissions`.',
    },
    {
      id: 'CLO-2',
      text: 'They are those of the moment of minting: a changed role, permission or slug is in the next token, and who belongs there no more gets none.',
    },
    {
      id: 'CLO-3',
      text: '`organization_id` mints for another own organization, or for none, and leaves the session where it is; a foreign or unknown one: 404.',
    },
    {
      id: 'CLO-4',
      text: 'Refreshed tokens and those in sessions and clients are for the active organization.',
    },
    {
      id: 'CLO-5',
      text: 'Templates have `org.…` and `org_membership.…`, null without an active organization; private metadata has no shortcode.',
    },
    {
      id: 'CLO-6',
      text: 'A token with every system permission and twenty of an app takes less than 2500 bytes of a cookie.',
    },
    {
      id: 'CLO-7',
      text: 'Sessions and sign-in tokens that name an organization of the user begin in it, if the user belongs to it at that moment.',
    },
    {
      id: 'CLO-8',
      text: '`has()` of an unmodified `@clerk/express` decides rightly by role and by system and custom permission: for an admin, a member and a custom role, after a switch and after a loss.',
    },
  ],
}
