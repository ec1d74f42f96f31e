import { type Static, Type } from 'typebox'
import { Milliseconds, named, nullable, words } from '../shapes.ts'

const closed = { additionalProperties: false }

export const SignInFactor = named(
  'SignInFactor',
  Type.Object(
    {
      strategy: words(['ticket', 'password', 'email_code', 'totp', 'backup_code']),
      safe_identifier: Type.Optional(Type.String({ description: 'The address, partly hidden.' })),
      email_address_id: Type.Optional(Type.String({ description: '`idn_…`' })),
      primary: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
)

/** How far one factor has been proved. */
export const FactorVerification = named(
  'FactorVerification',
  Type.Object(
    {
      object: words([
        'verification_password',
        'verification_otp',
        'verification_ticket',
        'verification_totp',
        'verification_backup_code',
      ]),
      status: words(['unverified', 'verified', 'failed', 'expired']),
      strategy: words(['password', 'email_code', 'ticket', 'totp', 'backup_code']),
      attempts: nullable(Type.Integer()),
      expire_at: nullable(Type.Integer()),
    },
    closed,
  ),
)

export const SignIn = named(
  'SignIn',
  Type.Object(
    {
      object: words(['sign_in_attempt']),
      id: Type.String({ description: '`sia_…`' }),
      status: words([
        'needs_identifier',
        'needs_first_factor',
        'needs_second_factor',
        'needs_new_password',
        'complete',
        'abandoned',
      ]),
      supported_identifiers: Type.Array(words(['email_address', 'phone_number', 'username', 'web3_wallet'])),
      supported_first_factors: nullable(Type.Array(SignInFactor)),
      supported_second_factors: nullable(Type.Array(SignInFactor)),
      first_factor_verification: nullable(FactorVerification),
      second_factor_verification: nullable(FactorVerification),
      identifier: nullable(Type.String({ description: 'As it was given.' })),
      user_data: nullable(
        Type.Object(
          {
            first_name: nullable(Type.String()),
            last_name: nullable(Type.String()),
            image_url: Type.String(),
            has_image: Type.Boolean(),
          },
          closed,
        ),
      ),
      created_session_id: nullable(Type.String({ description: '`sess_…`, once it is complete.' })),
      abandon_at: Milliseconds('When it ends unless it is completed before.'),
    },
    closed,
  ),
)
export type SignIn = Static<typeof SignIn>
