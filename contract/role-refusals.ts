/** Failures of roles and permissions. */
export const roleRefusals = {
  organization_system_permission_not_modifiable: {
    status: 403,
    message: 'organization system permission cannot be modified',
    long: 'The permission {key} belongs to the system; it can be neither changed nor deleted.',
  },
  organization_instance_roles_quota_exceeded: {
    status: 403,
    message: 'organization roles for instance quota exceeded',
    long: 'An instance has at most {max} roles.',
  },
  organization_missing_creator_role_permissions: {
    status: 422,
    message: 'missing permissions for creator role',
    long: 'The role of those who make organizations must have these permissions: {permissions}.',
  },
  organization_role_permission_association_exists: {
    status: 409,
    message: 'permission already assigned to role',
    long: 'The role {role} has the permission {permission} already.',
  },
  organization_role_permission_association_not_found: {
    status: 404,
    message: 'permission not assigned to role',
    long: 'The role {role} does not have the permission {permission}.',
  },
  organization_role_default_creator_role: {
    status: 422,
    message: 'role is used as the creator role',
    long: 'Whoever makes an organization gets this role. Name another one in the settings first.',
  },
  organization_role_domain_default_role: {
    status: 422,
    message: 'role is used as the domain default role',
    long: 'Whoever comes in by the domain of their address gets this role. Name another one in the settings first.',
  },
  organization_role_assigned_members: {
    status: 422,
    message: 'role is assigned to organization members',
    long: 'Members of organizations have this role. Give them another one first.',
  },
  organization_role_exists_in_invitations: {
    status: 422,
    message: 'role exists in pending organization invitations',
    long: 'Open invitations promise this role. Revoke them first.',
  },
} as const
