import type { Group } from './statement.ts'

export const listOrganizationRoles: Group = {
  title: 'List roles',
  operation: 'ListOrganizationRoles',
  statements: [
    {
      id: 'ROL-1',
      text: 'A page with the total, newest first. An instance begins with `org:admin`, which has every system permission, and `org:member`, which reads members and billing.',
    },
    {
      id: 'ROL-2',
      text: '`query` is a whole id or any part of name or key, letter case aside; `order_by` is `created_at`, `name` or `key` with either sign, else 422 `form_param_value_invalid`.',
    },
  ],
}

export const createOrganizationRole: Group = {
  title: 'Create a role',
  operation: 'CreateOrganizationRole',
  statements: [
    {
      id: 'ROL-3',
      text: 'Name, key, description and permissions, named by their ids, are as given; `role.created` is recorded. `include_in_initial_role_set` is accepted.',
    },
    {
      id: 'ROL-4',
      text: 'A key of another form than `org:<name>`: 422 `form_param_format_invalid`. One that is taken, of two at once too: 422 `form_identifier_exists`. A permission that does not exist: 404 `resource_not_found`; one named twice: 422 `form_param_duplicate`.',
    },
    { id: 'ROL-5', text: 'The 101st role: 403 `organization_instance_roles_quota_exceeded`.' },
  ],
}

export const getOrganizationRole: Group = {
  title: 'Get a role',
  operation: 'GetOrganizationRole',
  statements: [{ id: 'ROL-6', text: 'By its id; anything else: 404 `resource_not_found`.' }],
}

export const updateOrganizationRole: Group = {
  title: 'Update a role',
  operation: 'UpdateOrganizationRole',
  statements: [
    {
      id: 'ROL-7',
      text: 'Only what is given changes; null is not given; `permissions` replaces all. `role.updated` names what changed; an update that changes nothing writes nothing. What no role can be is refused as at its creation.',
    },
    {
      id: 'ROL-8',
      text: 'Members keep a role under its new key, and settings go on naming it; where the settings file names it, the key cannot change: 422 `form_param_value_invalid`.',
    },
    {
      id: 'ROL-9',
      text: 'The creator role cannot lose a permission that running an organization needs: 422 `organization_missing_creator_role_permissions`.',
    },
    { id: 'ROL-10', text: 'Of parallel changes of one role none is lost.' },
  ],
}

export const deleteOrganizationRole: Group = {
  title: 'Delete a role',
  operation: 'DeleteOrganizationRole',
  statements: [
    { id: 'ROL-11', text: 'A role that nobody uses is gone; `role.deleted` is recorded; its key is free.' },
    {
      id: 'ROL-12',
      text: 'Refused with 422 while it is the creator role (`organization_role_default_creator_role`), the role of domains (`organization_role_domain_default_role`), that of a member (`organization_role_assigned_members`) or of an open invitation (`organization_role_exists_in_invitations`).',
    },
    {
      id: 'ROL-13',
      text: 'Of a deletion and a membership with the role at once exactly one succeeds; the membership is otherwise refused with 409 or 422.',
    },
  ],
}

export const assignPermissionToOrganizationRole: Group = {
  title: 'Assign a permission to a role',
  operation: 'AssignPermissionToOrganizationRole',
  statements: [
    {
      id: 'ROL-14',
      text: 'The role has the permission from then on. One that it has already: 409 `organization_role_permission_association_exists`. An unknown role or permission: 404 `resource_not_found`.',
    },
  ],
}

export const removePermissionFromOrganizationRole: Group = {
  title: 'Remove a permission from a role',
  operation: 'RemovePermissionFromOrganizationRole',
  statements: [
    {
      id: 'ROL-15',
      text: 'The role lacks the permission from then on. One that it does not have: 404 `organization_role_permission_association_not_found`.',
    },
  ],
}

export const roles: Group = {
  title: 'Roles in general',
  statements: [
    {
      id: 'ROL-16',
      text: 'Without organizations every operation on roles answers 403 `organization_not_enabled_in_instance`.',
    },
    {
      id: 'ROL-17',
      text: 'Roles that somebody else changes for too long: 409 `resource_locked` on PostgreSQL, 503 on SQLite, and nothing changes.',
    },
    {
      id: 'ROL-18',
      text: 'Where the settings name a role that is missing, or a creator role that could not run an organization, the log of the start warns, and organizations are made with `org:admin`.',
    },
    { id: 'ROL-19', text: 'An unmodified `@clerk/backend` keeps roles and permissions.' },
  ],
}

export const listOrganizationPermissions: Group = {
  title: 'List permissions',
  operation: 'ListOrganizationPermissions',
  statements: [
    {
      id: 'PER-1',
      text: 'Those of the system and your own, with the total; found and ordered as roles are.',
    },
  ],
}

export const createOrganizationPermission: Group = {
  title: 'Create a permission',
  operation: 'CreateOrganizationPermission',
  statements: [
    {
      id: 'PER-2',
      text: 'Name, key and description are as given, `type` is `user`; `permission.created` is recorded.',
    },
    {
      id: 'PER-3',
      text: 'A key of another form than `org:<feature>:<action>`, or that begins with `org:sys_`: 422 `form_param_format_invalid`. One that is taken, of two at once too: 422 `form_identifier_exists`.',
    },
  ],
}

export const getOrganizationPermission: Group = {
  title: 'Get a permission',
  operation: 'GetOrganizationPermission',
  statements: [{ id: 'PER-4', text: 'By its id; anything else: 404 `resource_not_found`.' }],
}

export const updateOrganizationPermission: Group = {
  title: 'Update a permission',
  operation: 'UpdateOrganizationPermission',
  statements: [
    {
      id: 'PER-5',
      text: 'Only what is given changes; null is not given; roles keep the permission under its new key; `permission.updated` names what changed.',
    },
    {
      id: 'PER-6',
      text: 'A permission of the system can be neither changed nor deleted: 403 `organization_system_permission_not_modifiable`.',
    },
  ],
}

export const deleteOrganizationPermission: Group = {
  title: 'Delete a permission',
  operation: 'DeleteOrganizationPermission',
  statements: [
    { id: 'PER-7', text: 'It is gone from every role; `permission.deleted` names them.' },
    { id: 'PER-8', text: 'Held for too long: as ROL-17.' },
    { id: 'PER-9', text: 'Without organizations: as ROL-16.' },
  ],
}

export const getInstance: Group = {
  title: 'Get the instance',
  operation: 'GetInstance',
  statements: [
    {
      id: 'OST-1',
      text: 'Its id; `development` for test keys and `production` for live ones; the origins of the settings file; no workspace.',
    },
  ],
}

export const updateInstanceRestrictions: Group = {
  title: 'Update who may come in',
  operation: 'UpdateInstanceRestrictions',
  statements: [
    {
      id: 'OST-2',
      text: 'Only what is given changes; null is not given; the next user is judged by it, and `/v1/environment` tells it.',
    },
    {
      id: 'OST-3',
      text: 'What the settings file gives holds: another value is refused with 422 `form_param_value_invalid`, for each parameter, and nothing changes; the same value may be sent.',
    },
    { id: 'OST-4', text: 'A change holds in every process over the database at once.' },
  ],
}

export const getInstanceOrganizationSettings: Group = {
  title: 'Get the settings of organizations',
  operation: 'GetInstanceOrganizationSettings',
  statements: [
    {
      id: 'OST-5',
      text: 'What the settings file gives, what the API has changed, else the defaults; answered without organizations too.',
    },
  ],
}

export const updateInstanceOrganizationSettings: Group = {
  title: 'Update the settings of organizations',
  operation: 'UpdateInstanceOrganizationSettings',
  statements: [
    {
      id: 'OST-6',
      text: 'Only what is given changes, organizations made next have it, and organizations are switched off and on while the server runs; the automatic modes of domains and impossible values are refused, and nothing changes.',
    },
    {
      id: 'OST-7',
      text: 'Roles are named by id: an unknown one is 404 `resource_not_found`; a creator role that could not run an organization is 422 `organization_missing_creator_role_permissions`.',
    },
    {
      id: 'OST-8',
      text: '`instance.settings.updated` names the paths that changed; a request that changes nothing records nothing.',
    },
    { id: 'OST-9', text: 'Held for too long: as ROL-17.' },
    { id: 'OST-10', text: 'An unmodified `@clerk/backend` reads and changes the settings.' },
  ],
}
