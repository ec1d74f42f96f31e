import type { Difference } from './difference.ts'

/** Invitations to organizations, and their domains. */
export const organizationInvitationDifferences: readonly Difference[] = [
  {
    topic: 'Link of an invitation to an organization',
    ours: '`url` is in the answer to the creation alone, and null in every later one.',
    theirs: 'The published shape allows null; when the link is told is not published.',
    reason: 'The link is a secret. It is stored as a hash, so that nobody who reads a list can join with it.',
  },
  {
    topic: 'Limit of members and invitations',
    ours: 'Open invitations count: one that nobody could accept is refused when it is made.',
    theirs: 'Not published.',
    reason: 'Whoever invites learns it, and not the guest at the door.',
  },
  {
    topic: 'Who is named as the inviter',
    ours: 'A member whose role has `org:sys_memberships:manage`; otherwise 403 `not_an_admin_in_organization`.',
    theirs: 'A member with administrator privileges.',
    reason: 'Roles can be changed; what counts is what they allow.',
  },
  {
    topic: 'Unknown `status` of invitations',
    ours: '400 `invalid_query_parameter_value`, in all lists.',
    theirs: 'Not published.',
    reason: 'A filter that is misspelt should not look like an empty list.',
  },
  {
    topic: 'Domains of organizations',
    ours: 'Only `manual_invitation`; other modes are refused with 403 `organization_domain_enrollment_mode_not_enabled`.',
    theirs:
      'Four modes: people with an address of the domain may be invited by themselves or come in through a company’s sign-in.',
    reason:
      'Nobody is asked in by themselves here yet. A mode that does nothing would look like one that works.',
  },
  {
    topic: 'Verifying a domain',
    ours: 'The word of the backend: strategy `admin`, and `manual_override` for ownership, which makes the domain verified too. No mail is sent and no DNS record looked up; taking `verified` away takes ownership along.',
    theirs: 'Mailed codes and TXT records too; affiliation and ownership are apart.',
    reason: 'Whoever holds the secret key answers for it.',
  },
  {
    topic: 'Free mail domains',
    ours: 'May be added like any other.',
    theirs: 'Refused, by a list that is not published.',
    reason: 'With `manual_invitation` a domain lets nobody in.',
  },
]
