import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { flag } from '../shapes.ts'
import { Nothing, PhoneNumber } from '../users/user.ts'
import { PhoneNumberPath } from './phone-number-path.ts'

export const updatePhoneNumber = operation({
  id: 'UpdatePhoneNumber',
  method: 'PATCH',
  path: '/phone_numbers/{phone_number_id}',
  tag: 'Phone Numbers',
  summary: 'Update a phone number',
  description:
    'Absent keys change nothing. A user without a primary number gets this one when it becomes verified, unless `primary` is false.',
  params: PhoneNumberPath,
  query: Nothing,
  body: Type.Object(
    {
      verified: flag(
        'True: verified from now on, a reserved number too. False: a verified number no longer is, and no second factor either; if it was the primary one, the oldest other verified number takes its place.',
      ),
      primary: flag('True: the primary number from now on, for which it must be verified. False: no change.'),
      reserved_for_second_factor: flag(
        'True: kept for the second step of a sign-in, for which it must be verified; it is then no way to begin one. False: no longer.',
      ),
    },
    { additionalProperties: false },
  ),
  result: PhoneNumber,
  refusals: [
    'identification_not_found',
    'resource_locked',
    'form_identifier_exists',
    'form_verification_needed',
    'identification_update_failed',
    'identification_update_second_factor_unverified',
  ],
  roles: ['owner', 'support'],
})
