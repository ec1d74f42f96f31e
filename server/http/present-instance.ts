import type * as wire from '#contract/instance-settings/instance.ts'
import { rolesMax } from '#contract/organization-roles/role.ts'
import type { EffectiveRestrictions } from '#server/instance-settings/effective-restrictions.ts'
import type { OrganizationSettings } from '#server/organizations/organization-settings.ts'
import type { AnswerText } from './route.ts'

export const presentInstance = (instance: wire.Instance): AnswerText<wire.Instance> =>
  JSON.stringify(instance)

export function presentRestrictions(
  restrictions: EffectiveRestrictions,
): AnswerText<wire.InstanceRestrictions> {
  const whole: wire.InstanceRestrictions = {
    object: 'instance_restrictions',
    allowlist: restrictions.allowlist.enabled,
    blocklist: restrictions.blocklist.enabled,
    allowlist_blocklist_disabled_on_sign_in: restrictions.allowlist_blocklist_disabled_on_sign_in,
    block_email_subaddresses: restrictions.block_email_subaddresses.enabled,
    block_disposable_email_domains: restrictions.block_disposable_email_domains.enabled,
  }
  return JSON.stringify(whole)
}

export function presentOrganizationSettings(
  settings: OrganizationSettings,
): AnswerText<wire.OrganizationSettings> {
  const whole: wire.OrganizationSettings = {
    object: 'organization_settings',
    enabled: settings.enabled,
    max_allowed_memberships: settings.max_allowed_memberships,
    max_allowed_roles: rolesMax,
    max_allowed_domains: 0,
    max_allowed_permissions: 0,
    creator_role: settings.creator_role,
    admin_delete_enabled: settings.admin_delete_enabled,
    domains_enabled: settings.domains_enabled,
    slug_disabled: settings.slug_disabled,
    domains_enrollment_modes: [...settings.domains_enrollment_modes],
    domains_default_role: settings.domains_default_role,
  }
  return JSON.stringify(whole)
}
