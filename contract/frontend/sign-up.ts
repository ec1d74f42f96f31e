import { type Static, Type } from 'typebox'
import { JsonObject, Milliseconds, named, nullable, words } from '../shapes.ts'

const closed = { additionalProperties: false }
const fields = (description: string) => Type.Array(Type.String(), { description })

const SignUpVerification = named(
  'SignUpVerification',
  Type.Object(
    {
      object: words(['verification_ticket']),
      status: words(['verified']),
      strategy: words(['ticket']),
      attempts: Type.Null(),
      expire_at: Type.Null(),
      next_action: words([''], { description: 'Nothing is left to do.' }),
      supported_strategies: Type.Array(Type.String()),
    },
    closed,
  ),
)

export const SignUp = named(
  'SignUp',
  Type.Object(
    {
      object: words(['sign_up_attempt']),
      id: Type.String({ description: '`sua_…`' }),
      status: words(['missing_requirements', 'complete', 'abandoned']),
      required_fields: fields('What this instance asks every new user for.'),
      optional_fields: fields('What may be given beside that.'),
      missing_fields: fields('What is left to give before there is an account.'),
      unverified_fields: fields('Always empty: the ticket has proved the address.'),
      verifications: Type.Object(
        {
          email_address: SignUpVerification,
          phone_number: Type.Null(),
          web3_wallet: Type.Null(),
          external_account: Type.Null(),
        },
        closed,
      ),
      username: nullable(Type.String()),
      email_address: Type.String({ description: 'The one that was invited.' }),
      phone_number: Type.Null(),
      web3_wallet: Type.Null(),
      password_enabled: Type.Boolean({ description: 'Whether a password was given.' }),
      first_name: nullable(Type.String()),
      last_name: nullable(Type.String()),
      unsafe_metadata: JsonObject('Becomes that of the user.'),
      custom_action: Type.Boolean(),
      external_id: Type.Null(),
      created_session_id: nullable(Type.String({ description: '`sess_…`, once it is complete.' })),
      created_user_id: nullable(Type.String({ description: '`user_…`, once it is complete.' })),
      abandon_at: Milliseconds('When it ends unless it is completed before.'),
      legal_accepted_at: nullable(Milliseconds('When the legal terms were accepted.')),
    },
    closed,
  ),
)
export type SignUp = Static<typeof SignUp>
