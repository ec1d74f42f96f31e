/** The failures around the parameters of a request, a part of the table in `refusals.ts`. */
export const parameterRefusals = {
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
  form_disallow_future_date: {
    status: 422,
    message: 'Date values must not be in the future.',
    long: '{param} must not be in the future.',
  },
  invalid_query_parameter_value: {
    status: 400,
    message: 'invalid query parameter value',
    long: 'The query parameter {param} must be one of {values}.',
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
} as const
