import { Type } from 'typebox'

/** The path of every operation on one phone number. */
export const PhoneNumberPath = Type.Object({
  phone_number_id: Type.String({ description: 'The id of the phone number: `idn_…`.' }),
})
