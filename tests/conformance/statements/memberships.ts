import type { Group } from './statement.ts'

export const createOrganizationMembership: Group = {
  title: 'Add a member to an organization',
  operation: 'CreateOrganizationMembership',
  statements: [
    {
      id: 'MBR-1',
      text: 'The user is a member at once, with the role and the metadata that were given; the answer has the role with its permissions, the organization and the user; `organizationMembership.created` is recorded.',
    },
    { id: 'MBR-2', text: 'A user who is a member already: 400 `already_a_member_in_organization`.' },
    {
      id: 'MBR-3',
      text: 'An organization that has as many members as it may have: 403 `organization_membership_quota_exceeded`. Of 64 parallel additions exactly those succeed that there are places for.',
    },
    { id: 'MBR-4', text: 'Of 64 parallel additions of one user one succeeds.' },
    {
      id: 'MBR-5',
      text: 'An unknown organization or user: 404. An unknown role: 422 `form_resource_not_found`, naming `role`, on update too.',
    },
    { id: 'MBR-6', text: 'A metadata field beyond 8192 bytes: 422 `form_param_exceeds_allowed_size`.' },
  ],
}

export const listOrganizationMemberships: Group = {
  title: 'List the members of an organization',
  operation: 'ListOrganizationMemberships',
  statements: [
    {
      id: 'MBR-7',
      text: '`data` has a page, the newest membership first, and `total_count` the number of all that match; the organization is named by its id or its slug. An unknown one: 404.',
    },
    {
      id: 'MBR-8',
      text: 'The filters of users and `role` restrict it: different ones combine with AND, the values of one with OR. `created_at_before` and `created_at_after` are about the membership, and strict.',
    },
    {
      id: 'MBR-9',
      text: '`order_by` takes six fields in both directions, users without the value last; another one: 422 `form_param_value_invalid`. More than 100 values of one filter and times that are none are refused as for users.',
    },
  ],
}

export const updateOrganizationMembership: Group = {
  title: 'Give a member another role',
  operation: 'UpdateOrganizationMembership',
  statements: [
    {
      id: 'MBR-10',
      text: 'The member has the role and what it allows, and `organizationMembership.updated` is recorded; the role that they have already changes nothing.',
    },
    {
      id: 'MBR-11',
      text: 'The last member who may manage the members and delete the organization can be neither demoted nor removed: 400 `organization_minimum_permissions_needed`. Of two who demote or remove each other at once, at least one stays.',
    },
    { id: 'MBR-12', text: 'Somebody who is no member: 404, on removal and with metadata too.' },
  ],
}

export const deleteOrganizationMembership: Group = {
  title: 'Remove a member from an organization',
  operation: 'DeleteOrganizationMembership',
  statements: [
    {
      id: 'MBR-13',
      text: 'The answer is the membership as it was, and `organizationMembership.deleted` is recorded; the user stays, and can become a member again.',
    },
    {
      id: 'MBR-14',
      text: 'No session of the user stays active in the organization; those that are active in another one stay so.',
    },
  ],
}

export const updateOrganizationMembershipMetadata: Group = {
  title: "Merge a membership's metadata",
  operation: 'UpdateOrganizationMembershipMetadata',
  statements: [
    {
      id: 'MBR-15',
      text: 'Each field that is sent merges into the stored one at every depth, and null removes a key; a merge of nothing changes nothing. Of parallel merges every key stays.',
    },
    {
      id: 'MBR-16',
      text: 'The limit of 8192 bytes holds for the merged result: 422 `form_param_exceeds_allowed_size`, and nothing is changed.',
    },
  ],
}

export const instanceGetOrganizationMemberships: Group = {
  title: 'List the members of all organizations',
  operation: 'InstanceGetOrganizationMemberships',
  statements: [
    {
      id: 'MBR-17',
      text: 'A page of all memberships of the instance, the newest first or ordered as the members of one organization are, and their number.',
    },
    {
      id: 'MBR-18',
      text: 'Without organizations in the settings every operation of memberships is 403 `organization_not_enabled_in_instance`.',
    },
  ],
}

export const usersGetOrganizationMemberships: Group = {
  title: "List a user's organization memberships",
  operation: 'UsersGetOrganizationMemberships',
  statements: [
    { id: 'ORM-1', text: 'The newest membership first; `total_count` does not depend on the page.' },
    { id: 'ORM-2', text: 'Each has the whole organization and `public_user_data`.' },
    {
      id: 'ORM-3',
      text: 'Without organizations in the settings: 403 `organization_not_enabled_in_instance`. A user without memberships, or nobody: an empty list.',
    },
  ],
}
