import type { Difference } from './difference.ts'

/** Who is in which organization. */
export const membershipDifferences: readonly Difference[] = [
  {
    topic: 'Unknown role of a member or an invitation',
    ours: '422 `form_resource_not_found`, naming `role`.',
    theirs: '404 and 422 are both published, which code comes with them is not.',
    reason: 'Every other id in a body that names nothing is refused so, and the parameter is told.',
  },
  {
    topic: '`created_at_before` and `created_at_after` of members',
    ours: 'When the user became a member.',
    theirs: 'The description speaks of the creation of users.',
    reason:
      '`created_at` of the answer and of `order_by` is that of the membership; filters and order agree.',
  },
  {
    topic: 'Memberships of an unknown user',
    ours: 'An empty list.',
    theirs: 'No refusal but 403 is published.',
    reason: 'Nobody is a member of nothing, as values that match nothing are no error in other lists.',
  },
  {
    topic: 'Deleting a user who alone may manage an organization',
    ours: 'Always possible; the organization stays, and answers say so on demand.',
    theirs: 'Not published.',
    reason:
      'A wish to be forgotten must not wait for somebody else. The backend can give the role to another member.',
  },
]
