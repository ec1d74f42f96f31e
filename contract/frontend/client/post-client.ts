import { Nothing } from '../../users/user.ts'
import { Client } from '../client.ts'
import { frontendOperation } from '../frontend-operation.ts'

export const postClient = frontendOperation({
  id: 'postClient',
  method: 'POST',
  path: '/client',
  tag: 'Client',
  summary: 'Make or read the current client',
  description: 'The same as `putClient`, for those who send only `POST`.',
  params: Nothing,
  query: Nothing,
  envelope: 'alone',
  result: Client,
  needs: 'nothing',
  refusals: [],
})
