import type { Group } from './statement.ts'

export const createEmailAddress: Group = {
  title: 'Add an e-mail address',
  operation: 'CreateEmailAddress',
  statements: [
    {
      id: 'EML-1',
      text: 'The address is added behind those of the user: verified by an administrator if `verified` is true, otherwise unverified with a null `verification`.',
    },
    {
      id: 'EML-2',
      text: 'A verified address that somebody has claimed: 422 `form_identifier_exists`; an unverified one may be held by several users.',
    },
    {
      id: 'EML-3',
      text: 'An address that the user has already, in whatever state: 422 `form_identifier_exists`.',
    },
    {
      id: 'EML-4',
      text: 'A verified address of a user without a primary one becomes primary unless `primary` is false; `primary: true` displaces another one; for an unverified address: 422 `form_verification_needed`.',
    },
    {
      id: 'EML-5',
      text: 'An unknown user: 404 `resource_not_found`. A missing key: 422 `form_param_missing`; null or empty: `form_param_nil`; malformed: `form_param_format_invalid`.',
    },
    {
      id: 'EML-6',
      text: 'Where addresses are off, `email_address` is unknown (422 `form_param_unknown`), and without it the feature is off (403 `feature_not_enabled`); a restricted address: 403 `not_allowed_access`.',
    },
    {
      id: 'EML-7',
      text: 'One `user.updated` is recorded, with the previous primary address if it is to be told; `updated_at` of the user moves; a refusal writes nothing.',
    },
  ],
}

export const getEmailAddress: Group = {
  title: 'Read an e-mail address',
  operation: 'GetEmailAddress',
  statements: [
    {
      id: 'EML-8',
      text: 'The answer is the very object in the list of its user; an unknown id, one of another kind or of other letter case: 404 `resource_not_found`.',
    },
  ],
}

export const updateEmailAddress: Group = {
  title: 'Update an e-mail address',
  operation: 'UpdateEmailAddress',
  statements: [
    {
      id: 'EML-9',
      text: '`verified: true` verifies and claims, a reserved address too; one that somebody else has claimed: 422 `form_identifier_exists`.',
    },
    {
      id: 'EML-10',
      text: '`verified: false` takes the verification away and frees the value; the primary place goes to the oldest other verified address, else to none; the last way to sign in: 400 `identification_update_failed`.',
    },
    {
      id: 'EML-11',
      text: '`primary: true` needs a verified address, be it verified by the same request: otherwise 422 `form_verification_needed`; false and null change nothing.',
    },
    {
      id: 'EML-12',
      text: 'An address that becomes verified is primary where the user has no primary one, unless `primary` is false.',
    },
    {
      id: 'EML-13',
      text: 'One `user.updated` is recorded, with the previous primary address if it is to be told; an update that changes nothing writes nothing; an unknown id: 404 `resource_not_found`.',
    },
  ],
}

export const deleteEmailAddress: Group = {
  title: 'Delete an e-mail address',
  operation: 'DeleteEmailAddress',
  statements: [
    {
      id: 'EML-14',
      text: 'The answer has `object`, `id` and `deleted`; afterwards the id is unknown and the value free; one `user.updated` is recorded.',
    },
    {
      id: 'EML-15',
      text: 'The primary place goes to the oldest other verified address, else to none; that of another address stays.',
    },
    {
      id: 'EML-16',
      text: 'The last way to sign in: 400 `identification_deletion_failed`; the last one where the instance requires an address: 400 `last_required_identification_deletion_failed`.',
    },
    {
      id: 'EML-17',
      text: 'An unknown id or one of another kind: 404 `resource_not_found`; parallel deletes never leave a user without an identifier.',
    },
  ],
}

export const createPhoneNumber: Group = {
  title: 'Add a phone number',
  operation: 'CreatePhoneNumber',
  statements: [
    {
      id: 'PHN-1',
      text: 'The number is added behind those of the user: verified by an administrator if `verified` is true, otherwise unverified with a null `verification`.',
    },
    {
      id: 'PHN-2',
      text: 'A verified number that somebody has claimed: 422 `form_identifier_exists`; an unverified one may be held by several users.',
    },
    {
      id: 'PHN-3',
      text: 'A number that the user has already, in whatever state: 422 `form_identifier_exists`.',
    },
    {
      id: 'PHN-4',
      text: 'A verified number of a user without a primary one becomes primary unless `primary` is false; `primary: true` displaces another one; for an unverified number: 422 `form_verification_needed`.',
    },
    {
      id: 'PHN-5',
      text: 'An unknown user: 404 `resource_not_found`. A missing key: 422 `form_param_missing`; null or empty: `form_param_nil`; malformed: `form_param_format_invalid`.',
    },
    {
      id: 'PHN-6',
      text: 'Where numbers are off, `phone_number` is unknown (422 `form_param_unknown`), and without it the feature is off (403 `feature_not_enabled`); a restricted number: 403 `not_allowed_access`.',
    },
    {
      id: 'PHN-7',
      text: 'One `user.updated` is recorded; `updated_at` of the user moves; a refusal writes nothing.',
    },
  ],
}

export const getPhoneNumber: Group = {
  title: 'Read a phone number',
  operation: 'GetPhoneNumber',
  statements: [
    {
      id: 'PHN-8',
      text: 'The answer is the very object in the list of its user; an unknown id, one of another kind or of other letter case: 404 `resource_not_found`.',
    },
  ],
}

export const updatePhoneNumber: Group = {
  title: 'Update a phone number',
  operation: 'UpdatePhoneNumber',
  statements: [
    {
      id: 'PHN-9',
      text: '`verified: true` verifies and claims, a reserved number too; one that somebody else has claimed: 422 `form_identifier_exists`.',
    },
    {
      id: 'PHN-10',
      text: '`verified: false` takes the verification away and frees the value; the primary place goes to the oldest other verified number, else to none; the last way to sign in: 400 `identification_update_failed`.',
    },
    {
      id: 'PHN-11',
      text: '`primary: true` needs a verified number, be it verified by the same request: otherwise 422 `form_verification_needed`; false and null change nothing.',
    },
    {
      id: 'PHN-12',
      text: 'A number that becomes verified is primary where the user has no primary one, unless `primary` is false.',
    },
    {
      id: 'PHN-13',
      text: 'One `user.updated` is recorded; an update that changes nothing writes nothing; an unknown id: 404 `resource_not_found`.',
    },
  ],
}

export const deletePhoneNumber: Group = {
  title: 'Delete a phone number',
  operation: 'DeletePhoneNumber',
  statements: [
    {
      id: 'PHN-14',
      text: 'The answer has `object`, `id` and `deleted`; afterwards the id is unknown and the value free; one `user.updated` is recorded.',
    },
    {
      id: 'PHN-15',
      text: 'The primary place goes to the oldest other verified number, else to none; that of another number stays.',
    },
    {
      id: 'PHN-16',
      text: 'The last way to sign in: 400 `identification_deletion_failed`; the last one where the instance requires a number: 400 `last_required_identification_deletion_failed`.',
    },
    {
      id: 'PHN-17',
      text: 'An unknown id or one of another kind: 404 `resource_not_found`; parallel deletes never leave a user without an identifier.',
    },
  ],
}

export const phoneFactors: Group = {
  title: 'Phone numbers as second factors',
  statements: [
    {
      id: 'PHN-18',
      text: 'A second factor must be verified: 400 `identification_create_second_factor_unverified`, 400 `identification_update_second_factor_unverified`.',
    },
    {
      id: 'PHN-19',
      text: 'The first one is the default; when the default goes, the oldest other one takes its place.',
    },
    {
      id: 'PHN-20',
      text: 'The last way to sign in cannot become a second factor: 400 `identification_update_failed`. A second factor is no way to sign in.',
    },
    {
      id: 'PHN-21',
      text: '`two_factor_enabled` is true while there is one; `mfa_enabled_at` and `mfa_disabled_at` tell the last change and are never cleared.',
    },
    {
      id: 'PHN-22',
      text: 'Releasing a number, taking its verification away and deleting it end its use as a second factor.',
    },
  ],
}

export const replaceUserEmailAddress: Group = {
  title: "Replace a user's e-mail addresses",
  operation: 'ReplaceUserEmailAddress',
  statements: [
    {
      id: 'RPE-1',
      text: 'The new address takes the place of all, verified by an administrator and primary; the values of the others are free.',
    },
    {
      id: 'RPE-2',
      text: '`identification_status` reserved or unverified: the address is in that state, and the user has no primary one.',
    },
    {
      id: 'RPE-3',
      text: 'An address that the user has already keeps its id and takes the status of the request.',
    },
    {
      id: 'RPE-4',
      text: 'An address that somebody else has claimed: 422 `form_identifier_exists`, and nothing is deleted; unverified it may be held by several users.',
    },
    {
      id: 'RPE-5',
      text: 'An unknown user: 404 `resource_not_found`. A missing key: 422 `form_param_missing`; null or empty: `form_param_nil`; malformed: `form_param_format_invalid`; another status: `form_param_value_invalid`.',
    },
    {
      id: 'RPE-6',
      text: 'Where addresses are off, `email_address` is unknown (422 `form_param_unknown`), and without it the feature is off (403 `feature_not_enabled`); a restricted address: 403 `not_allowed_access`.',
    },
    {
      id: 'RPE-7',
      text: 'One `user.updated` is recorded, with the previous primary address if it is to be told; the same request again writes nothing.',
    },
  ],
}

export const replaceUserPhoneNumber: Group = {
  title: "Replace a user's phone numbers",
  operation: 'ReplaceUserPhoneNumber',
  statements: [
    {
      id: 'RPP-1',
      text: 'The new number takes the place of all, verified by an administrator and primary; the values of the others are free.',
    },
    {
      id: 'RPP-2',
      text: '`identification_status` reserved or unverified: the number is in that state, and the user has no primary one.',
    },
    {
      id: 'RPP-3',
      text: 'A number that the user has already keeps its id and takes the status of the request.',
    },
    {
      id: 'RPP-4',
      text: 'A number that somebody else has claimed: 422 `form_identifier_exists`, and nothing is deleted; unverified it may be held by several users.',
    },
    {
      id: 'RPP-5',
      text: 'An unknown user: 404 `resource_not_found`. A missing key: 422 `form_param_missing`; null or empty: `form_param_nil`; malformed: `form_param_format_invalid`; another status: `form_param_value_invalid`.',
    },
    {
      id: 'RPP-6',
      text: 'Where numbers are off, `phone_number` is unknown (422 `form_param_unknown`), and without it the feature is off (403 `feature_not_enabled`); a restricted number: 403 `not_allowed_access`.',
    },
    {
      id: 'RPP-7',
      text: 'One `user.updated` is recorded; the same request again writes nothing.',
    },
    {
      id: 'RPP-8',
      text: 'The new number is no second factor, and replacing one that was switches it off.',
    },
  ],
}
