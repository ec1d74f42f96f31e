import type { Example } from './example.ts'

const settings = {
  object: 'organization_settings',
  enabled: true,
  max_allowed_memberships: 0,
  max_allowed_roles: 100,
  max_allowed_domains: 0,
  max_allowed_permissions: 0,
  creator_role: 'org:admin',
  admin_delete_enabled: true,
  domains_enabled: false,
  slug_disabled: false,
  domains_enrollment_modes: ['manual_invitation'],
  domains_default_role: 'org:member',
}

export const instanceSettingsExamples: Record<string, Example> = {
  GetInstance: {
    result: {
      object: 'instance',
      id: 'ins_3AWTzqS8f1mYkB0cUe4xWvRj2Nd',
      environment_type: 'development',
      allowed_origins: ['https://app.example.com'],
      workspace_id: null,
    },
    client: 'const instance = await clerk.instance.get()',
  },
  UpdateInstanceRestrictions: {
    body: { blocklist: true, block_email_subaddresses: true },
    result: {
      object: 'instance_restrictions',
      allowlist: false,
      blocklist: true,
      allowlist_blocklist_disabled_on_sign_in: false,
      block_email_subaddresses: true,
      block_disposable_email_domains: false,
    },
    client: `
const restrictions = await clerk.instance.updateRestrictions({
  blocklist: true,
  blockEmailSubaddresses: true,
})`,
  },
  GetInstanceOrganizationSettings: {
    result: settings,
    client: 'const settings = await clerk.instance.getOrganizationSettings()',
  },
  UpdateInstanceOrganizationSettings: {
    body: { max_allowed_memberships: 25, domains_enabled: true },
    result: { ...settings, max_allowed_memberships: 25, domains_enabled: true },
    client: `
const settings = await clerk.instance.updateOrganizationSettings({
  maxAllowedMemberships: 25,
  domainsEnabled: true,
})`,
  },
}
