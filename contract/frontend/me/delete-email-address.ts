import { DeletedObject } from '../../deleted-object.ts'
import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { EmailPath } from './email-path.ts'

export const deleteEmailAddress = frontendOperation({
  id: 'DeleteEmailAddress',
  method: 'DELETE',
  path: '/me/email_addresses/{email_id}',
  tag: 'Own e-mail addresses',
  summary: 'Delete an own e-mail address',
  description:
    'If it was the primary one, the oldest other verified address takes its place, and the removed one is told by mail. The last way to sign in stays.',
  params: EmailPath,
  query: Nothing,
  envelope: 'with_client',
  result: DeletedObject,
  needs: 'session',
  refusals: [
    'identification_not_found',
    'identification_deletion_failed',
    'last_required_identification_deletion_failed',
    'last_first_factor_deletion_failed',
    'resource_locked',
  ],
})
