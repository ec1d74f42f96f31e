import type { Difference } from './difference.ts'

/** The own organizations in the Frontend API, and organizations in tokens. */
export const ownOrganizationDifferences: readonly Difference[] = [
  {
    topic: 'System permissions in session tokens',
    ours: 'Are in `o` and `fea`, and in `org_permissions`, like those of an app.',
    theirs: 'Are left out: `has()` of a backend knows custom permissions only.',
    reason: '`has({ permission: "org:sys_memberships:manage" })` is true for whoever may, without a call.',
  },
  {
    topic: 'Plans in session tokens',
    ours: 'No `pla`; `fea` has features that permissions are about.',
    theirs: '`pla` and `fea` tell what was subscribed to.',
    reason: 'There is no billing.',
  },
  {
    topic: 'Choosing an organization that one does not belong to',
    ours: '404 `organization_not_found_or_unauthorized`, whether it exists or not.',
    theirs: 'Statuses 403, 404 and 422 are published for it, no code.',
    reason: 'Strangers learn nothing, and SDKs sign nobody out over a 404.',
  },
  {
    topic: 'Organization by its slug',
    ours: 'Touching a session, minting a token, beginning a session and creating a sign-in token take id or slug.',
    theirs: 'Not published.',
    reason: 'Pages have the slug in their address.',
  },
  {
    topic: 'Accepting an invitation that is not open',
    ours: '400 for a used or revoked one, 404 for one that has run out.',
    theirs: '404 and 422 are published.',
    reason: 'The codes say what to do: ask for another invitation, or just sign in.',
  },
]
