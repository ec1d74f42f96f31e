import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const flag = (fallback: boolean, description: string) => Type.Boolean({ default: fallback, description })
const count = (fallback: number, minimum: number, maximum: number, description: string) =>
  Type.Integer({ default: fallback, minimum, maximum, description })

const attribute = (what: string, firstFactor: boolean, secondFactor: boolean) =>
  Type.Object(
    {
      enabled: flag(
        true,
        `${what} may be given; otherwise the API answers as if the parameter did not exist.`,
      ),
      required: flag(false, `${what} must be given when a user is created.`),
      used_for_first_factor: flag(firstFactor, `${what} may be used to sign in.`),
      used_for_second_factor: flag(secondFactor, `${what} may be used as a second factor.`),
    },
    { ...closed, description: what },
  )

const list = (name: string, effect: string) =>
  Type.Object(
    {
      enabled: flag(false, `Whether the ${name} applies: ${effect}.`),
      identifiers: Type.Array(Type.String({ minLength: 1 }), {
        default: [],
        description: 'E-mail addresses, `*@domain` for a whole domain, phone numbers in E.164 form, wallets.',
      }),
    },
    closed,
  )

const url = (description: string) => Type.String({ default: '', description })

const rateLimitRule = Type.Object(
  {
    operations: Type.Array(Type.String(), {
      minItems: 1,
      description: 'Operation ids, such as `CreateUser`. They share one budget.',
    }),
    limit: Type.Integer({ minimum: 1, description: 'Requests in one window.' }),
    seconds: Type.Integer({ minimum: 1, maximum: 86_400, description: 'Length of the window.' }),
    per: Type.Unsafe<'instance' | 'user' | 'organization' | 'membership' | 'address'>({
      type: 'string',
      enum: ['instance', 'user', 'organization', 'membership', 'address'],
      description:
        '`user`, `organization`, `membership`: a budget for each that the path names. `address`: for each address that asks the Frontend API.',
    }),
  },
  closed,
)
export type RateLimitRule = Static<typeof rateLimitRule>

/** Everything that `bartleby.json` may say. The defaults refuse nothing but a user without an identifier. */
export const settingsSchema = Type.Object(
  {
    application_name: Type.String({
      default: 'Bartleby',
      minLength: 1,
      maxLength: 64,
      pattern: '^[^\\p{Cc}]*$',
      description: 'What mails, authenticator apps and sign-in pages call the application.',
    }),
    attributes: Type.Object(
      {
        email_address: attribute('An e-mail address', true, false),
        phone_number: attribute('A phone number', true, true),
        username: attribute('A username', true, false),
        first_name: attribute('A first name', false, false),
        last_name: attribute('A last name', false, false),
        password: attribute('A password', true, false),
        web3_wallet: attribute('A wallet', true, false),
        authenticator_app: attribute('An authenticator app (TOTP)', false, true),
        backup_code: attribute('Backup codes', false, true),
        passkey: attribute('A passkey', true, false),
      },
      closed,
    ),
    password: Type.Object(
      {
        min_length: count(8, 1, 72, 'Fewest characters, counted in code points.'),
        max_length: count(
          72,
          8,
          72,
          'Most characters, counted in code points; more than 72 bytes are never taken.',
        ),
        require_uppercase: flag(false, 'At least one upper-case letter.'),
        require_lowercase: flag(false, 'At least one lower-case letter.'),
        require_numbers: flag(false, 'At least one digit.'),
        require_special_char: flag(false, 'At least one of `allowed_special_characters`.'),
        min_zxcvbn_strength: count(0, 0, 4, 'Lowest strength score.'),
        disable_hibp: flag(true, 'No look-up of new passwords at `breach_lookup_url`.'),
        breach_lookup_url: Type.String({
          default: 'https://api.pwnedpasswords.com/range',
          minLength: 1,
          description:
            'Where passwords are looked up when `disable_hibp` is false: https, or http on this machine. Five characters of a SHA-1 leave the server.',
        }),
        allowed_special_characters: Type.String({
          default: '!"#$%&\'()*+,-./:;<=>?@[]^_`{|}~',
          description: 'What counts as a special character.',
        }),
      },
      closed,
    ),
    username: Type.Object(
      {
        min_length: count(4, 1, 64, 'Fewest characters of a username.'),
        max_length: count(64, 1, 256, 'Most characters of a username.'),
      },
      closed,
    ),
    user_lockout: Type.Object(
      {
        enabled: flag(true, 'Users can be locked, by failures or by an administrator.'),
        max_attempts: count(10, 5, 1000, 'Wrong attempts before a user is locked.'),
        duration_in_minutes: Type.Union([Type.Integer({ minimum: 1, maximum: 5_256_000 }), Type.Null()], {
          default: 60,
          description: 'How long a lock lasts; null means until it is lifted.',
        }),
        verify_password_counts: flag(
          true,
          'A wrong password at the operation VerifyPassword uses up an attempt, as one at sign-in does.',
        ),
        verify_totp_counts: flag(
          true,
          'A wrong code at the operation VerifyTOTP uses up an attempt of those for second factors.',
        ),
      },
      closed,
    ),
    sessions: Type.Object(
      {
        lifetime_in_minutes: count(
          10_080,
          5,
          5_256_000,
          'How long a session lasts, however much it is used. The default is seven days.',
        ),
        inactivity_timeout_in_minutes: Type.Union(
          [Type.Integer({ minimum: 5, maximum: 5_256_000 }), Type.Null()],
          {
            default: null,
            description:
              'How long a session lasts without being used; null means as long as it lasts at all.',
          },
        ),
        single_session_mode: flag(
          true,
          'A browser or an app is signed in as one user at a time; otherwise as several.',
        ),
      },
      closed,
    ),
    restrictions: Type.Object(
      {
        allowlist: list('allowlist', 'nobody else can be created'),
        blocklist: list('blocklist', 'none of these can be created'),
        block_email_subaddresses: Type.Object(
          { enabled: flag(false, 'Refuse addresses with a `+` part.') },
          closed,
        ),
        block_disposable_email_domains: Type.Object(
          { enabled: flag(false, 'Refuse addresses of throw-away mail services.') },
          closed,
        ),
      },
      closed,
    ),
    organizations: Type.Object(
      {
        enabled: flag(true, 'The instance has organizations.'),
        max_allowed_memberships: count(
          0,
          0,
          1_000_000,
          'Members at most of an organization that is made from now on; 0 means any number.',
        ),
        admin_delete_enabled: flag(true, 'Members with the permission may delete their organization.'),
        slug_disabled: flag(false, 'Slugs cannot be chosen.'),
        creator_role: Type.String({
          default: 'org:admin',
          minLength: 1,
          description: 'The key of the role that whoever makes an organization gets.',
        }),
        domains_enabled: flag(false, 'Organizations can have domains.'),
        domains_default_role: Type.String({
          default: 'org:member',
          minLength: 1,
          description: 'The key of the role of those who come in by the domain of their address.',
        }),
      },
      closed,
    ),
    actions: Type.Object(
      {
        delete_self: flag(true, 'New users may delete their own account.'),
        create_organization: flag(true, 'New users may create organizations.'),
      },
      closed,
    ),
    sign_up: Type.Object(
      { legal_consent_enabled: flag(false, 'New users must have accepted the legal terms.') },
      closed,
    ),
    security_notices: flag(
      true,
      'Users are told by mail when their password or a second factor was changed, and when wrong attempts have locked their account.',
    ),
    supports_ban: flag(true, 'Users can be banned; otherwise banning is refused with 402.'),
    rate_limits: Type.Object(
      {
        preset: Type.Unsafe<'default' | 'published' | 'none'>({
          type: 'string',
          enum: ['default', 'published', 'none'],
          default: 'default',
          description:
            '`default`: creating users, and signing in or up from one address. `published`: the figures that Clerk publishes for its hosted service. `none`: only `rules`.',
        }),
        rules: Type.Array(rateLimitRule, {
          default: [],
          description: 'Rules of your own, beside the preset.',
        }),
      },
      closed,
    ),
    enumeration_protection: Type.Object(
      {
        enabled: flag(
          false,
          'Signing in tells nobody whether an account exists: unknown accounts and wrong passwords look alike.',
        ),
      },
      closed,
    ),
    display: Type.Object(
      {
        home_url: url('The application.'),
        sign_in_url: url('The page to sign in.'),
        sign_up_url: url('The page to sign up.'),
        user_profile_url: url("The page of the user's own profile."),
        support_email: url('The address that users may write to.'),
        logo_image_url: url('A logo for the sign-in pages.'),
        privacy_policy_url: url('The privacy policy.'),
        terms_url: url('The terms of service.'),
      },
      { ...closed, description: 'What browser SDKs are told about the application; empty where unknown.' },
    ),
    allowed_origins: Type.Array(Type.String({ minLength: 1 }), {
      default: [],
      description: 'Origins of browser apps that may call the Frontend API.',
    }),
  },
  closed,
)

/** All settings, defaults filled in. */
export type Settings = Static<typeof settingsSchema>
