import type { Group } from './statement.ts'

export const createInvitation: Group = {
  title: 'Invite somebody to the application',
  operation: 'CreateInvitation',
  statements: [
    {
      id: 'INV-1',
      text: 'The answer has the link, and nothing but it and the mail ever does: no list, no revocation, no event, no log line; the database holds a hash of the token.',
    },
    {
      id: 'INV-2',
      text: 'The link is mailed unless `notify` is false; the mail is stored with the invitation or not at all.',
    },
    {
      id: 'INV-3',
      text: 'It can be accepted for 30 days, or for `expires_in_days` from 1 to 365; from that moment on it is `expired`.',
    },
    {
      id: 'INV-4',
      text: 'An address that has an open invitation: 400 `duplicate_record`, naming it; one that ended or ran out is in nobody’s way.',
    },
    {
      id: 'INV-5',
      text: 'An address that a user has claimed, in whatever spelling: 422 `form_identifier_exists`; one that is merely unverified somewhere is free.',
    },
    { id: 'INV-6', text: '`ignore_existing` invites all the same.' },
    {
      id: 'INV-7',
      text: 'No address, malformed ones, metadata that are too large and impossible redirect URLs are refused; `template_slug` is taken.',
    },
    { id: 'INV-8', text: 'Of 64 invitations of one address at once one is made.' },
    { id: 'INV-9', text: 'Where the instance has no e-mail addresses: 403 `feature_not_enabled`.' },
  ],
}

export const createBulkInvitations: Group = {
  title: 'Invite several people to the application',
  operation: 'CreateBulkInvitations',
  statements: [
    {
      id: 'INV-10',
      text: 'The body is a bare array; all are made and answered in its order, each with its link.',
    },
    { id: 'INV-11', text: 'One that is refused: nobody is invited and nothing is mailed.' },
    { id: 'INV-12', text: 'From 1 to 10: otherwise 400 `bulk_size_exceeded`.' },
    { id: 'INV-13', text: 'An address twice in one request: 400 `duplicate_record`.' },
    {
      id: 'INV-14',
      text: 'The same addresses in other orders, all at once: each is invited once, and nobody waits in a circle.',
    },
  ],
}

export const listInvitations: Group = {
  title: 'List invitations to the application',
  operation: 'ListInvitations',
  statements: [
    { id: 'INV-15', text: 'A bare array, newest first; `paginated`, `limit` and `offset` as elsewhere.' },
    {
      id: 'INV-16',
      text: 'Without `status` the revoked ones are left out; repeated, any of several matches.',
    },
    { id: 'INV-17', text: '`query` finds the id, or any part of the address, letter case aside.' },
    {
      id: 'INV-18',
      text: '`order_by` takes created_at, email_address and expires_at in both directions; other words are 422.',
    },
  ],
}

export const revokeInvitation: Group = {
  title: 'Revoke an invitation to the application',
  operation: 'RevokeInvitation',
  statements: [
    { id: 'INV-19', text: 'It is `revoked`, once, and an event says so; one that ran out can be revoked.' },
    {
      id: 'INV-20',
      text: 'Revoked before: 400 `invitation_already_revoked`; accepted: 400 `invitation_already_accepted`; unknown: 404.',
    },
    { id: 'INV-21', text: 'Accepted and revoked at once, one of the two holds.' },
  ],
}

export const createAllowlistIdentifier: Group = {
  title: 'Add to the allowlist',
  operation: 'CreateAllowlistIdentifier',
  statements: [
    {
      id: 'ALW-1',
      text: 'Addresses, domains as `*@domain`, phone numbers and wallets are listed in their compared form; anything else is 422.',
    },
    {
      id: 'ALW-2',
      text: 'The same identifier in whatever spelling: 400 `duplicate_record`; of 64 creations at once one wins.',
    },
    {
      id: 'ALW-3',
      text: '`notify` invites the address, and the entry names the invitation: both are made or neither; other kinds are listed without.',
    },
  ],
}

export const listAllowlistIdentifiers: Group = {
  title: 'List the allowlist',
  operation: 'ListAllowlistIdentifiers',
  statements: [
    { id: 'ALW-4', text: 'A bare array, newest first, or `{data, total_count}` with `paginated`.' },
  ],
}

export const deleteAllowlistIdentifier: Group = {
  title: 'Remove from the allowlist',
  operation: 'DeleteAllowlistIdentifier',
  statements: [
    {
      id: 'ALW-5',
      text: 'A deleted entry is gone, once; then 404. Changes are recorded as events, without the identifier.',
    },
  ],
}

export const allowlist: Group = {
  title: 'The allowlist',
  statements: [
    {
      id: 'ALW-6',
      text: 'While the allowlist is enabled, who is on it, by the API or in the settings file, can be created and can be given such addresses; nobody else.',
    },
    {
      id: 'ALW-7',
      text: 'Somebody of whose identifiers none is on it signs in by no strategy, unless the lists are off at sign-in: 403 `not_allowed_access`. Who was invited, or has a username alone, is free.',
    },
  ],
}

export const createBlocklistIdentifier: Group = {
  title: 'Add to the blocklist',
  operation: 'CreateBlocklistIdentifier',
  statements: [
    {
      id: 'BLK-1',
      text: 'Kinds, spellings and duplicates are those of the allowlist; each list has its own entries.',
    },
  ],
}

export const listBlocklistIdentifiers: Group = {
  title: 'List the blocklist',
  operation: 'ListBlocklistIdentifiers',
  statements: [{ id: 'BLK-2', text: 'The list is `{data, total_count}`, newest first.' }],
}

export const deleteBlocklistIdentifier: Group = {
  title: 'Remove from the blocklist',
  operation: 'DeleteBlocklistIdentifier',
  statements: [{ id: 'BLK-3', text: 'A deleted entry is gone, once; then 404.' }],
}

export const blocklist: Group = {
  title: 'The blocklist',
  statements: [
    {
      id: 'BLK-4',
      text: 'While the blocklist is enabled, nobody on it is created, nor is such an address added to anybody: 403 `not_allowed_access`.',
    },
    {
      id: 'BLK-5',
      text: 'Who is on it signs in by no strategy and with no other identifier, from the first step on; with the lists off at sign-in they do.',
    },
    {
      id: 'BLK-6',
      text: 'Where accounts are concealed, a listed address is answered the same whether anybody has it or not, and other identifiers of its owner like those of nobody until something is proved.',
    },
  ],
}

export const createRedirectURL: Group = {
  title: 'List a redirect URL',
  operation: 'CreateRedirectURL',
  statements: [
    {
      id: 'RED-1',
      text: 'Addresses of pages and apps are listed as a browser writes them; the same one again: 400 `duplicate_record`.',
    },
    {
      id: 'RED-2',
      text: 'Fragments, users, relative addresses, schemes of the browser itself and ambiguous texts: 422 `form_param_format_invalid`.',
    },
  ],
}

export const listRedirectURLs: Group = {
  title: 'List redirect URLs',
  operation: 'ListRedirectURLs',
  statements: [
    { id: 'RED-3', text: 'A bare array, newest first, or `{data, total_count}` with `paginated`.' },
  ],
}

export const getRedirectURL: Group = {
  title: 'Get a redirect URL',
  operation: 'GetRedirectURL',
  statements: [{ id: 'RED-4', text: 'Found by its id; unknown: 404.' }],
}

export const deleteRedirectURL: Group = {
  title: 'Remove a redirect URL',
  operation: 'DeleteRedirectURL',
  statements: [{ id: 'RED-5', text: 'Gone, once; then 404. Changes are recorded as events.' }],
}

export const redirects: Group = {
  title: 'Where links may lead',
  statements: [
    {
      id: 'RED-6',
      text: 'Only a listed address counts as listed, to the letter: none of more than 60 that imitate one does.',
    },
    {
      id: 'RED-7',
      text: 'A live server takes listed addresses as `redirect_url` of invitations, and no others beside its allowed origins.',
    },
  ],
}
