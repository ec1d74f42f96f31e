import { Nothing } from '../../users/user.ts'
import { OwnEmailAddress } from '../email-address.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { EmailPath } from './email-path.ts'

export const getEmailAddress = frontendOperation({
  id: 'getEmailAddress',
  method: 'GET',
  path: '/me/email_addresses/{email_id}',
  tag: 'Own e-mail addresses',
  summary: 'Read an own e-mail address',
  description: 'With the state of the code that was sent last.',
  params: EmailPath,
  query: Nothing,
  envelope: 'with_client',
  result: OwnEmailAddress,
  needs: 'session',
  refusals: ['identification_not_found'],
})
