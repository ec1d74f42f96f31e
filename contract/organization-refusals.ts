/** Failures of organizations, of who belongs to them, and of invitations. */
export const organizationRefusals = {
  organization_not_enabled_in_instance: {
    status: 403,
    message: 'Organizations are not enabled',
    long: 'This instance has no organizations (setting `organizations.enabled`).',
  },
  organization_not_found: {
    code: 'resource_not_found',
    status: 404,
    message: 'not found',
    long: 'No organization was found with id {id}',
  },
  organization_not_found_or_unauthorized: {
    status: 404,
    message: 'Organization not found or unauthorized',
    long: 'There is no such organization, or you are not a member of it.',
  },
  organization_permission_missing: {
    code: 'missing_organization_permission',
    status: 403,
    message: 'Missing permission',
    long: 'Your role in the organization lacks a permission that this needs: {permission}.',
  },
  organization_member_not_found: {
    code: 'resource_not_found',
    status: 404,
    message: 'not found',
    long: 'The user {id} is not a member of the organization.',
  },
  already_a_member_in_organization: {
    status: 400,
    message: 'Already a member',
    long: 'The user is a member of the organization already.',
  },
  organization_minimum_permissions_needed: {
    status: 400,
    message: 'Minimum permissions needed',
    long: 'Somebody in the organization must be able to manage its members and to delete it; the change would leave nobody.',
  },
  organization_quota_exceeded: {
    status: 403,
    message: 'Organization quota exceeded',
    long: 'The user has made as many organizations as they may: {max}.',
  },
  organization_membership_quota_exceeded: {
    status: 403,
    message: 'Membership quota exceeded',
    long: 'The organization has as many members as it may have: {max}.',
  },
  organization_creator_not_found: {
    status: 400,
    message: 'Organization creator not found',
    long: 'There is no user with the id that `created_by` names.',
  },
  organization_delete_disabled: {
    code: 'organization_admin_delete_not_enabled',
    status: 403,
    message: 'Deletion is not enabled',
    long: 'Members may not delete this organization.',
  },
  organization_creation_disabled: {
    code: 'organization_creation_not_enabled',
    status: 403,
    message: 'Creation is not enabled',
    long: 'You may not create organizations.',
  },
  organization_invitation_not_unique: {
    status: 400,
    message: 'Duplicate invitation',
    long: 'There is an open invitation for {email} already. Revoke it to send another one.',
  },
  organization_invitation_not_pending: {
    status: 404,
    message: 'Invitation is not pending',
    long: 'The invitation was accepted or revoked before, or has run out.',
  },
  organization_invitation_not_found: {
    status: 404,
    message: 'Invitation not found',
    long: 'No organization invitation was found with id {id}',
  },
  organization_invitation_already_accepted: {
    status: 400,
    message: 'Invitation was accepted',
    long: 'The invitation was accepted before.',
  },
  organization_invitation_revoked: {
    code: 'organization_invitation_revoked_code',
    status: 400,
    message: 'Invitation was revoked',
    long: 'The invitation was taken back.',
  },
  not_an_admin_in_organization: {
    status: 403,
    message: 'not an administrator',
    long: 'The user that {param} names may not manage the members of the organization.',
  },
  organization_domains_not_enabled: {
    status: 403,
    message: 'Domains are not enabled',
    long: 'Organizations of this instance have no domains (setting `organizations.domains_enabled`).',
  },
  organization_domain_enrollment_mode_not_enabled: {
    status: 403,
    message: 'Enrollment mode is not enabled',
    long: 'The enrollment mode {mode} is not offered. New members of a domain are invited by hand: manual_invitation.',
  },
  organization_domain_already_exists: {
    status: 400,
    message: 'Domain already exists',
    long: 'The organization has the domain {name} already, or another organization has it verified.',
  },
  organization_domain_not_found: {
    code: 'resource_not_found',
    status: 404,
    message: 'not found',
    long: 'No domain of the organization was found with id {id}',
  },
  organization_slugs_disabled: {
    status: 403,
    message: 'Slugs are disabled',
    long: 'Organizations of this instance have no slugs that could be chosen.',
  },
} as const
