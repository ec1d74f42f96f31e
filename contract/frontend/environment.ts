import { Type } from 'typebox'
import { named, nullable, words } from '../shapes.ts'

const closed = { additionalProperties: false }
const flags = <K extends string>(...names: K[]) =>
  Object.fromEntries(names.map((name) => [name, Type.Boolean()])) as Record<
    K,
    ReturnType<typeof Type.Boolean>
  >
const texts = <K extends string>(...names: K[]) =>
  Object.fromEntries(names.map((name) => [name, Type.String()])) as Record<K, ReturnType<typeof Type.String>>
const textsOrNull = <K extends string>(...names: K[]) =>
  Object.fromEntries(names.map((name) => [name, nullable(Type.String())])) as Record<
    K,
    ReturnType<typeof nullable<ReturnType<typeof Type.String>>>
  >
const words3 = () => words(['on', 'off', 'required'])
const list = () => Type.Array(Type.String())

const AuthConfig = named(
  'AuthConfig',
  Type.Object(
    {
      object: words(['auth_config']),
      id: Type.String(),
      first_name: words3(),
      last_name: words3(),
      email_address: words3(),
      phone_number: words3(),
      username: words3(),
      password: words3(),
      identification_requirements: Type.Array(list()),
      identification_strategies: list(),
      first_factors: list(),
      second_factors: list(),
      email_address_verification_strategies: list(),
      ...flags('single_session_mode', 'enhanced_email_deliverability', 'test_mode', 'cookieless_dev'),
      ...flags('url_based_session_syncing', 'reverification'),
      claimed_at: nullable(Type.Integer()),
      native_settings: Type.Object(
        {
          object: words(['native_settings']),
          ...flags('api_enabled', 'trusted_device_sign_in_enabled'),
          ...flags('trusted_device_enrollment_prompt_after_sign_in_enabled'),
          ...flags('trusted_device_enrollment_prompt_after_sign_up_enabled'),
        },
        closed,
      ),
    },
    closed,
  ),
)

const DisplayConfig = named(
  'DisplayConfig',
  Type.Object(
    {
      object: words(['display_config']),
      id: Type.String(),
      instance_environment_type: words(['production', 'development']),
      theme: Type.Object({}),
      preferred_sign_in_strategy: words(['password', 'otp']),
      ...texts(
        'application_name',
        'home_url',
        'sign_in_url',
        'sign_up_url',
        'user_profile_url',
        'waitlist_url',
      ),
      ...texts('oauth_consent_url', 'after_sign_in_url', 'after_sign_up_url', 'after_sign_out_one_url'),
      ...texts('after_sign_out_all_url', 'after_switch_session_url', 'after_join_waitlist_url'),
      ...texts('organization_profile_url', 'create_organization_url', 'after_leave_organization_url'),
      ...texts('after_create_organization_url', 'logo_link_url'),
      ...textsOrNull('support_email', 'clerk_js_version', 'google_one_tap_client_id', 'help_url'),
      ...textsOrNull('privacy_policy_url', 'terms_url', 'logo_url', 'favicon_url', 'captcha_public_key'),
      ...textsOrNull('logo_image_url', 'favicon_image_url', 'captcha_public_key_invisible'),
      ...flags('branded', 'experimental_force_oauth_first', 'show_devmode_warning', 'captcha_heartbeat'),
      logo_image: Type.Null(),
      favicon_image: Type.Null(),
      captcha_widget_type: nullable(words(['smart', 'invisible'])),
      captcha_provider: words(['turnstile']),
      captcha_oauth_bypass: list(),
    },
    closed,
  ),
)

const attribute = Type.Object(
  {
    ...flags('enabled', 'required', 'used_for_first_factor', 'used_for_second_factor', 'verify_at_sign_up'),
    ...flags('immutable'),
    first_factors: list(),
    second_factors: list(),
    verifications: list(),
  },
  closed,
)
const attributes = [
  'email_address',
  'phone_number',
  'username',
  'web3_wallet',
  'first_name',
  'last_name',
  'password',
  'authenticator_app',
  'ticket',
  'backup_code',
  'passkey',
] as const
const enabled = () => Type.Object(flags('enabled'), closed)

const UserSettings = named(
  'UserSettings',
  Type.Object(
    {
      attributes: Type.Object(
        Object.fromEntries(attributes.map((name) => [name, attribute])) as Record<
          (typeof attributes)[number],
          typeof attribute
        >,
        closed,
      ),
      social: Type.Object({}),
      saml: enabled(),
      enterprise_sso: Type.Object(flags('enabled', 'self_serve_sso'), closed),
      sign_in: Type.Object({ second_factor: Type.Object(flags('required'), closed) }, closed),
      sign_up: Type.Object(
        {
          ...flags('captcha_enabled', 'custom_action_required', 'progressive', 'legal_consent_enabled'),
          captcha_widget_type: words(['smart', 'invisible']),
          mode: words(['public', 'restricted', 'waitlist']),
        },
        closed,
      ),
      restrictions: Type.Object(
        {
          allowlist: enabled(),
          blocklist: enabled(),
          allowlist_blocklist_disabled_on_sign_in: enabled(),
          block_email_subaddresses: enabled(),
          block_disposable_email_domains: enabled(),
        },
        closed,
      ),
      password_settings: Type.Object(
        {
          ...flags('disable_hibp', 'disable_password_reverification', 'require_special_char'),
          ...flags('require_numbers', 'require_uppercase', 'require_lowercase', 'show_zxcvbn'),
          ...flags('enforce_hibp_on_sign_in'),
          min_length: Type.Integer(),
          max_length: Type.Integer(),
          min_zxcvbn_strength: Type.Integer(),
          allowed_special_characters: Type.String(),
        },
        closed,
      ),
      username_settings: Type.Object(
        {
          min_length: Type.Integer(),
          max_length: Type.Integer(),
          ...flags('allow_extended_special_characters', 'allow_numeric_usernames'),
        },
        closed,
      ),
      actions: Type.Object(
        { ...flags('delete_self', 'create_organization'), create_organizations_limit: Type.Null() },
        closed,
      ),
      attack_protection: Type.Object(
        {
          user_lockout: Type.Object(
            { enabled: Type.Boolean(), max_attempts: Type.Integer(), duration_in_minutes: Type.Integer() },
            closed,
          ),
          pii: enabled(),
          email_link: Type.Object(flags('require_same_client'), closed),
          enumeration_protection: enabled(),
        },
        closed,
      ),
      passkey_settings: Type.Object(
        flags('allow_autofill', 'show_sign_in_button', 'satisfies_second_factor'),
        closed,
      ),
    },
    closed,
  ),
)

const notBilled = Type.Object(flags('enabled', 'has_paid_plans'), closed)

/** All that a browser needs to know of the instance before anybody signs in. */
export const Environment = named(
  'Environment',
  Type.Object(
    {
      auth_config: AuthConfig,
      display_config: DisplayConfig,
      user_settings: UserSettings,
      organization_settings: Type.Object(
        {
          enabled: Type.Boolean(),
          max_allowed_memberships: Type.Integer(),
          actions: Type.Object(flags('admin_delete'), closed),
          domains: Type.Object(
            { enabled: Type.Boolean(), enrollment_modes: list(), default_role: Type.String() },
            closed,
          ),
          slug: Type.Object(flags('disabled'), closed),
          creator_role: Type.String(),
        },
        closed,
      ),
      fraud_settings: Type.Object(
        {
          object: words(['fraud_settings']),
          native: Type.Object({ device_attestation_mode: Type.String() }),
        },
        closed,
      ),
      commerce_settings: Type.Object(
        {
          billing: Type.Object({
            stripe_publishable_key: nullable(Type.String()),
            organization: notBilled,
            user: notBilled,
          }),
        },
        closed,
      ),
      api_keys_settings: Type.Object(
        flags('enabled', 'user_api_keys_enabled', 'orgs_api_keys_enabled'),
        closed,
      ),
      protect_config: Type.Object({}),
      ...flags('client_debug_mode', 'partitioned_cookies', 'maintenance_mode'),
    },
    closed,
  ),
)
