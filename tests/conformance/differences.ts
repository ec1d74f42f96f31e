import { accessDifferences } from './access-differences.ts'
import type { Difference } from './difference.ts'
import { identifierDifferences } from './identifier-differences.ts'
import { meDifferences } from './me-differences.ts'
import { membershipDifferences } from './membership-differences.ts'
import { organizationDifferences } from './organization-differences.ts'
import { organizationInvitationDifferences } from './organization-invitation-differences.ts'
import { ownOrganizationDifferences } from './own-organization-differences.ts'
import { pictureDifferences } from './picture-differences.ts'
import { roleDifferences } from './role-differences.ts'
import { roomDifferences } from './room-differences.ts'
import { secondFactorDifferences } from './second-factor-differences.ts'
import { sessionDifferences } from './session-differences.ts'
import { ticketDifferences } from './ticket-differences.ts'
import { tokenDifferences } from './token-differences.ts'
import { whoMayComeInDifferences } from './who-may-come-in-differences.ts'

export const differences: readonly Difference[] = [
  {
    topic: 'Short search texts',
    ours: 'One or two characters match at the start of a word or identifier; three and more match any part.',
    theirs: 'Any part, whatever the length.',
    reason:
      'An index on three characters keeps search fast on millions of users; shorter texts have none to use.',
  },
  {
    topic: 'No API version named',
    ours: 'The oldest version, 2021-02-05, answers.',
    theirs: 'Not published.',
    reason: 'Old SDKs and curl name none, and their updates of metadata work in the older versions only.',
  },
  {
    topic: 'Version 2025-03-12',
    ours: 'Means 2025-04-10.',
    theirs: 'A specification file has the date, the list of versions has not.',
    reason: 'A client generated from that file goes on working.',
  },
  {
    topic: 'Limit on creating users',
    ours: '20 in 10 seconds, for each server process; the only limit that is on by default.',
    theirs:
      '100 (development) or 1000 (production) in 10 seconds today, 20 by its documentation of late 2024; other limits besides.',
    reason:
      'The figure of the API that Bartleby sets out from. The present ones are one setting away (`rate_limits.preset`). Counters in one process cost no write in the database.',
  },
  {
    topic: 'Cap on the whole API',
    ours: 'None, in no preset.',
    theirs: '100 (development) or 1000 (production) requests in 10 seconds for each key.',
    reason: 'The machine is yours; a rule in the settings can say otherwise.',
  },
  {
    topic: 'Page size out of range',
    ours: '`limit` outside 1 to 500, or no integer, means 10; a negative `offset` means 0.',
    theirs: 'Seen for `limit=501`; not published for the other values.',
    reason: 'One rule for all values that make no sense, and no client breaks over it.',
  },
  {
    topic: 'Unknown body keys',
    ours: 'One error for each key, together with wrong types and lengths; impossible values are told once those are right.',
    theirs: 'Several unknown keys were seen in one answer; not published for mixed problems.',
    reason: 'A person who fixes a request sees most of it at once.',
  },
  {
    topic: 'Update that changes nothing',
    ours: 'Answers 200, writes nothing, leaves `updated_at` and records no event.',
    theirs: 'Not published.',
    reason: 'SDKs send such updates all the time; an event would report a change that nobody made.',
  },
  {
    topic: '`timezone`',
    ours: 'Accepted on create and update and stored; not part of the answer.',
    theirs: 'Read and sent by the newest JavaScript SDK; in no published file.',
    reason: 'Nothing is lost, and answers stay valid by the published schema, which is closed.',
  },
  {
    topic: 'Phone numbers for tests',
    ours: 'A number is accepted when it is possible in its country.',
    theirs: 'Not published.',
    reason: 'The reserved numbers with 555 are possible but assigned to nobody; tests need them.',
  },
  {
    topic: 'Letter case of wallets',
    ours: 'Hexadecimal addresses are one wallet in any letter case and are shown as given; base58 ones are exact.',
    theirs: 'Not published.',
    reason: 'Letter case is only a checksum in the first and part of the value in the second.',
  },
  {
    topic: 'Letter case of e-mail addresses and usernames',
    ours: 'Compared without it; addresses are stored in lower case, usernames shown as given.',
    theirs: 'Not published.',
    reason: 'Nobody can take a name that looks like another one.',
  },
  {
    topic: 'Required attributes',
    ours: 'Nothing is required but one identifier of any kind, unless the settings say so.',
    theirs: 'A new instance requires an e-mail address.',
    reason: 'A server that an existing app is pointed at should not refuse what that app sends.',
  },
  {
    topic: 'Quota of users, paid features',
    ours: 'None: `user_quota_exceeded` is never answered, and bans are refused with 402 only where `supports_ban` is false.',
    theirs: 'By plan.',
    reason: 'There are no plans; the setting lets an app meet the refusal.',
  },
  {
    topic: 'Repeated keys in a body',
    ours: '422 `form_param_duplicate` for a key twice at the top; inside metadata the last one wins.',
    theirs: 'Not published.',
    reason:
      'Two values for one parameter are a mistake of the caller; metadata is stored as JSON parsers read it.',
  },
  {
    topic: 'Numbers and key order in metadata',
    ours: 'Kept digit for digit and in order; numbers beyond a double and nesting beyond 1200 levels are refused.',
    theirs: 'Not published.',
    reason:
      'What an app stores it gets back; what other languages cannot read back is refused before it is stored.',
  },
  {
    topic: 'Replacing metadata with null',
    ours: 'Private metadata then reads null, public and unsafe metadata read `{}`.',
    theirs: 'Stores null; how it reads is not published.',
    reason: 'Generated clients fail on `public_metadata: null`.',
  },
  {
    topic: 'Merging metadata with null for a field',
    ours: 'Counts as not sent.',
    theirs: 'Not published.',
    reason: 'A slip must not erase a whole field; PUT is there to replace it.',
  },
  {
    topic: 'Equal values in an ordered list',
    ours: 'Ordered by id in the same direction; users without the value come last in both directions.',
    theirs: 'Not published.',
    reason: 'Paging meets every user exactly once.',
  },
  {
    topic: 'Secret keys',
    ours: 'Made by this server; several are valid side by side until each is revoked.',
    theirs: 'Made by the hosted dashboard.',
    reason: 'A key can be changed without a moment in which apps fail.',
  },
  {
    topic: 'Values that are taken',
    ours: 'Of several taken identifiers in one request the first is told.',
    theirs: 'Not published.',
    reason: 'Uniqueness is decided by the unique index at the moment of writing, which stops at the first.',
  },
  {
    topic: 'Reserved addresses as primary',
    ours: 'Never: the first verified one becomes primary.',
    theirs: 'The first of each kind becomes primary; not published for reserved ones.',
    reason: 'A primary identifier must be verified everywhere else.',
  },
  {
    topic: 'Usernames that read as something else',
    ours: 'Refused when they read as a phone number or a wallet address.',
    theirs: 'Phone numbers are refused; not published for wallets.',
    reason: 'One user could otherwise block the owner of that number or wallet.',
  },
  {
    topic: 'Control characters',
    ours: 'Refused in every text but metadata, like halves of surrogate pairs.',
    theirs: 'Not published.',
    reason: 'PostgreSQL cannot store all of them, and no name needs them.',
  },
  {
    topic: 'Locale',
    ours: 'Checked, and kept as it was given.',
    theirs: 'Not published.',
    reason: 'What is answered is what was sent.',
  },
  {
    topic: 'A lock after the clock was set back',
    ours: 'Never longer than the duration in the settings.',
    theirs: 'Not published.',
    reason: 'A clock that jumps must not lock people out for longer.',
  },
  {
    topic: 'Database away',
    ours: '503 `service_unavailable`, without `Retry-After`, which stands on 429 only.',
    theirs: '`Retry-After` is documented for 429.',
    reason: 'Overload and rate limits are told apart; clients that retry 5xx have delays of their own.',
  },
  {
    topic: 'A user who is being changed for too long',
    ours: '409 `resource_locked` after 2 seconds on PostgreSQL; on SQLite the whole file is busy and after 10 seconds the answer is 503.',
    theirs: '409 is documented, its delay is not.',
    reason: 'SQLite locks the file, not a row.',
  },
  ...accessDifferences,
  ...identifierDifferences,
  ...ticketDifferences,
  ...tokenDifferences,
  ...whoMayComeInDifferences,
  ...meDifferences,
  ...membershipDifferences,
  ...organizationDifferences,
  ...organizationInvitationDifferences,
  ...ownOrganizationDifferences,
  ...roleDifferences,
  ...roomDifferences,
  ...pictureDifferences,
  ...secondFactorDifferences,
  ...sessionDifferences,
]
