import { Type } from 'typebox'
import { EmailAddress, Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'

export const getEmailAddresses = frontendOperation({
  id: 'getEmailAddresses',
  method: 'GET',
  path: '/me/email_addresses',
  tag: 'Own e-mail addresses',
  summary: 'List the own e-mail addresses',
  description: 'All of them, in the order in which they were added.',
  params: Nothing,
  query: Nothing,
  envelope: 'bare',
  result: Type.Array(EmailAddress),
  needs: 'session',
  refusals: [],
})
