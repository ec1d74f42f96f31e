import type { Static } from 'typebox'
import type { Environment as Contract } from '#contract/frontend/environment.ts'
import {
  type EffectiveRestrictions,
  effectiveRestrictions,
} from '#server/instance-settings/effective-restrictions.ts'
import {
  type OrganizationSettings,
  organizationSettings,
} from '#server/organizations/organization-settings.ts'
import type { Settings } from '#server/settings/settings.ts'
import type { World } from '#server/world.ts'
import type { AnswerText } from '../route.ts'

type Environment = Static<typeof Contract>
type Attributes = Settings['attributes']

/** How each attribute can be proved at sign-in, and before it counts as the user's. */
const strategies: Partial<
  Record<keyof Attributes, { first?: string; second?: string; verification?: string }>
> = {
  email_address: { first: 'email_code', verification: 'email_code' },
  authenticator_app: { second: 'totp' },
  backup_code: { second: 'backup_code' },
}

function attributeOf(name: keyof Attributes, { enabled, required, ...used }: Attributes['email_address']) {
  const { first, second, verification } = strategies[name] ?? {}
  const used_for_first_factor = enabled && used.used_for_first_factor
  const used_for_second_factor = enabled && used.used_for_second_factor && second !== undefined
  return {
    enabled,
    required: enabled && required,
    used_for_first_factor,
    first_factors: used_for_first_factor && first ? [first] : [],
    used_for_second_factor,
    second_factors: used_for_second_factor ? [second] : [],
    verifications: enabled && verification ? [verification] : [],
    verify_at_sign_up: enabled && verification !== undefined,
    immutable: false,
  }
}

const noAttribute = {
  enabled: true,
  required: false,
  used_for_first_factor: false,
  first_factors: [],
  used_for_second_factor: false,
  second_factors: [],
  verifications: [],
  verify_at_sign_up: false,
  immutable: false,
}

const onOff = ({ enabled, required }: Attributes['email_address']) =>
  enabled ? (required ? 'required' : 'on') : 'off'

/** Where browsers begin: none of what needs a flow that does not exist here is offered. */
function attributesOf({ attributes }: Settings): Environment['user_settings']['attributes'] {
  const names = Object.keys(attributes) as (keyof Attributes)[]
  const known = Object.fromEntries(names.map((name) => [name, attributeOf(name, attributes[name])]))
  return {
    ...(known as Record<keyof Attributes, ReturnType<typeof attributeOf>>),
    passkey: { ...noAttribute, enabled: false },
    web3_wallet: { ...known.web3_wallet!, used_for_first_factor: false, first_factors: [] },
    ticket: noAttribute,
  } as Environment['user_settings']['attributes']
}

function authConfigOf({ settings, instanceId }: World): Environment['auth_config'] {
  const { attributes } = settings
  const identifiers = (['email_address', 'phone_number', 'username'] as const).filter(
    (name) => attributes[name].enabled && attributes[name].used_for_first_factor,
  )
  const used = attributesOf(settings)
  return {
    object: 'auth_config',
    id: `aconf_${instanceId.slice(4)}`,
    first_name: onOff(attributes.first_name),
    last_name: onOff(attributes.last_name),
    email_address: onOff(attributes.email_address),
    phone_number: onOff(attributes.phone_number),
    username: onOff(attributes.username),
    password: onOff(attributes.password),
    identification_requirements: identifiers.length > 0 ? [identifiers] : [],
    identification_strategies: identifiers,
    first_factors: [
      ...(attributes.password.enabled ? ['password'] : []),
      ...used.email_address.first_factors,
      'ticket',
    ],
    second_factors: [...used.authenticator_app.second_factors, ...used.backup_code.second_factors],
    email_address_verification_strategies: used.email_address.verifications,
    single_session_mode: settings.sessions.single_session_mode,
    enhanced_email_deliverability: false,
    test_mode: false,
    cookieless_dev: false,
    url_based_session_syncing: false,
    claimed_at: null,
    reverification: false,
    native_settings: {
      object: 'native_settings',
      api_enabled: true,
      trusted_device_sign_in_enabled: false,
      trusted_device_enrollment_prompt_after_sign_in_enabled: false,
      trusted_device_enrollment_prompt_after_sign_up_enabled: false,
    },
  }
}

function displayConfigOf(
  { settings, instanceId }: World,
  environment: 'test' | 'live',
): Environment['display_config'] {
  const { home_url, sign_in_url, sign_up_url, user_profile_url, ...display } = settings.display
  const orNull = (text: string) => text || null
  return {
    object: 'display_config',
    id: `display_config_${instanceId.slice(4)}`,
    instance_environment_type: environment === 'live' ? 'production' : 'development',
    application_name: settings.application_name,
    theme: {},
    preferred_sign_in_strategy: settings.attributes.password.enabled ? 'password' : 'otp',
    home_url,
    sign_in_url,
    sign_up_url,
    user_profile_url,
    waitlist_url: '',
    oauth_consent_url: '',
    after_sign_in_url: home_url,
    after_sign_up_url: home_url,
    after_sign_out_one_url: sign_in_url || home_url,
    after_sign_out_all_url: sign_in_url || home_url,
    after_switch_session_url: home_url,
    after_join_waitlist_url: home_url,
    organization_profile_url: '',
    create_organization_url: '',
    after_leave_organization_url: home_url,
    after_create_organization_url: home_url,
    logo_link_url: home_url,
    support_email: orNull(display.support_email),
    privacy_policy_url: orNull(display.privacy_policy_url),
    terms_url: orNull(display.terms_url),
    logo_image_url: orNull(display.logo_image_url),
    logo_url: orNull(display.logo_image_url),
    favicon_image_url: null,
    favicon_url: null,
    logo_image: null,
    favicon_image: null,
    clerk_js_version: null,
    google_one_tap_client_id: null,
    help_url: null,
    branded: false,
    experimental_force_oauth_first: false,
    show_devmode_warning: false,
    captcha_public_key: null,
    captcha_public_key_invisible: null,
    captcha_widget_type: null,
    captcha_provider: 'turnstile',
    captcha_oauth_bypass: [],
    captcha_heartbeat: false,
  }
}

function userSettingsOf(
  { settings }: World,
  restrictions: EffectiveRestrictions,
): Environment['user_settings'] {
  const { password, username, user_lockout: lockout } = settings
  const { breach_lookup_url: _, ...policy } = password
  const { allowlist, blocklist, block_email_subaddresses, block_disposable_email_domains } = restrictions
  return {
    attributes: attributesOf(settings),
    social: {},
    saml: { enabled: false },
    enterprise_sso: { enabled: false, self_serve_sso: false },
    sign_in: { second_factor: { required: false } },
    sign_up: {
      captcha_enabled: false,
      captcha_widget_type: 'invisible',
      custom_action_required: false,
      progressive: true,
      mode: 'restricted',
      legal_consent_enabled: settings.sign_up.legal_consent_enabled,
    },
    restrictions: {
      allowlist: { enabled: allowlist.enabled },
      blocklist: { enabled: blocklist.enabled },
      allowlist_blocklist_disabled_on_sign_in: {
        enabled: restrictions.allowlist_blocklist_disabled_on_sign_in,
      },
      block_email_subaddresses,
      block_disposable_email_domains,
    },
    password_settings: {
      ...policy,
      disable_password_reverification: false,
      show_zxcvbn: policy.min_zxcvbn_strength > 0,
      enforce_hibp_on_sign_in: false,
    },
    username_settings: {
      ...username,
      allow_extended_special_characters: false,
      allow_numeric_usernames: false,
    },
    actions: { ...settings.actions, create_organizations_limit: null },
    attack_protection: {
      user_lockout: {
        enabled: lockout.enabled,
        max_attempts: lockout.max_attempts,
        duration_in_minutes: lockout.duration_in_minutes ?? 0,
      },
      pii: { enabled: false },
      email_link: { require_same_client: true },
      enumeration_protection: settings.enumeration_protection,
    },
    passkey_settings: { allow_autofill: false, show_sign_in_button: false, satisfies_second_factor: false },
  }
}

const notBilled = { enabled: false, has_paid_plans: false }

const organizationSettingsOf = (settings: OrganizationSettings): Environment['organization_settings'] => ({
  enabled: settings.enabled,
  max_allowed_memberships: settings.max_allowed_memberships,
  actions: { admin_delete: settings.admin_delete_enabled },
  domains: {
    enabled: settings.domains_enabled,
    enrollment_modes: settings.domains_enabled ? [...settings.domains_enrollment_modes] : [],
    default_role: settings.domains_default_role,
  },
  slug: { disabled: settings.slug_disabled },
  creator_role: settings.creator_role,
})

/** The settings of the instance as browser SDKs read them. */
export async function presentEnvironment(
  environment: 'test' | 'live',
  world: World,
): Promise<AnswerText<Environment>> {
  const whole: Environment = {
    auth_config: authConfigOf(world),
    display_config: displayConfigOf(world, environment),
    user_settings: userSettingsOf(world, await effectiveRestrictions(world)),
    organization_settings: organizationSettingsOf(await organizationSettings(world)),
    fraud_settings: { object: 'fraud_settings', native: { device_attestation_mode: 'disabled' } },
    commerce_settings: {
      billing: { stripe_publishable_key: null, organization: notBilled, user: notBilled },
    },
    api_keys_settings: { enabled: false, user_api_keys_enabled: false, orgs_api_keys_enabled: false },
    protect_config: {},
    client_debug_mode: false,
    partitioned_cookies: false,
    maintenance_mode: false,
  }
  return JSON.stringify(whole)
}
