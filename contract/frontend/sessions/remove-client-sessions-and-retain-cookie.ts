import { nullable } from '../../shapes.ts'
import { Nothing } from '../../users/user.ts'
import { Client } from '../client.ts'
import { frontendOperation } from '../frontend-operation.ts'

export const removeClientSessionsAndRetainCookie = frontendOperation({
  id: 'removeClientSessionsAndRetainCookie',
  method: 'DELETE',
  path: '/client/sessions',
  tag: 'Sessions',
  summary: 'Sign everybody out',
  description: 'Ends all sessions of the client, which stays the same client.',
  params: Nothing,
  query: Nothing,
  envelope: 'alone',
  result: nullable(Client),
  needs: 'client',
  refusals: [],
})
