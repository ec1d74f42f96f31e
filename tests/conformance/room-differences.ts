import type { Difference } from './difference.ts'

/** What members do in their organizations through the Frontend API. */
export const roomDifferences: readonly Difference[] = [
  {
    topic: 'Invitations that members make',
    ours: '`url` is null in every answer of the Frontend API.',
    theirs: 'The field may hold the link.',
    reason: 'Whoever reads the link proves to own the address; the one who invites does not.',
  },
  {
    topic: 'Inviting several at once',
    ours: 'At most 50 addresses, all or nobody; the answer is a bare array.',
    theirs: 'A bare array or a page; the limit is not published.',
    reason: 'The array is what the SDK reads.',
  },
  {
    topic: 'Removing a logo in the Frontend API',
    ours: 'The `id` of the answer is that of the organization.',
    theirs: 'Not published.',
    reason: 'The SDK reads the answer back into the organization.',
  },
  {
    topic: 'Domains that members add',
    ours: 'Stay unverified until the backend vouches for them; `enrollment_mode` is `manual_invitation` alone.',
    theirs: 'Members prove a domain by mail or DNS, and may let people of it in.',
    reason:
      'A mailbox at a domain does not make anybody speak for all of its people; proof by DNS is not there yet.',
  },
  {
    topic: 'Membership requests, suggestions, enterprise connections and billing of organizations',
    ours: 'Are not there: 404.',
    theirs: 'Rooms of their own.',
    reason: 'Nobody comes in by the domain of their address alone, and nothing is sold here.',
  },
]
