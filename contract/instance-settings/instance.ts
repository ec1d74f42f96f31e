import { type Static, Type } from 'typebox'
import { named, nullable, words } from '../shapes.ts'

export const Instance = named(
  'Instance',
  Type.Object(
    {
      object: words(['instance']),
      id: Type.String({ description: '`ins_…`' }),
      environment_type: words(['development', 'production'], {
        description: 'As secret keys begin: `sk_test_…` is development, `sk_live_…` production.',
      }),
      allowed_origins: Type.Array(Type.String(), {
        description: 'Origins of browser apps that may call the Frontend API, from the settings file.',
      }),
      workspace_id: nullable(Type.String({ description: 'Always null: there are no workspaces.' })),
    },
    { additionalProperties: false },
  ),
)
export type Instance = Static<typeof Instance>

const restriction = (description: string) => Type.Boolean({ description })

export const InstanceRestrictions = named(
  'InstanceRestrictions',
  Type.Object(
    {
      object: words(['instance_restrictions']),
      allowlist: restriction('Only identifiers of the allowlist come in.'),
      blocklist: restriction('Identifiers of the blocklist stay out.'),
      allowlist_blocklist_disabled_on_sign_in: restriction('The lists hold for new users alone.'),
      block_email_subaddresses: restriction('Addresses with a `+` part are refused.'),
      block_disposable_email_domains: restriction('Addresses of throw-away mail services are refused.'),
    },
    { additionalProperties: false },
  ),
)
export type InstanceRestrictions = Static<typeof InstanceRestrictions>

export const enrollmentModes = ['manual_invitation', 'automatic_invitation', 'automatic_suggestion'] as const
const anyNumber = (what: string) => Type.Integer({ description: `${what}; 0 means any number.` })

export const OrganizationSettings = named(
  'OrganizationSettings',
  Type.Object(
    {
      object: words(['organization_settings']),
      enabled: Type.Boolean({ description: 'The instance has organizations.' }),
      max_allowed_memberships: anyNumber('Members at most of organizations that are made from now on'),
      max_allowed_roles: Type.Integer({ description: 'Roles at most.' }),
      max_allowed_domains: anyNumber('Domains at most of one organization'),
      max_allowed_permissions: anyNumber('Permissions at most'),
      creator_role: Type.String({ description: 'The key of the role of those who make an organization.' }),
      admin_delete_enabled: Type.Boolean({
        description: 'Members with the permission may delete organizations that are made from now on.',
      }),
      domains_enabled: Type.Boolean({ description: 'Organizations can have domains.' }),
      slug_disabled: Type.Boolean({ description: 'Slugs cannot be chosen.' }),
      domains_enrollment_modes: Type.Array(words([...enrollmentModes]), {
        description: 'How people may come in by the domain of their address.',
      }),
      domains_default_role: Type.String({
        description: 'The key of the role of those who come in that way.',
      }),
    },
    { additionalProperties: false },
  ),
)
export type OrganizationSettings = Static<typeof OrganizationSettings>
