import type { Group } from './statement.ts'

export const ownAccount: Group = {
  title: 'The own account in the Frontend API',
  statements: [
    {
      id: 'MEU-1',
      text: '`GET /me` answers the user of the session that acts, and nothing that only the backend may read.',
    },
    {
      id: 'MEU-2',
      text: 'Names, username and primary identifications change by the rules of the Backend API; nothing else does.',
    },
    { id: 'MEU-3', text: 'Of another primary address the one before is told by mail.' },
    {
      id: 'MEU-4',
      text: 'Unsafe metadata merge; in `PATCH /me` they replace, up to version 2025-11-10, and are unknown afterwards.',
    },
    {
      id: 'MEU-5',
      text: 'Users whose `delete_self_enabled` is true may delete themselves, which ends their sessions everywhere.',
    },
    { id: 'MEU-6', text: 'The record names the user as the one who made the change.' },
    { id: 'MEU-7', text: "Who acts in the user's place is named in the record too." },
  ],
}

export const ownPassword: Group = {
  title: 'The own password in the Frontend API',
  statements: [
    { id: 'MPW-1', text: 'Whoever has a password gives it to change it; a wrong one uses up an attempt.' },
    {
      id: 'MPW-2',
      text: 'The new password meets the policy; what is wrong with it is told of `new_password`.',
    },
    { id: 'MPW-3', text: '`sign_out_of_other_sessions` ends every session of the user but the acting one.' },
    {
      id: 'MPW-4',
      text: 'A user without a password may set one; of each later change the user is told by mail.',
    },
    { id: 'MPW-5', text: 'Of several changes at once with one current password, one succeeds.' },
    {
      id: 'MPW-6',
      text: 'A password can be removed by whoever knows it and can sign in with an e-mail code, where none is required.',
    },
  ],
}

export const ownEmailAddresses: Group = {
  title: 'Own e-mail addresses in the Frontend API',
  statements: [
    { id: 'MEM-1', text: 'A new address is not verified and blocks nobody; it is listed and can be read.' },
    {
      id: 'MEM-2',
      text: 'The mailed code verifies it, once; it becomes the primary one where there is none. Both APIs say `verification_otp`.',
    },
    {
      id: 'MEM-3',
      text: 'Wrong, late, void and missing codes are told apart; three wrong ones void a code.',
    },
    {
      id: 'MEM-4',
      text: 'An address that others have unverified is taken over by who proves it; who proves it later is told `form_identifier_exists`.',
    },
    {
      id: 'MEM-5',
      text: 'Deleting keeps a way to sign in and what the instance requires; a removed primary address is told by mail.',
    },
    { id: 'MEM-6', text: 'Addresses of other users are 404, and nothing happens to them.' },
    { id: 'MEM-7', text: 'Codes are mailed 5 times in an hour at most for one address.' },
  ],
}

export const ownFactors: Group = {
  title: 'Own second factors in the Frontend API',
  statements: [
    {
      id: 'MTO-1',
      text: 'A new authenticator app tells its secret once and is no factor before it is confirmed.',
    },
    {
      id: 'MTO-2',
      text: 'A right code confirms it, with backup codes for who has none; a wrong one uses up an attempt.',
    },
    { id: 'MTO-3', text: 'Deleting it takes the backup codes along; coming and going are told by mail.' },
    {
      id: 'MTO-4',
      text: 'Backup codes need another factor, are told once, and take the place of those before.',
    },
  ],
}

export const ownImage: Group = {
  title: 'The own picture in the Frontend API',
  statements: [
    {
      id: 'MIM-1',
      text: 'A picture comes as a part of a form or as base64 text, and is shown from then on.',
    },
    { id: 'MIM-2', text: 'Removing it brings the generated one back; without one it says 404.' },
    { id: 'MIM-3', text: 'No byte of it is read before origin, client and session are known.' },
  ],
}

export const ownSessions: Group = {
  title: 'Own sessions in the Frontend API',
  statements: [
    { id: 'MSE-1', text: 'The live sessions on all clients are listed bare, each with its latest activity.' },
    { id: 'MSE-2', text: 'A session on any client can be ended by its user; that of another user is 404.' },
  ],
}

export const frontendGate: Group = {
  title: 'The gate of the Frontend API, at every operation',
  statements: [
    {
      id: 'MGT-1',
      text: 'Every operation on the own account needs the token of a client and a live session of that client; a session token alone opens none.',
    },
    {
      id: 'MGT-2',
      text: 'From an origin that is not allowed every operation is refused, and nothing changes.',
    },
    {
      id: 'MGT-3',
      text: 'Every form is refused with another media type, with an unknown field, with a field that comes twice, and beyond 1 MB.',
    },
    {
      id: 'MGT-4',
      text: 'Every operation is reached by its own verb, by `POST` with `_method`, and with a slash at the end.',
    },
    {
      id: 'MGT-5',
      text: 'Each write to a user whom another transaction holds for too long is refused and leaves nothing.',
    },
  ],
}
