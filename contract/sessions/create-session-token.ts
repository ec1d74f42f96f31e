import { Type } from 'typebox'
import { expiresInSeconds, Token } from '../jwt-templates/jwt-template.ts'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'

export const createSessionToken = operation({
  id: 'CreateSessionToken',
  method: 'POST',
  path: '/sessions/{session_id}/tokens',
  tag: 'Sessions',
  summary: 'Create a session token',
  description:
    'The JWT that a browser of this session would send, for 60 seconds unless told otherwise. A session that has ended and the session of a banned user get none; a lock does not end a session.',
  params: Type.Object({ session_id: Type.String({ description: 'The id of the session: `sess_…`.' }) }),
  query: Nothing,
  body: Type.Object({ expires_in_seconds: expiresInSeconds }, { additionalProperties: false }),
  result: Token,
  refusals: ['resource_not_found', 'form_param_value_too_large'],
  roles: ['owner'],
})
