import { Type } from 'typebox'
import { expiresInSeconds, Token } from '../jwt-templates/jwt-template.ts'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'

export const createSessionTokenFromTemplate = operation({
  id: 'CreateSessionTokenFromTemplate',
  method: 'POST',
  path: '/sessions/{session_id}/tokens/{template_name}',
  tag: 'Sessions',
  summary: 'Create a token of a session from a JWT template',
  description:
    'A JWT with the claims of the template, filled in for the user of the session. It lives as long as the template says unless told otherwise. It is no session token: it names no session.',
  params: Type.Object({
    session_id: Type.String({ description: 'The id of the session: `sess_…`.' }),
    template_name: Type.String({ description: 'The name of the template.' }),
  }),
  query: Nothing,
  body: Type.Object({ expires_in_seconds: expiresInSeconds }, { additionalProperties: false }),
  result: Token,
  refusals: ['resource_not_found', 'form_param_value_too_large'],
  roles: ['owner'],
})
