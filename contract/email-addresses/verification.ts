import { Type } from 'typebox'
import { Milliseconds, named, words } from '../shapes.ts'

/** A code on its way: what the mail to an address has to prove, and how far that has come. */
export const EmailAddressVerification = named(
  'EmailAddressVerification',
  Type.Object(
    {
      object: words(['verification_otp']),
      id: Type.String({ description: '`ver_…`: names this code at the attempt.' }),
      status: words(['unverified', 'verified', 'expired', 'failed'], {
        description:
          '`unverified`: a try is left. `failed`: three were wrong. `expired`: too late, or a newer code was sent.',
      }),
      strategy: words(['email_code']),
      attempts: Type.Integer({ description: 'Tries so far.' }),
      expire_at: Milliseconds('When the code stops working.'),
    },
    { additionalProperties: false },
  ),
)
