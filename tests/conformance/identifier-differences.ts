import type { Difference } from './difference.ts'

/** Of e-mail addresses and phone numbers as resources of their own. */
export const identifierDifferences: readonly Difference[] = [
  {
    topic: 'Adding an address or number that somebody else has claimed',
    ours: 'Refused when it is added as verified or reserved; as unverified it is added.',
    theirs: 'Not published.',
    reason:
      'An unverified one blocks nobody and is blocked by nobody; the claim is decided when it is verified.',
  },
  {
    topic: 'Adding an address or number that the user has already',
    ours: '422 `form_identifier_exists`, whatever its state.',
    theirs: 'Not published.',
    reason: 'Two rows of one value would differ in nothing that a caller can see but the id.',
  },
  {
    topic: 'Which address or number becomes primary unasked',
    ours: 'A verified one, when it is added or becomes verified, of a user who has no primary one of the kind.',
    theirs: 'The first of its kind when it is added; not published for unverified ones and for updates.',
    reason:
      'A primary identifier must be verified everywhere else, and a user with a verified one should have a primary one.',
  },
  {
    topic: '`primary: true` without verification',
    ours: '422 `form_verification_needed`, naming `primary`.',
    theirs: 'Not published for these operations.',
    reason: 'What updating the user answers for the same wish.',
  },
  {
    topic: '`verified: false` in an update',
    ours: 'Takes the verification away and frees the value; a reserved one stays reserved. A primary one hands over to the oldest other verified one; the last way to sign in is refused with 400 `identification_update_failed`.',
    theirs: 'Accepted; what it does is not published.',
    reason: 'Nobody is locked out by an update, and no primary identifier is unverified.',
  },
  {
    topic: '`primary: false` in an update',
    ours: 'Changes nothing.',
    theirs: 'Not published.',
    reason: 'Another one is made primary by naming it.',
  },
  {
    topic: 'Deleting the primary address or number',
    ours: 'The oldest other verified one becomes primary; without one there is none.',
    theirs: 'Not published.',
    reason: 'The user keeps a primary identifier as long as one can be.',
  },
  {
    topic: 'The last address or number of a required kind',
    ours: '400 `last_required_identification_deletion_failed` for the last that is verified or reserved; 400 `identification_deletion_failed` if it is also the last way to sign in.',
    theirs: 'Both codes are published, their order is not.',
    reason: 'The user who could not sign in at all is the graver case.',
  },
  {
    topic: 'A number that is a second factor',
    ours: 'Is no way to begin a sign-in: it does not count when the last way to sign in is protected.',
    theirs: 'The last identification cannot become a second factor; more is not published.',
    reason: 'One rule for all operations that could lock a user out.',
  },
  {
    topic: 'The default second factor',
    ours: 'When it is released, unverified or deleted, the oldest other one becomes the default.',
    theirs: 'Published for the first one only.',
    reason: 'While there are second factors, one of them is offered first.',
  },
  {
    topic: 'Replacing by an address or number that is not verified',
    ours: 'The user has no primary one of the kind then.',
    theirs: 'The published text calls the new one primary, whatever its status.',
    reason: 'A primary identifier must be verified everywhere else.',
  },
  {
    topic: 'Replacing by an address or number that the user has already',
    ours: 'It keeps its id and time of creation and takes the status of the request, a lower one too.',
    theirs: 'Not published.',
    reason: 'Ids that an app has stored stay good; the status is what the caller asked for.',
  },
  {
    topic: 'Adding and replacing where the kind is switched off',
    ours: '422 `form_param_unknown` for the value; without it 403 `feature_not_enabled`.',
    theirs: 'The first was seen when creating users; not published for these operations.',
    reason: 'One rule for every body; a request that lacks the value as well must not be told to add it.',
  },
  {
    topic: 'Telling the previous primary address',
    ours: 'Noted in the record of events.',
    theirs: 'A mail is sent.',
    reason: 'There is no mailer yet.',
  },
]
