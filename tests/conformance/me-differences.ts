import type { Difference } from './difference.ts'

/** What users do to their own account in the Frontend API. */
export const meDifferences: readonly Difference[] = [
  {
    topic: 'Adding an e-mail address that somebody else has',
    ours: 'Is taken as an unverified one; `form_identifier_exists` comes with the right code.',
    theirs: 'The refusal may come at once.',
    reason: 'Whoever is signed in could ask for any address whether it has an account here.',
  },
  {
    topic: 'Proving an own e-mail address',
    ours: 'By a mailed code; other strategies are refused with 422 `form_param_value_invalid`.',
    theirs: 'By a code, a link or enterprise single sign-on.',
    reason: 'Links and single sign-on are not there yet.',
  },
  {
    topic: 'Deleting the own account without permission',
    ours: '403 `delete_self_not_allowed`.',
    theirs: 'A 403 whose code is not published.',
    reason: 'The status is what the SDK reads.',
  },
  {
    topic: 'Without a password',
    ours: 'The last address that a code can be mailed to stays, and a password goes only beside one: 400 `last_first_factor_deletion_failed`.',
    theirs: 'Not published.',
    reason: 'A username alone signs nobody in.',
  },
  {
    topic: 'Sensitive changes in an old session',
    ours: 'Need no second proof beside the current password; the user is told of them by mail.',
    theirs: 'Where `reverification` is on, 403 `session_reverification_required` after ten minutes.',
    reason: 'The flow to prove oneself again is not there yet, and the environment says so.',
  },
]
