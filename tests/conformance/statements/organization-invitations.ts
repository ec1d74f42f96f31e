import type { Group } from './statement.ts'

export const createOrganizationInvitation: Group = {
  title: 'Invite somebody to an organization',
  operation: 'CreateOrganizationInvitation',
  statements: [
    {
      id: 'OIN-1',
      text: 'The answer has the invitation and, this one time, the link that accepts it; a mail with the same link goes to the address, naming organization and inviter, unless `notify` is false. `organizationInvitation.created` is recorded.',
    },
    {
      id: 'OIN-2',
      text: 'The secret of the link lies in the database as a hash alone, sealed in the mail, and in no event, log line or later answer.',
    },
    {
      id: 'OIN-3',
      text: 'An address has one open invitation to an organization, letter case aside: 400 `organization_invitation_not_unique`. Of 64 parallel creations one succeeds. One that was revoked or has run out does not stand in the way, nor does one to another organization.',
    },
    {
      id: 'OIN-4',
      text: 'An address that a member has claimed, verified or reserved: 400 `already_a_member_in_organization`.',
    },
    {
      id: 'OIN-5',
      text: 'Members and open invitations together never exceed the limit of members: 403 `organization_membership_quota_exceeded`.',
    },
    {
      id: 'OIN-6',
      text: '`expires_in_days` is 1 to 365, 30 unless given. From the very millisecond of `expires_at` on the invitation is expired.',
    },
    {
      id: 'OIN-7',
      text: '`inviter_user_id` must be a member who may manage members: 403 `not_an_admin_in_organization`. An unknown role: 422 `form_resource_not_found`, naming `role`. An unknown organization: 404.',
    },
    {
      id: 'OIN-8',
      text: '`redirect_url` is an absolute http or https URL without a user in it; on a live server at an allowed origin, or a listed redirect URL. A malformed address, metadata beyond 8192 bytes: 422, nothing is stored.',
    },
    {
      id: 'OIN-9',
      text: 'Organizations switched off: 403 `organization_not_enabled_in_instance`, from all of these operations.',
    },
  ],
}

export const createOrganizationInvitationBulk: Group = {
  title: 'Invite several people to an organization',
  operation: 'CreateOrganizationInvitationBulk',
  statements: [
    {
      id: 'OIN-10',
      text: 'The body is a bare array of 1 to 10 invitations: otherwise 400 `bulk_size_exceeded`. The answer has them in the same order, each with its link.',
    },
    {
      id: 'OIN-11',
      text: 'All or none: where one is refused, no invitation is stored and no mail goes out.',
    },
  ],
}

export const listOrganizationInvitations: Group = {
  title: 'List the invitations of an organization',
  operation: 'ListOrganizationInvitations',
  statements: [
    {
      id: 'OIN-12',
      text: '`data` has a page, newest first, and `total_count` the number of all that match. `status` may repeat: any of them; an unknown value: 400 `invalid_query_parameter_value`. `email_address` is compared letter case aside.',
    },
    {
      id: 'OIN-13',
      text: '`order_by` takes `created_at` and `email_address` in both directions; another field: 422 `form_param_value_invalid`.',
    },
  ],
}

export const listPendingOrganizationInvitations: Group = {
  title: 'List the open invitations of an organization',
  operation: 'ListPendingOrganizationInvitations',
  statements: [{ id: 'OIN-14', text: 'The deprecated list has the open ones alone.' }],
}

export const getOrganizationInvitation: Group = {
  title: 'Get an invitation to an organization',
  operation: 'GetOrganizationInvitation',
  statements: [
    {
      id: 'OIN-15',
      text: 'One invitation is read by its id; one of another organization, or none: 404 `organization_invitation_not_found`.',
    },
  ],
}

export const listInstanceOrganizationInvitations: Group = {
  title: 'List the invitations to all organizations',
  operation: 'ListInstanceOrganizationInvitations',
  statements: [
    {
      id: 'OIN-16',
      text: 'The list of the instance has those of every organization, each with what it invites to; `query` matches a part of the address.',
    },
  ],
}

export const revokeOrganizationInvitation: Group = {
  title: 'Revoke an invitation to an organization',
  operation: 'RevokeOrganizationInvitation',
  statements: [
    {
      id: 'OIN-17',
      text: 'An open one is revoked, and nobody can accept it any more; `organizationInvitation.revoked` is recorded. One that is not open: 404 `organization_invitation_not_pending`.',
    },
    {
      id: 'OIN-18',
      text: '`requesting_user_id` must be a member who may manage members: 403 `not_an_admin_in_organization`.',
    },
  ],
}

export const acceptOrganizationInvitation: Group = {
  title: 'Accept an invitation to an organization',
  statements: [
    {
      id: 'OIN-19',
      text: 'A user who has verified the address becomes a member with the role and the metadata of the invitation, which is accepted from then on; both are recorded.',
    },
    {
      id: 'OIN-20',
      text: 'To everybody else there is no such invitation: 404. An address that is reserved or not verified proves nothing, nor does one that the user has given up.',
    },
    {
      id: 'OIN-21',
      text: 'Accepted before: 400 `organization_invitation_already_accepted`. Revoked: 400 `organization_invitation_revoked_code`. Run out: 404 `organization_invitation_not_pending`. Of 64 parallel requests one wins.',
    },
    {
      id: 'OIN-22',
      text: 'In a full organization nobody is let in and the invitation stays open; of 64 parallel ones exactly those win that there are places for.',
    },
  ],
}

export const usersGetOrganizationInvitations: Group = {
  title: "List a user's invitations to organizations",
  operation: 'UsersGetOrganizationInvitations',
  statements: [
    {
      id: 'ORI-1',
      text: 'Those of every address that the user has verified, newest first; of no other address.',
    },
    {
      id: 'ORI-2',
      text: '`status` filters and may repeat: any of them; absent: whatever the status. An unknown value: 400 `invalid_query_parameter_value`.',
    },
    {
      id: 'ORI-3',
      text: 'Each has `public_organization_data`; a pending one past `expires_at` reads as expired, under the filter too.',
    },
    { id: 'ORI-4', text: 'Organizations switched off: 403. An unknown user: 404.' },
  ],
}
