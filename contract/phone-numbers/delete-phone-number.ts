import { DeletedObject } from '../deleted-object.ts'
import { operation } from '../operation.ts'
import { Nothing } from '../users/user.ts'
import { PhoneNumberPath } from './phone-number-path.ts'

export const deletePhoneNumber = operation({
  id: 'DeletePhoneNumber',
  method: 'DELETE',
  path: '/phone_numbers/{phone_number_id}',
  tag: 'Phone Numbers',
  summary: 'Delete a phone number',
  description:
    'If it was the primary one, the oldest other verified number takes its place. The last way to sign in stays.',
  params: PhoneNumberPath,
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
