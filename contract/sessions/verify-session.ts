import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Session, SessionPath } from './session.ts'

export const verifySession = operation({
  id: 'VerifySession',
  method: 'POST',
  path: '/sessions/{session_id}/verify',
  tag: 'Sessions',
  summary: 'Verify a session',
  description:
    'The session, if the token is one of it and in force and the session is live. Deprecated: the SDKs check session tokens by themselves, without a request.',
  params: SessionPath,
  query: Nothing,
  body: Type.Object(
    { token: Type.String({ description: 'A session token of this session, from `__session`.' }) },
    { additionalProperties: false },
  ),
  result: Session,
  refusals: [
    'session_not_found',
    'session_token_invalid',
    'session_over',
    'form_param_missing',
    'form_param_nil',
  ],
  roles: ['owner'],
})
