import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Client } from './client.ts'

export const verifyClient = operation({
  id: 'VerifyClient',
  method: 'POST',
  path: '/clients/verify',
  tag: 'Clients',
  summary: 'Verify a client',
  description: 'The client that a token belongs to, with the sessions that are active there.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      token: Type.String({
        description: 'The token of the client, from `__client`, or one of a live session of it, in force.',
      }),
    },
    { additionalProperties: false },
  ),
  result: Client,
  refusals: ['client_token_invalid', 'form_param_missing', 'form_param_nil'],
  roles: ['owner'],
})
