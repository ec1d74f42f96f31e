import type { Difference } from './difference.ts'

/** Invitations to the application, lists of identifiers, redirect URLs. */
export const whoMayComeInDifferences: readonly Difference[] = [
  {
    topic: 'Creating a user whose address is invited',
    ours: 'The invitation stays as it is; its link then is worth nothing, because the address is taken.',
    theirs: 'Not published.',
    reason: 'An invitation is accepted by whoever follows its link, and by nobody else.',
  },
  {
    topic: '`ignore_existing` when several are invited',
    ours: 'Skips both refusals: the open invitation and the user who has the address.',
    theirs:
      'The description of the operation says that users are refused all the same, that of the parameter says the opposite.',
    reason: 'One rule for one and for several.',
  },
  {
    topic: '`template_slug` of invitations',
    ours: 'Taken and not kept: there is one mail, and there are no waitlists.',
    theirs: 'Chooses between two mails.',
    reason: 'Clients that send it go on working.',
  },
  {
    topic: 'Revoking an invitation that has run out',
    ours: 'Possible: it is `revoked` from then on.',
    theirs: 'Not published.',
    reason: 'Whoever cleans up need not know the time.',
  },
  {
    topic: 'Where the link of an invitation may lead',
    ours: 'On a live server to allowed origins and listed redirect URLs only; in the test environment to any page.',
    theirs: 'Not published.',
    reason: 'A link in your mail must not lend your name to a stranger’s page.',
  },
  {
    topic: 'Lists at sign-in',
    ours: 'One blocked identifier of an account keeps out, whichever was typed; with an allowlist one listed identifier lets in. Who was invited, or has a username alone, needs none.',
    theirs: 'Not published.',
    reason: 'Another identifier of the same person must not be a way around the blocklist.',
  },
  {
    topic: 'Sessions of whoever is put on the blocklist',
    ours: 'Go on until they end. A ban ends them.',
    theirs: 'Not published.',
    reason: 'The lists are about the door; what is inside is the ban’s.',
  },
  {
    topic: 'Entries of the settings file',
    ours: 'Hold beside those of the API, and are in no list of the API.',
    theirs: 'There is no such file.',
    reason: 'What the operator wrote into a file no key can delete.',
  },
  {
    topic: '`notify` for phone numbers',
    ours: 'The number is listed; nothing is sent.',
    theirs: 'A text message.',
    reason: 'No text messages are sent yet.',
  },
  {
    topic: 'Redirect URLs',
    ours: 'Compared to the letter after reading them as a browser does. Texts that two readers might take for two addresses are refused: backslashes, white space, a user’s name, dot segments.',
    theirs: 'Not published.',
    reason: 'An address that is nearly a listed one is how tokens are stolen.',
  },
]
