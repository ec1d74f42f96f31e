/** What any room of an organization may refuse: whoever may not even know of it learns nothing. */
export const roomRefusals = [
  'organization_not_enabled_in_instance',
  'organization_not_found_or_unauthorized',
  'organization_permission_missing',
] as const

/** And what changes something in it. */
export const writeRefusals = [...roomRefusals, 'resource_locked'] as const

/** And what changes one member. */
export const memberRefusals = [
  ...writeRefusals,
  'organization_member_not_found',
  'organization_minimum_permissions_needed',
] as const

/** And what invites. */
export const inviteRefusals = [
  ...writeRefusals,
  'form_param_missing',
  'form_param_format_invalid',
  'form_resource_not_found',
  'already_a_member_in_organization',
  'organization_invitation_not_unique',
  'organization_membership_quota_exceeded',
] as const

/** Of rooms of domains. */
export const domainRoomRefusals = [...roomRefusals, 'organization_domains_not_enabled'] as const

/** And what changes one. */
export const domainWriteRefusals = [
  ...writeRefusals,
  'organization_domains_not_enabled',
  'organization_domain_not_found',
] as const

/** And what adds one. */
export const newDomainRefusals = [
  ...writeRefusals,
  'organization_domains_not_enabled',
  'form_param_missing',
  'form_param_format_invalid',
  'organization_domain_enrollment_mode_not_enabled',
  'organization_domain_already_exists',
] as const
