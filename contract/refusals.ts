import { accessRefusals } from './access-refusals.ts'
import { accountRefusals } from './account-refusals.ts'
import { frontendRefusals } from './frontend-refusals.ts'
import { organizationRefusals } from './organization-refusals.ts'
import { parameterRefusals } from './parameter-refusals.ts'
import { passwordRefusals } from './password-refusals.ts'
import { roleRefusals } from './role-refusals.ts'
import { secondFactorRefusals } from './second-factor-refusals.ts'
import { sessionRefusals } from './session-refusals.ts'

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
  ...parameterRefusals,
  ...frontendRefusals,
  ...accountRefusals,
  ...passwordRefusals,
  ...secondFactorRefusals,
  ...sessionRefusals,
  ...organizationRefusals,
  ...accessRefusals,
  ...roleRefusals,
  jwt_template_reserved_claim: {
    status: 400,
    message: 'Reserved claim',
    long: 'The claim {claim} is set by the server in every token; a template cannot have it.',
  },
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
    long: 'One request takes from 1 to {max} entries.',
  },
  verification_already_verified: {
    status: 400,
    message: 'already verified',
    long: 'The right code has been given before.',
  },
  verification_code_too_many_requests: {
    status: 429,
    message: 'Too many requests',
    long: 'Too many codes were sent. Try again after the seconds named in Retry-After.',
  },
  image_format_unknown: {
    code: 'request_body_invalid',
    status: 400,
    message: 'Request body invalid',
    long: 'The picture must be a JPEG, PNG, GIF or WebP file.',
  },
  image_unreadable: {
    code: 'request_body_invalid',
    status: 400,
    message: 'Request body invalid',
    long: 'The picture {problem}.',
  },
  upload_malformed: {
    code: 'request_body_invalid',
    status: 400,
    message: 'Request body invalid',
    long: 'The request body {problem}.',
  },
  upload_missing: {
    code: 'form_param_missing',
    status: 400,
    message: 'Image file missing',
    long: 'The picture must be sent as the part named {param}.',
  },
  image_too_large: {
    status: 413,
    message: 'Image too large',
    long: 'The picture must not exceed {bytes_max} bytes.',
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

/** Failures of any operation of the Frontend API. */
export const frontendEverywhere = [
  'origin_invalid',
  'authentication_invalid',
  'malformed_request_parameters',
  'request_body_too_large',
  'too_many_requests',
  'internal_clerk_error',
  'service_unavailable',
] as const satisfies RefusalName[]

/** Failures of any of them that takes a form. */
export const frontendBody = everyBody.filter((name) => name !== 'request_body_invalid')
