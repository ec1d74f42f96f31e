import { Type } from 'typebox'
import { named, nullable, words } from '../shapes.ts'
import * as backend from '../users/user.ts'

const { verification: _, ...rest } = backend.EmailAddress.properties

/** An address as its user sees it alone: also how far a code that is on its way has come. */
export const OwnEmailAddress = named(
  'OwnEmailAddress',
  Type.Object(
    {
      ...rest,
      verification: nullable(
        Type.Object(
          {
            object: words(['verification_admin', 'verification_otp', 'verification_ticket']),
            status: words(['unverified', 'verified', 'failed', 'expired'], {
              description: '`unverified`: a code was sent, and a try is left.',
            }),
            strategy: words(['admin', 'email_code', 'ticket']),
            attempts: nullable(Type.Integer({ description: 'Tries so far.' })),
            expire_at: nullable(Type.Integer({ description: 'When the code stops working.' })),
          },
          { additionalProperties: false },
        ),
      ),
    },
    { additionalProperties: false },
  ),
)
