import type { Difference } from './difference.ts'

export const organizationDifferences: readonly Difference[] = [
  {
    topic: '`role_set_key`',
    ours: 'Refused with 403 `feature_not_enabled`; null counts as not sent.',
    theirs: 'Chooses one of several sets of roles.',
    reason: 'There is one set, which holds every role. Taking a key in silence would promise another one.',
  },
  {
    topic: 'Slug of an organization',
    ours: 'Every organization has one, also where slugs are switched off: then nobody can choose it.',
    theirs: 'A new instance has slugs switched off; what the answers hold then is not published.',
    reason: 'The published shape of the answer requires a slug.',
  },
  {
    topic: 'Name of an organization',
    ours: 'Refused with 422 `form_param_value_invalid` when it has `scheme://`, `www.` or an HTML tag.',
    theirs: 'URLs and HTML are refused; what counts as one is not published.',
    reason: 'Names stand in mail that strangers get. A name such as Booking.com is a name.',
  },
  {
    topic: '`created_at` of an organization in the future',
    ours: '422 `form_disallow_future_date`.',
    theirs: 'The code is published, its use here is not.',
    reason: 'Lists are ordered by it: nothing should stay on top of them for years.',
  },
  {
    topic: 'Removing a logo that is not there',
    ours: '404 `image_not_found`, as for profile pictures.',
    theirs: '404 is published, its code is not.',
    reason: 'One rule for all pictures.',
  },
  {
    topic: 'Replacing the metadata of an organization with null',
    ours: 'Clears the field: it reads `{}`.',
    theirs: 'An SDK says that null is stored; the published shape of the answer knows objects alone.',
    reason: 'Generated clients fail on null.',
  },
  {
    topic: 'Active organization of a new session',
    ours: 'None, unless one is asked for.',
    theirs: 'The creator of an organization finds it active in the next session.',
    reason: 'A session acts for an organization when its user has said so.',
  },
]
