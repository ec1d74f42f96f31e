import { apiVersions } from '../api-version.ts'
import { type RefusalName, refusals } from '../refusals.ts'
import type { Json } from './example.ts'

interface Sample {
  /** Fill the texts; `param` is told to the caller as well. */
  readonly details: Readonly<Record<string, string | number>>
  readonly meta?: Readonly<Record<string, Json>>
}

const sample = (details: Sample['details'], meta?: Sample['meta']): Sample => ({ details, meta })

/** What fills the texts of the refusals that have blanks. One without blanks needs no row. */
const samples: Partial<Record<RefusalName, Sample>> = {
  api_version_invalid: sample({ versions: apiVersions.join(', ') }),
  unsupported_content_type: sample({ actual: 'text/plain', expected: 'application/json' }),
  request_body_too_large: sample({ bytes_max: 1_048_576 }),
  resource_not_found: sample({ resource: 'user', id: 'user_3ANpXOrGZmFtU3oZXz64dE63U69' }),
  identification_not_found: sample({ resource: 'email address', id: 'idn_3ANpXLcAkoW4jSRtsvoHEVnFyRQ' }),
  sign_up_not_found: sample({ id: 'sua_3ANpXOrGZmFtU3oZXz64dE63U69' }),
  ticket_page_missing: sample({ setting: 'sign_up_url' }),
  form_param_unknown: sample({ param: 'nickname' }),
  form_param_missing: sample({ param: 'legal_accepted_at' }),
  form_param_nil: sample({ param: 'user_id' }),
  form_param_type_invalid: sample({ param: 'first_name', expected: 'a string or null' }),
  form_param_value_invalid: sample({ param: 'order_by', problem: 'must name a field to order by' }),
  form_param_format_invalid: sample({ param: 'phone_number', expected: 'a phone number in E.164 form' }),
  form_param_duplicate: sample({ param: 'email_address' }),
  form_param_array_size_exceeded: sample({ param: 'email_address', max: 100 }),
  form_param_array_length_mismatch: sample({
    param: 'email_address_identification_status',
    other: 'email_address',
  }),
  form_param_max_length_exceeded: sample({ param: 'first_name', max: 256 }),
  form_param_value_too_large: sample({ param: 'create_organizations_limit', max: 2_147_483_647 }),
  form_param_exceeds_allowed_size: sample({ param: 'public_metadata' }),
  form_param_invalid_time: sample({ param: 'created_at' }),
  form_param_invalid_date: sample({ param: 'created_at_after' }),
  form_disallow_future_date: sample({ param: 'created_at' }),
  invalid_query_parameter_value: sample({ param: 'status', values: 'pending, accepted, revoked, expired' }),
  form_conditional_param_missing: sample({ param: 'provider', other: 'provider_user_id' }),
  form_conditional_param_disallowed: sample({ param: 'starting_after', condition: 'together with offset' }),
  form_resource_not_found: sample({ param: 'primary_email_address_id' }),
  form_verification_needed: sample({ param: 'primary_email_address_id' }),
  form_identifier_exists: sample({ param: 'email_address', kind: 'email address' }),
  form_data_missing: sample({ quoted: '"email_address"' }, { param_names: ['email_address'] }),
  form_username_invalid_length: sample({ param: 'username', min: 4, max: 64 }),
  form_username_invalid_character: sample({ param: 'username' }),
  form_username_needs_non_number_char: sample({ param: 'username' }),
  form_username_cannot_be_phone_number: sample({ param: 'username' }),
  form_password_length_too_short: sample({ param: 'password', min: 8 }),
  form_password_length_too_long: sample({ param: 'password', max: 72 }),
  form_password_size_in_bytes_exceeded: sample({ param: 'password', bytes_max: 72 }),
  form_password_no_lowercase: sample({ param: 'password' }),
  form_password_no_uppercase: sample({ param: 'password' }),
  form_password_no_number: sample({ param: 'password' }),
  form_password_no_special_char: sample({ param: 'password', characters: '!#$%&' }),
  form_password_not_strong_enough: sample(
    { param: 'password', score: 1, min: 3 },
    { zxcvbn: { suggestions: [{ code: 'anotherWord', message: 'Add more words that are less common.' }] } },
  ),
  form_password_pwned: sample({ param: 'password' }),
  form_password_matches_identifier: sample({ param: 'password' }),
  form_password_validation_failed: sample({ param: 'password', problem: 'contains a NUL character' }),
  form_password_digest_invalid_code: sample({
    param: 'password_digest',
    problem: 'is no digest of bcrypt',
  }),
  user_locked: sample({}, { lockout_expires_in_seconds: 3600 }),
  password_unverifiable: sample({ hasher: 'awscognito' }),
  bulk_size_exceeded: sample({ param: 'user_ids', max: 50 }),
  jwt_template_reserved_claim: sample({ param: 'claims', claim: 'sub' }),
  breaks_instance_invariant: sample({ param: 'first_name' }),
  identification_deletion_failed: sample({ param: 'username' }),
  feature_not_enabled: sample({ feature: 'user lockout' }),
  not_allowed_access: sample({ identifier: 'eve@example.net' }, { identifiers: ['eve@example.net'] }),
  organization_not_found: sample({ id: 'org_3ANpXOrGZmFtU3oZXz64dE63U69' }),
  organization_member_not_found: sample({ id: 'user_3ANpXOrGZmFtU3oZXz64dE63U69' }),
  organization_system_permission_not_modifiable: sample({ key: 'org:sys_memberships:read' }),
  organization_instance_roles_quota_exceeded: sample({ max: 100 }),
  organization_missing_creator_role_permissions: sample({
    permissions: 'org:sys_memberships:manage, org:sys_memberships:read, org:sys_profile:delete',
  }),
  organization_role_permission_association_exists: sample({
    role: 'org:accountant',
    permission: 'org:invoices:read',
  }),
  organization_role_permission_association_not_found: sample({
    role: 'org:accountant',
    permission: 'org:invoices:read',
  }),
  organization_permission_missing: sample({ permission: 'org:sys_memberships:manage' }),
  organization_quota_exceeded: sample({ max: 10 }),
  organization_membership_quota_exceeded: sample({ max: 5 }),
  organization_invitation_not_unique: sample({ email: 'ada@example.com' }),
  organization_invitation_not_found: sample({ id: 'orginv_3ANpXOrGZmFtU3oZXz64dE63U69' }),
  organization_domain_enrollment_mode_not_enabled: sample({ mode: 'automatic_invitation' }),
  organization_domain_already_exists: sample({ name: 'example.com' }),
  organization_domain_not_found: sample({ id: 'orgdmn_3ANpXOrGZmFtU3oZXz64dE63U69' }),
  not_an_admin_in_organization: sample({ param: 'inviter_user_id' }),
  duplicate_record: sample({ what: 'An open invitation for ada@example.com' }),
  image_unreadable: sample({ problem: 'ends too early' }),
  upload_malformed: sample({ problem: 'is no multipart form with a boundary' }),
  upload_missing: sample({ param: 'file' }),
  image_too_large: sample({ bytes_max: 10_485_760 }),
  image_not_found: sample({ param: 'profile_image_id' }),
  no_second_factors: sample({ strategy: 'totp' }),
  sign_in_not_found: sample({ id: 'sia_3ANpXOrGZmFtU3oZXz64dE63U69' }),
  form_identifier_not_found: sample({ param: 'identifier' }),
  form_password_incorrect: sample({ param: 'password' }),
  form_code_incorrect: sample({ param: 'code' }),
  invalid_totp_secret_code: sample({ param: 'totp_secret' }),
  client_token_invalid: sample({ param: 'token' }),
  session_token_invalid: sample({ param: 'token' }),
  refresh_token_invalid: sample({ param: 'refresh_token' }),
  session_not_found: sample({ id: 'sess_3ANpXOrGZmFtU3oZXz64dE63U69' }),
  client_state_invalid: sample({ status: 'complete' }),
  strategy_for_user_invalid: sample({ param: 'strategy', strategy: 'email_code' }),
  sign_in_token_cannot_be_revoked_code: sample({ status: 'accepted' }),
  actor_token_cannot_be_revoked_code: sample({ status: 'accepted' }),
}

export const exampleTraceId = '4b1f9c0de2a7435f8a60c3d9b7e51284'

function filled(name: RefusalName, text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = samples[name]?.details[key]
    if (value === undefined) throw new Error(`contract/examples/refusals.ts has no ${key} for ${name}`)
    return String(value)
  })
}

/** The body of an answer that refuses, with every blank filled. */
export function refusalExample(name: RefusalName): Json {
  const row: { code?: string; message: string; long: string } = refusals[name]
  const { details, meta } = samples[name] ?? { details: {} }
  const told = { ...(details.param === undefined ? {} : { param_name: details.param }), ...meta }
  const error = {
    message: filled(name, row.message),
    long_message: filled(name, row.long),
    code: row.code ?? name,
    ...(Object.keys(told).length > 0 ? { meta: told } : {}),
  }
  return { errors: [error], clerk_trace_id: exampleTraceId }
}
