import { passwordRefusals } from './password-refusals.ts'

/**
 * Every failure a caller can meet: its code, HTTP status and texts.
 * `code`, `status` and the quoted texts are wire facts; clients match on `code` alone.
 * A text with `{param}`, `{id}`, … is filled from the refusal's details.
 */
export const refusals = {
  authentication_invalid: {
    status: 401,
    message: 'Invalid authentication',
    long: 'The request carries no credentials. Send the secret key as `Authorization: Bearer sk_…`.',
  },
  authorization_header_format_invalid: {
    status: 401,
    message: 'Invalid Authorization header format',
    long: 'The Authorization header must read `Bearer <secret key>`.',
  },
  clerk_key_invalid: {
    status: 401,
    message: 'The provided Clerk Secret Key is invalid.',
    long: 'The secret key is unknown to this server or has been revoked.',
  },
  authorization_invalid: {
    status: 403,
    message: 'Unauthorized request',
    long: 'You are not allowed to perform this request.',
  },
  api_version_invalid: {
    status: 400,
    message: 'invalid API version',
    long: 'Name one supported API version, either in the Clerk-API-Version header or in the __clerk_api_version query parameter. Supported: {versions}.',
  },
  request_invalid_for_environment: {
    status: 400,
    message: 'Invalid request for environment',
    long: 'This request exists in the test environment only.',
  },
  request_body_invalid: {
    status: 400,
    message: 'Request body invalid',
    long: 'The request body must be one JSON object.',
  },
  malformed_request_parameters: {
    status: 400,
    message: 'Malformed request parameters',
    long: 'The request could not be read. Check the encoding of its path, query and headers.',
  },
  unsupported_content_type: {
    status: 415,
    message: 'Content-Type is unsupported',
    long: 'The request has the content type {actual}; expected {expected}.',
  },
  request_body_too_large: {
    status: 413,
    message: 'Request body too large',
    long: 'The request body must not exceed {bytes_max} bytes.',
  },
  resource_not_found: { status: 404, message: 'not found', long: 'No {resource} was found with id {id}' },
  identification_not_found: {
    code: 'resource_not_found',
    status: 404,
    message: 'Resource not found',
    long: 'No {resource} was found with id {id}',
  },
  route_not_found: {
    code: 'resource_not_found',
    status: 404,
    message: 'not found',
    long: 'There is no such operation here.',
  },
  resource_locked: {
    status: 409,
    message: 'resource busy',
    long: 'Another request is changing this resource. Try again.',
  },
  too_many_requests: {
    status: 429,
    message: 'Too many requests',
    long: 'Too many requests in a given period. Try again after the seconds named in Retry-After.',
  },
  internal_clerk_error: {
    status: 500,
    message: 'Oops, an unexpected error occurred',
    long: 'The server met an unexpected error. Its log has the details under this trace id.',
  },
  service_unavailable: {
    status: 503,
    message: 'Service unavailable',
    long: 'The server cannot answer right now. Try again shortly.',
  },
  form_param_unknown: {
    status: 422,
    message: 'is unknown',
    long: '{param} is not a valid parameter for this request.',
  },
  form_param_missing: { status: 422, message: 'is missing', long: '{param} must be included.' },
  form_param_nil: { status: 422, message: 'is empty', long: '{param} must have a value.' },
  form_param_type_invalid: { status: 422, message: 'is invalid', long: '{param} must be {expected}.' },
  form_param_value_invalid: { status: 422, message: 'is invalid', long: '{param} {problem}.' },
  form_param_format_invalid: { status: 422, message: 'is invalid', long: '{param} must be {expected}.' },
  form_param_duplicate: {
    status: 422,
    message: 'is duplicate',
    long: '{param} is included more than once.',
  },
  form_param_array_size_exceeded: {
    status: 422,
    message: 'exceeds maximum size',
    long: '{param} must not have more than {max} values.',
  },
  form_param_array_length_mismatch: {
    status: 422,
    message: 'length mismatch',
    long: '{param} must have as many values as {other}.',
  },
  form_param_max_length_exceeded: {
    status: 422,
    message: 'exceeds maximum length',
    long: '{param} must not exceed {max} characters.',
  },
  form_param_value_too_large: {
    status: 422,
    message: 'Value too large',
    long: '{param} must not exceed {max}.',
  },
  form_param_exceeds_allowed_size: {
    status: 422,
    message: 'exceeds allowed size',
    long: 'The given {param} exceeds the maximum allowed size of 8192 bytes (8 KB).',
  },
  form_param_invalid_time: {
    status: 422,
    message: 'invalid format',
    long: '{param} must be a time in RFC 3339 form, such as 2012-10-20T07:15:20.902Z.',
  },
  form_param_invalid_date: {
    status: 422,
    message: 'Date values must be given in Unix millisecond timestamp format.',
    long: '{param} must be a Unix timestamp in milliseconds.',
  },
  form_conditional_param_missing: {
    status: 422,
    message: 'is missing',
    long: '{param} is required together with {other}.',
  },
  form_conditional_param_disallowed: {
    status: 422,
    message: 'is not allowed',
    long: '{param} is not allowed {condition}.',
  },
  form_resource_not_found: {
    status: 422,
    message: 'is missing',
    long: 'The resource that {param} names was not found.',
  },
  form_verification_needed: {
    status: 422,
    message: 'is unverified',
    long: '{param} needs a verified identification.',
  },
  form_identifier_exists: {
    status: 422,
    message: 'That {kind} is taken. Please try another.',
    long: 'That {kind} is taken. Please try another.',
  },
  form_data_missing: {
    status: 422,
    message: 'missing data',
    long: "[{quoted}] data doesn't match user requirements set for this instance",
  },
  form_username_invalid_length: {
    status: 422,
    message: 'Username must be between {min} and {max} characters long.',
    long: 'Username must be between {min} and {max} characters long.',
  },
  form_username_invalid_character: {
    status: 422,
    message: 'Username can only contain letters, numbers and "_" or "-".',
    long: 'Username can only contain Latin letters, digits, underscores and hyphens.',
  },
  form_username_needs_non_number_char: {
    status: 422,
    message: 'Username must contain one non-number character.',
    long: 'Username must contain at least one character that is not a digit.',
  },
  form_username_cannot_be_phone_number: {
    status: 422,
    message: 'Username cannot be a phone number.',
    long: 'Username must not look like a phone number.',
  },
  ...passwordRefusals,
  breaks_instance_invariant: {
    status: 400,
    message: 'Update breaks an instance requirement',
    long: 'This instance requires {param}; it cannot be removed.',
  },
  identification_deletion_failed: {
    status: 400,
    message: 'Deletion failed',
    long: 'The last identification of a user cannot be removed.',
  },
  last_required_identification_deletion_failed: {
    status: 400,
    message: 'Deletion failed',
    long: 'This instance requires an identification of this kind, and the user has no other one.',
  },
  identification_update_failed: {
    status: 400,
    message: 'Update failed',
    long: 'The user has no other identification to sign in with.',
  },
  identification_update_second_factor_unverified: {
    status: 400,
    message: 'Update failed',
    long: 'Only a verified phone number can be a second factor.',
  },
  identification_create_second_factor_unverified: {
    status: 400,
    message: 'Create failed',
    long: 'Only a verified phone number can be a second factor.',
  },
  feature_not_enabled: {
    status: 403,
    message: 'not enabled',
    long: 'The feature {feature} is not enabled on this instance.',
  },
  unsupported_subscription_plan_features: {
    status: 402,
    message: 'Unsupported plan features',
    long: 'Banning users is switched off on this instance (setting `supports_ban`).',
  },
  not_allowed_access: {
    status: 403,
    message: 'Access not allowed.',
    long: '{identifier} is not allowed to access this application.',
  },
  user_locked: {
    status: 403,
    message: 'Account locked',
    long: 'The account is locked. It can be tried again when the lock has ended.',
  },
  bulk_size_exceeded: {
    status: 400,
    message: 'bulk size exceeded',
    long: 'One request may name from 1 to {max} users.',
  },
  image_not_found: { status: 404, message: 'Image not found', long: 'The image was not found.' },
} as const satisfies Record<string, { code?: string; status: number; message: string; long: string }>

/** A key of the table above; equals the wire code except where the row names another one. */
export type RefusalName = keyof typeof refusals

/** Failures that any operation may answer, so that no operation lists them. */
export const everywhere = [
  'authentication_invalid',
  'authorization_header_format_invalid',
  'clerk_key_invalid',
  'authorization_invalid',
  'api_version_invalid',
  'malformed_request_parameters',
  'request_body_too_large',
  'too_many_requests',
  'internal_clerk_error',
  'service_unavailable',
] as const satisfies RefusalName[]

/** Failures of any operation that takes a JSON body. */
export const everyBody = [
  'request_body_invalid',
  'unsupported_content_type',
  'form_param_unknown',
  'form_param_type_invalid',
  'form_param_value_invalid',
  'form_param_duplicate',
] as const satisfies RefusalName[]
