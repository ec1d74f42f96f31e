import { Type } from 'typebox'

/** The path of every operation on one e-mail address. */
export const EmailAddressPath = Type.Object({
  email_address_id: Type.String({ description: 'The id of the e-mail address: `idn_…`.' }),
})
