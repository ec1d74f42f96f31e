import type { Difference } from './difference.ts'

/** What the link of an invitation leads to, and signing up with it. */
export const ticketDifferences: readonly Difference[] = [
  {
    topic: 'Signing up without an invitation',
    ours: '403 `sign_up_mode_restricted`; the environment has the mode `restricted`.',
    theirs: 'Open, restricted or a waiting list, as the instance is set.',
    reason: 'Public sign-up is not there yet. Users come by invitation or from the backend.',
  },
  {
    topic: 'Phone numbers and wallets at sign-up',
    ours: 'Are no fields of a sign-up. An instance that requires one has sign-ups that stay at `missing_requirements`.',
    theirs: 'Are given and then verified.',
    reason: 'Nothing here verifies them yet.',
  },
  {
    topic: 'The link of an invitation',
    ours: 'Redirects to the page of the invitation or of the settings and changes nothing, whoever opens it.',
    theirs: 'May perform what the ticket is for, depending on its kind.',
    reason: 'Mail servers and previews open links before people do.',
  },
  {
    topic: 'The token in the link',
    ours: '32 random bytes, of which the database has a hash.',
    theirs: 'A JWT.',
    reason: 'No client reads it, and what lies in the database opens nothing.',
  },
  {
    topic: 'The ticket of an invitation whose address has no account, at sign-in',
    ours: '422 `invitation_account_not_exists` with `param_name: ticket`; the invitation stays open.',
    theirs: 'The same code is in the SDKs; status and parameter are not published.',
    reason: 'SDKs offer to sign up on that code.',
  },
]
