import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { readSettings } from './given-roles.ts'

const defaults = {
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

rule('OST-5', 'the settings are the defaults at first', async (server) => {
  assert.deepEqual(await readSettings(server), defaults)
})

rule(
  'OST-5',
  'the settings are those of the settings file, and readable without organizations',
  async (server) => {
    const file = { enabled: false, max_allowed_memberships: 7, slug_disabled: true }
    assert.deepEqual(await readSettings(server), { ...defaults, ...file })
  },
  { settings: { organizations: { enabled: false, max_allowed_memberships: 7, slug_disabled: true } } },
)
