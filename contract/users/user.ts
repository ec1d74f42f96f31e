import { type Static, Type } from 'typebox'
import { JsonObject, Milliseconds, named, nullable, words } from '../shapes.ts'

const closed = { additionalProperties: false }

/** Made by the backend: verified by an administrator's word. Other kinds arrive with the flows that make them. */
export const VerificationAdmin = named(
  'VerificationAdmin',
  Type.Object(
    {
      object: words(['verification_admin']),
      status: words(['verified']),
      strategy: words(['admin']),
      attempts: nullable(Type.Integer({ description: 'Null: nobody had to prove anything.' })),
      expire_at: nullable(Type.Integer({ description: 'Null: it does not expire.' })),
    },
    closed,
  ),
)

const VerificationOfEmail = named(
  'VerificationOfEmail',
  Type.Object(
    {
      object: words(['verification_admin', 'verification_otp', 'verification_ticket'], {
        description:
          'Verified by the word of the backend, by a mailed code, or by the link of an invitation.',
      }),
      status: words(['verified']),
      strategy: words(['admin', 'email_code', 'ticket']),
      attempts: nullable(Type.Integer({ description: 'Null: they are not kept.' })),
      expire_at: nullable(
        Type.Integer({ description: 'Of a mailed code: when it was used up. Null: nothing expires.' }),
      ),
    },
    closed,
  ),
)

const IdentificationLink = named(
  'IdentificationLink',
  Type.Object({ type: Type.String(), id: Type.String() }, closed),
)

export const EmailAddress = named(
  'EmailAddress',
  Type.Object(
    {
      id: Type.String({ description: '`idn_…`' }),
      object: words(['email_address']),
      email_address: Type.String({ description: 'Lower case, its domain in ASCII.' }),
      reserved: Type.Boolean({ description: 'Not verified, yet claimed: nobody else can have it.' }),
      verification: nullable(VerificationOfEmail),
      linked_to: Type.Array(IdentificationLink),
      matches_sso_connection: Type.Boolean({
        description: 'The domain belongs to an enterprise connection.',
      }),
      created_at: Milliseconds('When it was added.'),
      updated_at: Milliseconds('When it last changed.'),
    },
    closed,
  ),
)

export const PhoneNumber = named(
  'PhoneNumber',
  Type.Object(
    {
      id: Type.String({ description: '`idn_…`' }),
      object: words(['phone_number']),
      phone_number: Type.String({ description: 'E.164: `+` and digits.' }),
      reserved_for_second_factor: Type.Boolean({ description: 'Used as a second factor.' }),
      default_second_factor: Type.Boolean({ description: 'The second factor that is offered first.' }),
      reserved: Type.Boolean({ description: 'Not verified, yet claimed: nobody else can have it.' }),
      verification: nullable(VerificationAdmin),
      linked_to: Type.Array(IdentificationLink),
      backup_codes: nullable(Type.Array(Type.String())),
      created_at: Milliseconds('When it was added.'),
      updated_at: Milliseconds('When it last changed.'),
    },
    closed,
  ),
)

export const Web3Wallet = named(
  'Web3Wallet',
  Type.Object(
    {
      id: Type.String({ description: '`idn_…`' }),
      object: words(['web3_wallet']),
      web3_wallet: Type.String({ description: 'As it was given.' }),
      verification: nullable(VerificationAdmin),
      created_at: Milliseconds('When it was added.'),
      updated_at: Milliseconds('When it last changed.'),
    },
    closed,
  ),
)

/** Lists whose members arrive with later flows: always present, because clients require the key. */
const noneYet = (what: string) => Type.Array(Type.Object({}), { description: what })

export const User = named(
  'User',
  Type.Object(
    {
      id: Type.String({ description: '`user_` and 27 characters that sort by creation second.' }),
      object: words(['user']),
      username: nullable(
        Type.String({ description: 'Shown as it was given; compared without letter case.' }),
      ),
      first_name: nullable(Type.String({ description: 'Null when there is none.' })),
      last_name: nullable(Type.String({ description: 'Null when there is none.' })),
      locale: nullable(Type.String({ description: 'BCP 47, such as `en-US`.' })),
      image_url: Type.String({
        description: 'Never empty: a generated picture stands in for a missing one.',
      }),
      profile_image_url: Type.String({ description: 'The older name of `image_url`.' }),
      has_image: Type.Boolean({ description: 'True for an uploaded picture only.' }),
      primary_email_address_id: nullable(
        Type.String({ description: 'The `id` of one of `email_addresses`.' }),
      ),
      primary_phone_number_id: nullable(Type.String({ description: 'The `id` of one of `phone_numbers`.' })),
      primary_web3_wallet_id: nullable(Type.String({ description: 'The `id` of one of `web3_wallets`.' })),
      password_enabled: Type.Boolean({ description: 'The user has a password.' }),
      two_factor_enabled: Type.Boolean({ description: 'The user has a second factor.' }),
      totp_enabled: Type.Boolean({ description: 'The user has a verified authenticator app.' }),
      backup_code_enabled: Type.Boolean({ description: 'The user has unused backup codes.' }),
      email_addresses: Type.Array(EmailAddress),
      phone_numbers: Type.Array(PhoneNumber),
      web3_wallets: Type.Array(Web3Wallet),
      passkeys: noneYet('Passkeys.'),
      external_accounts: noneYet('Connected accounts.'),
      saml_accounts: noneYet('Legacy view of the enterprise accounts.'),
      enterprise_accounts: noneYet('Enterprise accounts.'),
      password_last_updated_at: nullable(Milliseconds('When the password last changed.')),
      public_metadata: JsonObject('Readable by the backend and by the browser.'),
      private_metadata: Type.Unsafe<string>({
        type: ['object', 'null'],
        additionalProperties: true,
        description: 'Readable by the backend only.',
      }),
      unsafe_metadata: JsonObject('Readable and writable by the browser too.'),
      external_id: nullable(Type.String({ description: "The id in the application's own system." })),
      last_sign_in_at: nullable(Milliseconds('Last sign-in.')),
      banned: Type.Boolean({ description: 'The user may not sign in at all.' }),
      locked: Type.Boolean({ description: 'The user may not sign in for a while; computed at the read.' }),
      deprovisioned: Type.Boolean({ description: 'Removed by a directory.' }),
      lockout_expires_in_seconds: nullable(
        Type.Integer({
          description: 'Seconds left, computed at the read; null when not locked or locked for ever.',
        }),
      ),
      verification_attempts_remaining: nullable(
        Type.Integer({ description: 'Wrong attempts left before a lock; null when lockout is off.' }),
      ),
      created_at: Milliseconds('Sign-up time.'),
      updated_at: Milliseconds('Last change of the user or of anything attached to it.'),
      delete_self_enabled: Type.Boolean({ description: 'The user may delete the own account.' }),
      create_organization_enabled: Type.Boolean({ description: 'The user may create organizations.' }),
      create_organizations_limit: nullable(Type.Integer({ description: '0 means unlimited.' })),
      last_active_at: nullable(Milliseconds('Last activity of a session.')),
      mfa_enabled_at: nullable(Milliseconds('When a second factor was last switched on.')),
      mfa_disabled_at: nullable(Milliseconds('When the second factors were last switched off.')),
      legal_accepted_at: nullable(Milliseconds('When the legal terms were accepted.')),
      bypass_client_trust: Type.Boolean({
        description: 'The check of new devices is skipped for this user.',
      }),
    },
    closed,
  ),
)
export type User = Static<typeof User>

/** The path of every operation on one user. */
export const UserPath = Type.Object({ user_id: Type.String({ description: 'The id of the user.' }) })

/** No parameters; also the query of operations that read none. */
export const Nothing = Type.Object({})
