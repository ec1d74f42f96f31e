import type { Group } from './statement.ts'

export const getSessionList: Group = {
  title: 'List sessions',
  operation: 'GetSessionList',
  statements: [
    {
      id: 'SLS-1',
      text: 'A bare array, newest first, of the sessions that `user_id`, `client_id` and `status` all match; `limit` and `offset` page it, and `paginated` answers an object with `data` and `total_count`.',
    },
    {
      id: 'SLS-2',
      text: 'Without a user or a client it is the sessions of everybody; strangers match none.',
    },
    {
      id: 'SLS-3',
      text: '`expired` and `abandoned` are told from the times at the read, whichever comes first, with and without an inactivity timeout.',
    },
    { id: 'SLS-4', text: 'An unknown status: 422 `form_param_value_invalid`.' },
  ],
}

export const createSession: Group = {
  title: 'Begin a session, for tests',
  operation: 'createSession',
  statements: [
    {
      id: 'SCR-1',
      text: 'A new active session on a client of its own; `last_sign_in_at` and `last_active_at` move, and `session.created` is recorded.',
    },
    { id: 'SCR-2', text: 'In the live environment: 400 `request_invalid_for_environment`.' },
    {
      id: 'SCR-3',
      text: 'A banned user: 403 `user_banned`. A locked one: 403 `user_locked` with the seconds that are left. An unknown one: 404. Nothing begins.',
    },
    {
      id: 'SCR-4',
      text: 'An organization that the user does not belong to: 422 `form_resource_not_found`.',
    },
    {
      id: 'SCR-5',
      text: 'After the answer of a ban, none of 64 sessions that were asked for meanwhile is active.',
    },
  ],
}

export const getSession: Group = {
  title: 'Get a session',
  operation: 'GetSession',
  statements: [{ id: 'SGT-1', text: 'The session; an unknown one is 404.' }],
}

export const revokeSession: Group = {
  title: 'Revoke a session',
  operation: 'RevokeSession',
  statements: [
    {
      id: 'RVS-1',
      text: 'It is `revoked`, recorded once; revoking again, or one that has expired, changes nothing.',
    },
    { id: 'RVS-2', text: 'An unknown session: 404.' },
  ],
}

export const refreshSession: Group = {
  title: 'Refresh a session',
  operation: 'RefreshSession',
  statements: [
    {
      id: 'SRF-1',
      text: 'A new session token in exchange for an old one and the refresh token of the session; `format` `cookie` answers the `Set-Cookie` values of `__session` and `__session_<suffix>` with it.',
    },
    { id: 'SRF-2', text: '`azp` is the `request_origin`, if it is an allowed one; otherwise there is none.' },
    {
      id: 'SRF-3',
      text: '`expired_token` must be a session token of this session that this server has signed, however old: a template token, an altered, a foreign one and one of another session are 401 `session_token_invalid`.',
    },
    {
      id: 'SRF-4',
      text: 'A refresh token of another session, of another client or altered: 401 `refresh_token_invalid`; so is that of an unknown session.',
    },
    {
      id: 'SRF-5',
      text: 'A session that is over in whatever way, and one of a banned or deleted user: 401 `session_over`, or `refresh_token_invalid` once it is gone; nobody is revived by the lifting of a ban. A locked user goes on.',
    },
    {
      id: 'SRF-6',
      text: 'Signing in sets the cookie `__refresh_<suffix>`, HttpOnly, for the domain that all pages share; signing the last one out empties it. The cookie of the client stays the last one.',
    },
    {
      id: 'SRF-7',
      text: '`authenticateRequest` of the unmodified client answers a page with an expired `__session` without a redirect, and hands the browser the new cookies; after the session is revoked it redirects.',
    },
  ],
}

export const verifySession: Group = {
  title: 'Verify a session',
  operation: 'VerifySession',
  statements: [
    {
      id: 'SVF-1',
      text: 'The session, by a token of it that is in force; an expired, a strange and a template token are 401 `session_token_invalid`.',
    },
    {
      id: 'SVF-2',
      text: 'An unknown session: 404. One that is over, or of a banned user: 401 `session_over`.',
    },
  ],
}

export const endings: Group = {
  title: 'What ends sessions',
  statements: [
    {
      id: 'SES-1',
      text: 'A bulk ban revokes the sessions of all that it names; lifting a ban brings none back.',
    },
    { id: 'SES-2', text: 'A password that is marked as compromised revokes the sessions when asked to.' },
    { id: 'SES-3', text: 'A user who is deleted leaves `session.ended` for each live session.' },
    {
      id: 'SES-4',
      text: 'Banned, locked and deleted users get no new session, and banned and deleted ones no token of an old one, by whatever operation; a ban that was lifted revives none.',
    },
  ],
}

export const getClient: Group = {
  title: 'Get a client',
  operation: 'GetClient',
  statements: [{ id: 'CLN-1', text: 'The client with its active sessions; an unknown one is 404.' }],
}

export const getClientList: Group = {
  title: 'List clients',
  operation: 'GetClientList',
  statements: [
    {
      id: 'CLL-1',
      text: 'A bare array, newest first, each client with its own active sessions; `limit` and `offset` page it, and `paginated` answers an object with `data` and `total_count`.',
    },
  ],
}

export const verifyClient: Group = {
  title: 'Verify a client',
  operation: 'VerifyClient',
  statements: [
    {
      id: 'CLV-1',
      text: 'The client of the token in `__client`, and that of a session token in force whose session is live; anything else is 400 `client_token_invalid`.',
    },
  ],
}

export const createSignInToken: Group = {
  title: 'Create a sign-in token',
  operation: 'CreateSignInToken',
  statements: [
    {
      id: 'SIT-1',
      text: 'A pending token of 256 random bits and its link; only its SHA-256 is stored, and it lasts 30 days unless told otherwise.',
    },
    {
      id: 'SIT-2',
      text: 'An unknown user: 404. An organization that the user does not belong to: 422 `form_resource_not_found`.',
    },
    { id: 'SIT-3', text: 'A lifetime of less than a second or more than ten years: 422.' },
  ],
}

export const revokeSignInToken: Group = {
  title: 'Revoke a sign-in token',
  operation: 'RevokeSignInToken',
  statements: [
    {
      id: 'SIR-1',
      text: 'A pending token is revoked and answered without its secret; again: 400 `sign_in_token_cannot_be_revoked_code`.',
    },
    { id: 'SIR-2', text: 'An unknown token, and an actor token: 404.' },
  ],
}

export const createActorToken: Group = {
  title: 'Create an actor token',
  operation: 'CreateActorToken',
  statements: [
    {
      id: 'ACT-1',
      text: 'A pending token with its actor, kept digit by digit; it lasts an hour, and its session half an hour, unless told otherwise.',
    },
    {
      id: 'ACT-2',
      text: 'An actor without `sub`: 422 `form_param_missing`; one of more than 1024 bytes: 422.',
    },
    { id: 'ACT-3', text: 'An unknown user: 404.' },
  ],
}

export const revokeActorToken: Group = {
  title: 'Revoke an actor token',
  operation: 'RevokeActorToken',
  statements: [
    {
      id: 'ACR-1',
      text: 'A pending token is revoked and answered without its secret; again: 400 `actor_token_cannot_be_revoked_code`.',
    },
    { id: 'ACR-2', text: 'An unknown token, and a sign-in token: 404.' },
  ],
}
