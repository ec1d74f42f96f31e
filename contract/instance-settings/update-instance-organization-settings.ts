import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { flag, nullable, words } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { enrollmentModes, OrganizationSettings } from './instance.ts'

const roleId = (description: string) => Type.Optional(nullable(Type.String({ minLength: 1, description })))

export const updateInstanceOrganizationSettings = operation({
  id: 'UpdateInstanceOrganizationSettings',
  method: 'PATCH',
  path: '/instance/organization_settings',
  tag: 'Instance Settings',
  summary: 'Update the settings of organizations',
  description:
    'Changes what is given; null is not given. It holds in every server process at once. What the settings file gives (`organizations`) cannot be changed here. Roles are named by id, and answered by key.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      enabled: flag('The instance has organizations.'),
      max_allowed_memberships: Type.Optional(
        nullable(
          Type.Integer({
            minimum: 0,
            maximum: 1_000_000,
            description: 'Members at most of organizations that are made from now on; 0 means any number.',
          }),
        ),
      ),
      admin_delete_enabled: flag('Members with the permission may delete organizations made from now on.'),
      domains_enabled: flag('Organizations can have domains.'),
      slug_disabled: flag('Slugs cannot be chosen.'),
      domains_enrollment_modes: Type.Optional(
        nullable(
          Type.Array(words([...enrollmentModes]), {
            maxItems: 10,
            description: 'Nothing but `manual_invitation`; the automatic modes are refused.',
          }),
        ),
      ),
      creator_role_id: roleId('The role of those who make an organization; it must be able to run one.'),
      domains_default_role_id: roleId('The role of those who come in by the domain of their address.'),
    },
    { additionalProperties: false },
  ),
  result: OrganizationSettings,
  refusals: [
    'resource_locked',
    'resource_not_found',
    'form_param_nil',
    'form_param_value_too_large',
    'form_param_array_size_exceeded',
    'organization_missing_creator_role_permissions',
  ],
  roles: ['owner'],
})
