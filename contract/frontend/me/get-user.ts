import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { User } from '../user.ts'

export const getUser = frontendOperation({
  id: 'getUser',
  method: 'GET',
  path: '/me',
  tag: 'Own account',
  summary: 'Read the own account',
  description: 'The user of the acting session, without what only the backend may read.',
  params: Nothing,
  query: Nothing,
  envelope: 'with_client',
  result: User,
  needs: 'session',
  refusals: [],
})
