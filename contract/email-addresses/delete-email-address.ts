import { DeletedObject } from '../deleted-object.ts'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { EmailAddressPath } from './email-address-path.ts'

export const deleteEmailAddress = operation({
  id: 'DeleteEmailAddress',
  method: 'DELETE',
  path: '/email_addresses/{email_address_id}',
  tag: 'Email Addresses',
  summary: 'Delete an e-mail address',
  description:
    'If it was the primary one, the oldest other verified address takes its place. The last way to sign in stays.',
  params: EmailAddressPath,
  query: Nothing,
  result: DeletedObject,
  refusals: [
    'identification_not_found',
    'resource_locked',
    'identification_deletion_failed',
    'last_required_identification_deletion_failed',
  ],
  roles: ['owner', 'support'],
})
