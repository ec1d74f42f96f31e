import { nullable } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { Client } from '../client.ts'
import { frontendOperation } from '../frontend-operation.ts'

export const getClient = frontendOperation({
  id: 'getClient',
  method: 'GET',
  path: '/client',
  tag: 'Client',
  summary: 'Read the current client',
  description:
    'The client with its live sessions and its attempt to sign in. For a browser that was never here, `response` is null: this is no error.',
  params: Nothing,
  query: Nothing,
  envelope: 'alone',
  result: nullable(Client),
  needs: 'nothing',
  refusals: [],
})
