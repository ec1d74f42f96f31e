import type { Group } from './statement.ts'

export const listOrganizations: Group = {
  title: 'List organizations',
  operation: 'ListOrganizations',
  statements: [
    { id: 'ORG-1', text: 'A page of the 10 newest, `{ data, total_count }`; the total counts all pages.' },
    {
      id: 'ORG-2',
      text: '`query` finds any part of name or slug, letter case aside, or the whole id; `user_id` and `organization_id` include with `+` or no sign and exclude with `-`. Filters combine with AND.',
    },
    {
      id: 'ORG-3',
      text: '`order_by` name, created_at or members_count, with `+`, `-` or neither; others: 422 `form_param_value_invalid`. Paging meets each organization once.',
    },
    {
      id: 'ORG-4',
      text: 'Members, open invitations and whether nobody has the elevated permissions are answered where they are asked for, and nowhere else.',
    },
  ],
}

export const createOrganization: Group = {
  title: 'Create an organization',
  operation: 'CreateOrganization',
  statements: [
    {
      id: 'ORG-5',
      text: '`created_by` becomes the first member, with the role of the settings for creators; an unknown user: 400 `organization_creator_not_found`, and nothing is written.',
    },
    {
      id: 'ORG-6',
      text: 'Without a slug one is made of the name, with a random ending where it is taken; a given one that is taken: 422 `form_identifier_exists`. Of any number at once one gets a slug.',
    },
    {
      id: 'ORG-7',
      text: 'Slugs are lower-case letters, digits and hyphens. Where slugs are switched off, a given one is 403 `organization_slugs_disabled`.',
    },
    { id: 'ORG-8', text: 'Names have 1 to 256 characters, and neither links nor HTML.' },
    {
      id: 'ORG-9',
      text: 'Metadata of more than 8192 bytes, times that are none or lie ahead, limits below 0 are 422; a `role_set_key` is 403 `feature_not_enabled`.',
    },
    {
      id: 'ORG-10',
      text: 'What is not given comes from the settings: the limit of members, and whether members may delete it.',
    },
    {
      id: 'ORG-11',
      text: 'Where organizations are switched off, each of these operations is 403 `organization_not_enabled_in_instance`.',
    },
  ],
}

export const getOrganization: Group = {
  title: 'Get an organization',
  operation: 'GetOrganization',
  statements: [
    { id: 'ORG-12', text: 'By id or slug; neither: 404 `resource_not_found`. Other paths know ids alone.' },
  ],
}

export const updateOrganization: Group = {
  title: 'Update an organization',
  operation: 'UpdateOrganization',
  statements: [
    {
      id: 'ORG-13',
      text: 'What is given changes and nothing else; null and an empty body change nothing; of changes at once none is lost.',
    },
    {
      id: 'ORG-14',
      text: 'Metadata is replaced in the versions before 2026-05-12, and 422 `form_param_unknown` from then on.',
    },
    {
      id: 'ORG-15',
      text: 'A write to an organization that is held for too long is 409 `resource_locked`, and leaves nothing.',
    },
  ],
}

export const deleteOrganization: Group = {
  title: 'Delete an organization',
  operation: 'DeleteOrganization',
  statements: [
    {
      id: 'ORG-16',
      text: 'Its memberships, invitations, domains and logo go with it, and no session stays active in it; the answer has id and slug. Its users stay.',
    },
    {
      id: 'ORG-17',
      text: 'A deleted user leaves every organization, which stays; the record has each membership that ended.',
    },
  ],
}

export const mergeOrganizationMetadata: Group = {
  title: "Merge an organization's metadata",
  operation: 'MergeOrganizationMetadata',
  statements: [
    {
      id: 'ORG-18',
      text: 'Objects merge at every depth and null removes a key; what comes of it is stored digit for digit, and bounded.',
    },
  ],
}

export const replaceOrganizationMetadata: Group = {
  title: "Replace an organization's metadata",
  operation: 'ReplaceOrganizationMetadata',
  statements: [{ id: 'ORG-19', text: 'The given fields are replaced whole, the others stay; null clears.' }],
}

export const organizationRecord: Group = {
  title: 'Organizations in the record of changes',
  statements: [
    {
      id: 'ORG-20',
      text: '`organization.created`, `.updated` and `.deleted` are recorded with the change, with names of what changed and no values of metadata; a change of nothing is not recorded.',
    },
    {
      id: 'ORG-21',
      text: 'A member makes as many organizations as their own row allows, counted while the row is held: 403 `organization_quota_exceeded`; who may make none: 403 `organization_creation_not_enabled`.',
    },
  ],
}

export const uploadOrganizationLogo: Group = {
  title: 'Upload a logo',
  operation: 'UploadOrganizationLogo',
  statements: [
    {
      id: 'OLO-1',
      text: 'What profile pictures take and refuse, logos take and refuse; the answer has `logo_url` beside `image_url`, and both lead to the picture.',
    },
    {
      id: 'OLO-2',
      text: '`uploader_user_id` may stand beside the file and is recorded; an unknown user: 404 `resource_not_found`. Other parts are refused.',
    },
    {
      id: 'OLO-3',
      text: 'A logo that is replaced, removed or deleted with its organization is gone from the disk, unless a user or another organization has the same picture; and the other way round.',
    },
  ],
}

export const deleteOrganizationLogo: Group = {
  title: 'Remove a logo',
  operation: 'DeleteOrganizationLogo',
  statements: [{ id: 'OLO-4', text: 'Removing a logo that is not there: 404 `image_not_found`.' }],
}
