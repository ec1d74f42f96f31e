import { nullable } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { Client } from '../client.ts'
import { frontendOperation } from '../frontend-operation.ts'

export const deleteClientSessions = frontendOperation({
  id: 'deleteClientSessions',
  method: 'DELETE',
  path: '/client',
  tag: 'Client',
  summary: 'Sign everybody out and forget the client',
  description: 'Ends all sessions of the client and takes its token away.',
  params: Nothing,
  query: Nothing,
  envelope: 'alone',
  result: nullable(Client),
  needs: 'client',
  refusals: [],
})
