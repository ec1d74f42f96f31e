import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { Client } from './client.ts'

export const getClient = operation({
  id: 'GetClient',
  method: 'GET',
  path: '/clients/{client_id}',
  tag: 'Clients',
  summary: 'Get a client',
  description: 'A browser or an app, with the sessions that are active there.',
  params: Type.Object({ client_id: Type.String({ description: 'The id of the client: `client_…`.' }) }),
  query: Nothing,
  result: Client,
  refusals: ['resource_not_found'],
  roles: ['owner', 'support', 'read_only'],
})
