import type { Group } from './statement.ts'

export const prepareEmailAddressVerification: Group = {
  title: 'Mail a code to an e-mail address',
  operation: 'PrepareEmailAddressVerification',
  statements: [
    {
      id: 'COD-1',
      text: 'Six digits are mailed to the stored address; the answer is an `unverified` verification without attempts that expires after ten minutes. An unknown address: 404 `resource_not_found`.',
    },
    {
      id: 'COD-2',
      text: 'The sixth code for one address of a user in an hour and the eleventh to one mailbox: 429 `verification_code_too_many_requests` with `Retry-After`, and no mail. Where rate limits are off, none of it holds.',
    },
    {
      id: 'COD-3',
      text: 'No code lies in the database in clear, nor in the log or in an event; the hash of one purpose and subject is of no use for another.',
    },
    {
      id: 'COD-4',
      text: 'The code for an address that ends in `+clerk_test` before its @ is 424242, and no mail is sent, in the `test` environment; in `live` it is an address like any other.',
    },
  ],
}

export const attemptEmailAddressVerification: Group = {
  title: 'Check a mailed code',
  operation: 'AttemptEmailAddressVerification',
  statements: [
    {
      id: 'COD-5',
      text: 'The right code answers `verified`. An address that is not verified becomes so, with a `verification_otp`, and primary if the user has no primary one; a verified one stays as it is.',
    },
    {
      id: 'COD-6',
      text: 'A wrong code answers `unverified` and the tries so far, the third `failed`; from then on the right code answers `failed` too.',
    },
    {
      id: 'COD-7',
      text: 'A code that is ten minutes old, or that a newer one has replaced, answers `expired`, even where it is right.',
    },
    {
      id: 'COD-8',
      text: 'A code that was accepted: 400 `verification_already_verified`. Of any number of right codes at once one is accepted.',
    },
    {
      id: 'COD-9',
      text: 'An unknown address, an unknown verification or that of another address: 404 `resource_not_found`; a missing key: 422 `form_param_missing`; an address that somebody else has claimed meanwhile: 422 `form_identifier_exists`.',
    },
  ],
}

export const getMessages: Group = {
  title: 'Read the mail that was sent',
  operation: 'GetMessages',
  statements: [
    {
      id: 'MSG-1',
      text: 'Messages come newest first, with address, subject, text, HTML and code; `to`, `after` and `limit` choose among them.',
    },
    {
      id: 'MSG-2',
      text: 'With `wait` the answer comes when a message does, whichever process has written it, or when the time is over; a server that stops lets go of those who wait.',
    },
    {
      id: 'MSG-3',
      text: 'In the `live` environment: 400 `request_invalid_for_environment`; no code is shown at the console, and the words of a message are deleted once it is sent or given up.',
    },
    {
      id: 'MSG-4',
      text: 'A malformed `to`: 422 `form_param_format_invalid`; a `wait` that is no time up to 30s: 422 `form_param_value_invalid`; an unknown `after`: 422 `form_resource_not_found`.',
    },
    {
      id: 'MSG-5',
      text: 'In the `test` environment every code and every link is shown at the console, and never written to the log.',
    },
  ],
}

export const mail: Group = {
  title: 'Mail',
  statements: [
    {
      id: 'MSG-6',
      text: 'A message is handed over once, to exactly the stored address, whatever the names and addresses in it contain: no user text becomes a header or markup.',
    },
    {
      id: 'MSG-7',
      text: 'A mail server that is away, refuses for now or drops the connection is asked again after growing waits; one that refuses the message for good is not. A code is given up after ten minutes, everything else after a day.',
    },
    {
      id: 'MSG-8',
      text: 'A mail server that hangs holds up neither requests nor the stopping of the server, and what it has not taken is sent after the next start.',
    },
    {
      id: 'MSG-9',
      text: 'The certificate of the mail server is checked, and a password is sent to no server on another machine without encryption.',
    },
    {
      id: 'MSG-10',
      text: 'Users are told by mail when their password changes, when a second factor comes or goes and when wrong attempts lock them, unless `security_notices` is off; and at their previous primary address that it is none any more, where the caller wants it.',
    },
    { id: 'MSG-11', text: 'Messages and codes go with their user, and messages after 30 days.' },
  ],
}
