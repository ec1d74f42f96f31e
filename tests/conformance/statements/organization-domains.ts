import type { Group } from './statement.ts'

export const createOrganizationDomain: Group = {
  title: 'Add a domain to an organization',
  operation: 'CreateOrganizationDomain',
  statements: [
    {
      id: 'DOM-1',
      text: 'Verified by the word of the backend unless `verified` is false; stored in ASCII and lower case; `organizationDomain.created` is recorded.',
    },
    {
      id: 'DOM-2',
      text: 'A domain is verified in one organization at most, and once in each: 400 `organization_domain_already_exists`. Of 16 organizations that claim one at once, one gets it.',
    },
    {
      id: 'DOM-3',
      text: 'Only the mode `manual_invitation` is offered: 403 `organization_domain_enrollment_mode_not_enabled` for the others, 422 for what is none. A malformed name: 422.',
    },
    {
      id: 'DOM-4',
      text: 'Where the setting `organizations.domains_enabled` is off: 403 `organization_domains_not_enabled`, from all of these operations. An unknown organization or domain, or one of another organization: 404.',
    },
  ],
}

export const updateOrganizationDomain: Group = {
  title: 'Change a domain of an organization',
  operation: 'UpdateOrganizationDomain',
  statements: [
    {
      id: 'DOM-5',
      text: '`verified` is given and taken; one that is no longer verified is free for others, and ownership goes with it. A change of nothing writes nothing.',
    },
  ],
}

export const verifyOrganizationDomainOwnership: Group = {
  title: 'Confirm who owns a domain',
  operation: 'VerifyOrganizationDomainOwnership',
  statements: [
    {
      id: 'DOM-6',
      text: 'Ownership is confirmed by hand, with strategy `manual_override` and its time; doing it again changes nothing and records nothing.',
    },
  ],
}

export const deleteOrganizationDomain: Group = {
  title: 'Remove a domain from an organization',
  operation: 'DeleteOrganizationDomain',
  statements: [
    {
      id: 'DOM-7',
      text: 'A domain is removed for good and `organizationDomain.deleted` recorded; its organization takes all of its domains along.',
    },
  ],
}

export const listOrganizationDomains: Group = {
  title: 'List the domains of an organization',
  operation: 'ListOrganizationDomains',
  statements: [
    {
      id: 'DOM-8',
      text: 'Pages, newest first, with `total_count`; `verified` and `enrollment_mode` (also with `-`) restrict them; values that are none: 422 `form_param_value_invalid`.',
    },
  ],
}

export const listAllOrganizationDomains: Group = {
  title: 'List the domains of all organizations',
  operation: 'ListAllOrganizationDomains',
  statements: [
    {
      id: 'DOM-9',
      text: 'The list of the instance has those of every organization; `organization_id`, `domains`, `query` and `order_by` are honoured.',
    },
  ],
}
