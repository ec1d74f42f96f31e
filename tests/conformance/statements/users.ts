import type { Group } from './statement.ts'

export const getUserList: Group = {
  title: 'List users',
  operation: 'GetUserList',
  statements: [
    { id: 'LST-1', text: 'Without parameters: a bare array of the 10 newest users.' },
    {
      id: 'LST-2',
      text: 'Different filters combine with AND, the values of one filter with OR.',
    },
    { id: 'LST-3', text: 'Values that match nothing are ignored; if all miss, the list is empty.' },
    {
      id: 'LST-4',
      text: 'More than 100 values of one filter: 422 `form_param_array_size_exceeded`, naming it.',
    },
    {
      id: 'LST-5',
      text: 'Excluded values alone leave everybody else; with included ones they are taken from those.',
    },
    {
      id: 'LST-6',
      text: 'Exact e-mail and username filters ignore letter case; so do the `*_query` filters.',
    },
    { id: 'LST-7', text: 'Identifications of every state are found.' },
    {
      id: 'LST-8',
      text: '`provider` and `provider_user_id` only together: 422 `form_conditional_param_missing`.',
      later: 'a match needs connected accounts',
    },
    { id: 'LST-9', text: 'Before and after are strict; a user without the time matches neither.' },
    {
      id: 'LST-10',
      text: '`starting_after` with another order or an offset: 422 `form_conditional_param_disallowed`.',
    },
    {
      id: 'LST-11',
      text: '`starting_after` an unknown user: 422 `form_resource_not_found`; otherwise the list continues behind that user.',
    },
    { id: 'LST-12', text: 'A list item is the very object that reading one user answers.' },
    { id: 'LST-13', text: 'Unknown query parameters are ignored.' },
  ],
}

export const getUsersCount: Group = {
  title: 'Count users',
  operation: 'GetUsersCount',
  statements: [
    { id: 'CNT-1', text: 'For every filter the total is the length of the whole list with that filter.' },
    { id: 'CNT-2', text: 'Paging and order parameters are ignored, even unusable ones.' },
    { id: 'CNT-3', text: '`/users/count` is the count, never a user with that id.' },
  ],
}

export const getUser: Group = {
  title: 'Get a user',
  operation: 'GetUser',
  statements: [
    { id: 'GET-1', text: 'An unknown or deleted id: 404 `resource_not_found` without `meta`.' },
    { id: 'GET-2', text: 'The lock counts down at every read and ends by itself.' },
    { id: 'GET-3', text: 'Private metadata is included; reading does not move `updated_at`.' },
  ],
}

export const updateUser: Group = {
  title: 'Update a user',
  operation: 'UpdateUser',
  statements: [
    {
      id: 'UPD-1',
      text: 'Absent keys stay; null clears external id, names and locale; an empty body changes nothing.',
    },
    {
      id: 'UPD-2',
      text: 'A primary id of nobody or somebody else: 422 `form_resource_not_found`; of one not verified: 422 `form_verification_needed`.',
    },
    { id: 'UPD-3', text: 'Null for a primary id changes nothing.' },
    {
      id: 'UPD-4',
      text: 'Null or an empty username removes it, unless it is required (400 `breaks_instance_invariant`) or the last way to sign in (400 `identification_deletion_failed`).',
    },
    {
      id: 'UPD-5',
      text: 'A username has a fitting length, allowed characters, not only digits, not the look of a phone number, and is free.',
    },
    {
      id: 'UPD-6',
      text: 'A new password is checked unless the checks are skipped, and moves `password_last_updated_at`. `skip_password_checks` or `sign_out_of_other_sessions` without a password: 422 `form_conditional_param_missing`; false is accepted.',
    },
    {
      id: 'UPD-7',
      text: 'A new password revokes the sessions when asked to, and only then.',
    },
    { id: 'UPD-8', text: 'Null as the password changes nothing.' },
    {
      id: 'UPD-9',
      text: 'The external id of somebody else: 422 `form_identifier_exists`; the own one again is fine.',
    },
    {
      id: 'UPD-10',
      text: 'A picture that some user has can be chosen by its id; any other: 404 `image_not_found`.',
    },
    { id: 'UPD-11', text: 'From version 2026-05-12 on each metadata key: 422 `form_param_unknown`.' },
    {
      id: 'UPD-12',
      text: 'In older versions metadata replaces the whole field; null stores `{}`, in the private field null; the size limit holds.',
    },
    { id: 'UPD-13', text: '`totp_secret` replaces the authenticator app, and is a second factor at once.' },
    {
      id: 'UPD-14',
      text: 'A user whom another transaction holds for too long: 409 `resource_locked`.',
      only: 'postgres',
      later: 'attributes under directory sync need SCIM',
    },
    { id: 'UPD-15', text: 'The answer is the user after the change; one `user.updated` is recorded.' },
    {
      id: 'UPD-16',
      text: 'With the preset `published`, the 11th update of one user within 10 seconds: 429.',
    },
    { id: 'UPD-17', text: '`backup_codes` void all that are left; an empty list removes them.' },
  ],
}

export const deleteUser: Group = {
  title: 'Delete a user',
  operation: 'DeleteUser',
  statements: [
    { id: 'DEL-1', text: 'The answer has `object`, `id`, `deleted`, and the external id if there was one.' },
    {
      id: 'DEL-2',
      text: 'Afterwards the user is unknown, and every identifier and the external id are free.',
    },
    {
      id: 'DEL-3',
      text: 'Nothing of the user stays behind in any table but the record of events.',
    },
    {
      id: 'DEL-4',
      text: 'A user under directory sync: 409 `user_managed_by_scim`.',
      notYet: 'needs directory sync (SCIM)',
    },
    {
      id: 'DEL-5',
      text: 'One `user.deleted` is recorded with the deleted object; a second delete is 404 and records nothing.',
    },
  ],
}

export const updateUserMetadata: Group = {
  title: "Merge a user's metadata",
  operation: 'UpdateUserMetadata',
  statements: [
    { id: 'MET-1', text: 'Objects merge at every depth.' },
    { id: 'MET-2', text: 'Null removes a key at any depth; removing a missing key changes nothing.' },
    { id: 'MET-3', text: 'Arrays and scalars replace; nulls inside a new object are dropped.' },
    { id: 'MET-4', text: '`{}` or null for a field changes nothing.' },
    { id: 'MET-5', text: 'A field not sent stays; no body at all is fine.' },
    { id: 'MET-6', text: 'The limit of 8192 bytes holds for the merged result.' },
    { id: 'MET-7', text: 'What is no object: 422 `form_param_value_invalid`; keys stay byte for byte.' },
    { id: 'MET-8', text: 'Parallel merges lose no key.' },
    { id: 'MET-9', text: 'One `user.updated` is recorded.' },
  ],
}

export const replaceUserMetadata: Group = {
  title: "Replace a user's metadata",
  operation: 'ReplaceUserMetadata',
  statements: [
    { id: 'RMD-1', text: 'A field that is sent replaces the stored one whole, without merging.' },
    { id: 'RMD-2', text: 'A field not sent stays; no body at all is fine.' },
    { id: 'RMD-3', text: '`{}` clears a field.' },
    {
      id: 'RMD-4',
      text: 'Null is stored as null: private metadata reads null, public and unsafe metadata read `{}`.',
    },
    { id: 'RMD-5', text: 'Nulls inside a field are kept.' },
    {
      id: 'RMD-6',
      text: 'A field over 8192 bytes: 422 `form_param_exceeds_allowed_size`, and no field changes.',
    },
    { id: 'RMD-7', text: 'What is neither object nor null: 422 `form_param_value_invalid`.' },
    { id: 'RMD-8', text: 'One `user.updated` is recorded.' },
  ],
}
