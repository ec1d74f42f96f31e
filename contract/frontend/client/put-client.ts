import { Nothing } from '../../users/user.ts'
import { Client } from '../client.ts'
import { frontendOperation } from '../frontend-operation.ts'

export const putClient = frontendOperation({
  id: 'putClient',
  method: 'PUT',
  path: '/client',
  tag: 'Client',
  summary: 'Make or read the current client',
  description: 'Makes a client for a browser that has none, and hands it its token.',
  params: Nothing,
  query: Nothing,
  envelope: 'alone',
  result: Client,
  needs: 'nothing',
  refusals: [],
})
