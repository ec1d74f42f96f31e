import { Type } from 'typebox'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { Token } from '../session.ts'

export const createSessionTokenWithTemplate = frontendOperation({
  id: 'createSessionTokenWithTemplate',
  method: 'POST',
  path: '/client/sessions/{session_id}/tokens/{template_name}',
  tag: 'Sessions',
  summary: 'Mint a token from a template',
  description: 'A token with the claims of a JWT template.',
  params: Type.Object({
    session_id: Type.String({ description: 'The id of the session.' }),
    template_name: Type.String({ description: 'The name of the template.' }),
  }),
  query: Nothing,
  envelope: 'bare',
  result: Token,
  needs: 'client',
  refusals: ['session_not_found', 'resource_not_found'],
})
