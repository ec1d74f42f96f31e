import { DeletedObject } from '../../deleted-object.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'

export const deleteTOTP = frontendOperation({
  id: 'deleteTOTP',
  method: 'DELETE',
  path: '/me/totp',
  tag: 'Own second factors',
  summary: 'Delete the authenticator app',
  description:
    'Confirmed or not. Backup codes go too where no other second factor is left for them to stand in for. The user is told by mail.',
  params: Nothing,
  query: Nothing,
  envelope: 'with_client',
  result: DeletedObject,
  needs: 'session',
  refusals: ['resource_not_found', 'resource_locked'],
})
