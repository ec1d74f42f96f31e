import type { Group } from './statement.ts'

export const ids: Group = {
  title: 'Ids',
  statements: [
    {
      id: 'IDS-1',
      text: 'An id is a prefix and a KSUID of 27 characters that holds the second of its creation.',
    },
    { id: 'IDS-2', text: 'Users are `user_…`, their identifications `idn_…`.' },
    { id: 'IDS-3', text: 'Ids are compared with their letter case.' },
    { id: 'IDS-4', text: 'Ids sort by the second of their creation.' },
    {
      id: 'IDS-5',
      text: 'Sessions, organizations and the other resources have prefixes of their own.',
    },
  ],
}

export const times: Group = {
  title: 'Times',
  statements: [
    { id: 'TIM-1', text: 'Every time in an answer is an integer, Unix milliseconds.' },
    {
      id: 'TIM-2',
      text: 'Times in a body are RFC 3339 texts, with any offset, and are answered in milliseconds.',
    },
    { id: 'TIM-3', text: 'Another text, or a date that does not exist: 422 `form_param_invalid_time`.' },
    {
      id: 'TIM-4',
      text: '`updated_at` moves with every write to the user, metadata and identifications included.',
    },
    { id: 'TIM-5', text: 'A new user has `created_at` ≤ the times of its identifications ≤ `updated_at`.' },
  ],
}

export const errors: Group = {
  title: 'Errors',
  statements: [
    { id: 'ERR-1', text: 'Every refusal is `{errors, clerk_trace_id}` with at least one error.' },
    { id: 'ERR-2', text: 'Every error has `message`, `long_message` and a snake_case `code`.' },
    { id: 'ERR-3', text: '`meta.param_name` names the parameter at fault; without one, `meta` is absent.' },
    { id: 'ERR-4', text: '`clerk_trace_id` is 32 hex characters and equals the `Clerk-Trace-Id` header.' },
    {
      id: 'ERR-5',
      text: 'All unknown keys, wrong types and lengths of a body are told at once; else all its impossible values.',
    },
    { id: 'ERR-6', text: 'Unknown routes and methods: 404 `resource_not_found` in the envelope.' },
    {
      id: 'ERR-7',
      text: 'No answer shows a stack, a statement of SQL or a path of the machine; a bug is 500 `internal_clerk_error`.',
    },
    { id: 'ERR-8', text: 'An error about several parameters names them in `meta.param_names`.' },
    {
      id: 'ERR-9',
      text: 'An unknown user id is 404 `resource_not_found` with the id in the text, in every operation on one user.',
    },
    {
      id: 'ERR-10',
      text: 'A database that is away is 503 `service_unavailable`, and the server recovers with it.',
    },
  ],
}

export const headers: Group = {
  title: 'Headers',
  statements: [
    { id: 'HDR-1', text: 'Every answer, success or refusal, carries `Clerk-Trace-Id`.' },
    { id: 'HDR-2', text: '`Retry-After` is a whole number of seconds, on 429 only.' },
    { id: 'HDR-3', text: 'No answer has `X-RateLimit-*` headers.' },
    { id: 'HDR-4', text: 'The headers with which SDKs introduce themselves change nothing.' },
  ],
}

export const limits: Group = {
  title: 'Rate limits',
  statements: [
    {
      id: 'RAT-1',
      text: 'The 21st create within 10 seconds: 429 `too_many_requests`, and nothing is created.',
    },
    { id: 'RAT-2', text: 'After the seconds of `Retry-After` the request is served.' },
    { id: 'RAT-3', text: 'By default nothing but create is limited.' },
    {
      id: 'RAT-4',
      text: 'The preset `published` limits writes to one user, metadata included, and to that user alone.',
    },
    {
      id: 'RAT-5',
      text: 'No preset caps the API as a whole: reading is never limited.',
    },
    { id: 'RAT-6', text: 'Rules in the settings limit the operations that they name.' },
    { id: 'RAT-7', text: '`BARTLEBY_RATE_LIMITS=off` turns every limit off.' },
    {
      id: 'RAT-8',
      text: 'With the preset `published`: changes of one organization or of one membership 10 in 10 seconds each; invitations 100 an hour (25 in bulk), to organizations 250 (50 in bulk).',
    },
  ],
}

export const clients: Group = {
  title: 'Real clients',
  statements: [
    { id: 'STR-1', text: 'The 35 fields that generated clients require are in every user.' },
    { id: 'STR-2', text: '`public_metadata` is never null.' },
    { id: 'STR-3', text: 'Every verification says what it is in `object`.' },
    { id: 'STR-4', text: 'Every verification has `attempts` and `expire_at`, null or not.' },
    { id: 'STR-5', text: 'E-mail addresses and phone numbers always have the array `linked_to`.' },
    {
      id: 'STR-6',
      text: 'E-mail addresses and phone numbers always have `reserved`, `created_at` and `updated_at`.',
    },
    {
      id: 'STR-7',
      text: 'No request, however odd, is answered with 5xx: clients would repeat it for an hour.',
    },
    {
      id: 'STR-8',
      text: 'Unmodified `@clerk/backend` 3, 2.33, 1.34 and 1.17 create, read, update and delete a user.',
    },
    { id: 'STR-9', text: 'They list with filters and paging and get the right total.' },
    { id: 'STR-10', text: 'They merge and replace metadata; the keys keep their case.' },
    { id: 'STR-11', text: 'They throw refusals as typed errors with status, code, parameter and trace id.' },
    { id: 'STR-12', text: 'Memberships carry `public_user_data`.' },
    {
      id: 'STR-13',
      text: 'Connected accounts have texts, never null, in their name and address fields.',
      notYet: 'needs connected accounts',
    },
    {
      id: 'STR-14',
      text: 'OAuth verifications have an integer `expire_at`.',
      notYet: 'needs connected accounts',
    },
    { id: 'STR-15', text: 'Passkeys have an integer `last_used_at`.', notYet: 'needs passkeys' },
  ],
}

export const userShape: Group = {
  title: 'The User object',
  statements: [
    { id: 'USR-1', text: 'Every key of the published shape is present, null or not, and no other.' },
    { id: 'USR-2', text: 'Every attribute that was given comes back as it was given.' },
    {
      id: 'USR-3',
      text: 'Username, names, locale and external id are null when absent; an empty text means absent.',
    },
    {
      id: 'USR-4',
      text: '`image_url` and `profile_image_url` are addresses below the public URL; `has_image` is false without an upload.',
    },
    { id: 'USR-5', text: 'Public, private and unsafe metadata are `{}` when nothing was given.' },
    { id: 'USR-6', text: 'Addresses, phone numbers and wallets appear in the order of their creation.' },
    {
      id: 'USR-7',
      text: 'Passkeys, connected, SAML and enterprise accounts are empty arrays.',
      later: 'their members need later parts',
    },
    {
      id: 'USR-8',
      text: 'Without a second factor its flags are false and its times null.',
      later: 'the other half needs second factors',
    },
    { id: 'USR-9', text: '`deprovisioned` is false.', later: 'true needs directory sync (SCIM)' },
    { id: 'USR-10', text: '`lockout_expires_in_seconds` is null when not locked and when locked for ever.' },
    { id: 'USR-11', text: '`verification_attempts_remaining` is null when lockout is off.' },
    {
      id: 'USR-12',
      text: '`create_organizations_limit` keeps 0 and null apart; `bypass_client_trust` is false unless given.',
    },
    { id: 'USR-13', text: '`timezone` is accepted and stored but not part of the answer.' },
    { id: 'USR-14', text: '`organization_memberships` and `scim` are left out.' },
    { id: 'USR-15', text: 'An e-mail address has exactly its nine published keys.' },
    { id: 'USR-16', text: 'A phone number has exactly its eleven published keys, `backup_codes` null.' },
    { id: 'USR-17', text: 'A wallet has exactly its six published keys, `linked_to` not among them.' },
    {
      id: 'USR-18',
      text: 'What the backend verified carries a `verification_admin`; what is reserved carries null.',
    },
    {
      id: 'USR-19',
      text: 'The other kinds of verification have their published fields.',
      notYet: 'needs mail, sign-in and connected accounts',
    },
    { id: 'USR-20', text: 'A passkey has its published fields.', notYet: 'needs passkeys' },
    { id: 'USR-21', text: 'The address of a missing picture answers a generated one, whatever its query.' },
  ],
}
