import { operation } from '../operation.ts'
import { Nothing, PhoneNumber } from '../users/user.ts'
import { PhoneNumberPath } from './phone-number-path.ts'

export const getPhoneNumber = operation({
  id: 'GetPhoneNumber',
  method: 'GET',
  path: '/phone_numbers/{phone_number_id}',
  tag: 'Phone Numbers',
  summary: 'Get a phone number',
  description: 'The same object as in `phone_numbers` of its user.',
  params: PhoneNumberPath,
  query: Nothing,
  result: PhoneNumber,
  refusals: ['identification_not_found'],
  roles: ['owner', 'support', 'read_only'],
})
