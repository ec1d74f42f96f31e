import type { Group } from './statement.ts'

export const authentication: Group = {
  title: 'Authentication',
  statements: [
    {
      id: 'AUT-1',
      text: 'Every operation answers below `/v1` of the server to `Authorization: Bearer <secret key>`.',
    },
    { id: 'AUT-2', text: 'No Authorization header: 401 `authentication_invalid`.' },
    {
      id: 'AUT-3',
      text: 'A header of another form than `Bearer x`: 401 `authorization_header_format_invalid`.',
    },
    { id: 'AUT-4', text: 'An unknown secret key: 401 `clerk_key_invalid`.' },
    { id: 'AUT-5', text: 'A revoked secret key: 401 `clerk_key_invalid`; the other keys stay valid.' },
    { id: 'AUT-6', text: 'Several secret keys are valid side by side.' },
    { id: 'AUT-7', text: 'Generated keys begin with `sk_test_` or `sk_live_`, as the environment says.' },
    { id: 'AUT-8', text: 'The database holds a hash of a secret key, never the key.' },
    {
      id: 'AUT-9',
      text: 'A valid key without the right to the operation: 403 `authorization_invalid`.',
      notYet: 'needs operators with roles',
    },
  ],
}

export const versions: Group = {
  title: 'API versions',
  statements: [
    { id: 'VER-1', text: 'Each of the five published dates is accepted in the `Clerk-API-Version` header.' },
    { id: 'VER-2', text: 'The query parameter `__clerk_api_version` names the version just as well.' },
    { id: 'VER-3', text: 'Header and query parameter together: 400 `api_version_invalid`.' },
    { id: 'VER-4', text: 'An unknown date: 400 `api_version_invalid`, never a fallback.' },
    { id: 'VER-5', text: 'No version named means 2021-02-05.' },
    { id: 'VER-6', text: '2025-03-12, a date without a place in the published list, means 2025-04-10.' },
    { id: 'VER-7', text: 'The same user reads the same in every version.' },
    { id: 'VER-8', text: 'Parameters that were added over the years are accepted in every version.' },
  ],
}

export const bodies: Group = {
  title: 'Bodies',
  statements: [
    { id: 'BOD-1', text: '`application/json` is accepted with and without media type parameters.' },
    { id: 'BOD-2', text: 'Another media type, form-urlencoded included: 415 `unsupported_content_type`.' },
    { id: 'BOD-3', text: 'Every answer has the content type `application/json`, without any parameter.' },
    { id: 'BOD-4', text: 'Every success has the status 200.' },
    {
      id: 'BOD-5',
      text: 'Where a body is optional, absent, empty and `null` mean an empty object, with or without a content type.',
    },
    { id: 'BOD-6', text: 'A JSON content type without a body is harmless on GET and DELETE.' },
    { id: 'BOD-7', text: 'Unknown keys at the top of a body: 422 with one `form_param_unknown` for each.' },
    {
      id: 'BOD-8',
      text: 'A value of the wrong JSON type: 422 `form_param_type_invalid`, naming the parameter.',
    },
    { id: 'BOD-9', text: 'Malformed JSON: 400 `request_body_invalid`.' },
    { id: 'BOD-10', text: 'A body over 1 MB, announced or streamed: 413 `request_body_too_large`.' },
    { id: 'BOD-11', text: 'Bytes that are not UTF-8: 422 `form_param_value_invalid`.' },
    { id: 'BOD-12', text: 'The defaults that generated clients send along unasked cause no refusal.' },
    { id: 'BOD-13', text: 'JSON that is neither an object nor `null`: 400 `request_body_invalid`.' },
    { id: 'BOD-14', text: 'A key twice at the top of a body: 422 `form_param_duplicate`.' },
    { id: 'BOD-15', text: 'A body sent to an operation that takes none is ignored.' },
    {
      id: 'BOD-16',
      text: 'A text over the length limit of its parameter: 422 `form_param_max_length_exceeded`.',
    },
    { id: 'BOD-17', text: 'A number beyond the range of its parameter: 422 `form_param_value_too_large`.' },
    { id: 'BOD-18', text: 'A locale that is no BCP 47 tag: 422 `form_param_format_invalid`.' },
    { id: 'BOD-19', text: 'More than 100 identifiers of one kind: 422 `form_param_array_size_exceeded`.' },
    {
      id: 'BOD-20',
      text: 'Control characters and lone surrogates in a text outside metadata: 422 `form_param_value_invalid`.',
    },
    {
      id: 'BOD-21',
      text: 'The bulk operations take a bare array of objects; each is read by the rules of a body, metadata included, and nothing is done unless all are in order.',
    },
  ],
}

export const queries: Group = {
  title: 'Query parameters',
  statements: [
    { id: 'QRY-1', text: 'An array is its key repeated, without brackets or commas.' },
    { id: 'QRY-2', text: 'The spelling `key[]=` is tolerated.' },
    { id: 'QRY-3', text: '`+` (also as `%2B`) or no sign includes a value, `-` excludes it.' },
    { id: 'QRY-4', text: 'A raw `+`, which decodes to a space, includes too.' },
    {
      id: 'QRY-5',
      text: 'Booleans are the words `true` and `false`; another word: 422 `form_param_value_invalid`.',
    },
    { id: 'QRY-6', text: 'Unknown parameters of a GET are ignored.' },
    { id: 'QRY-7', text: 'Of a repeated single value the first counts.' },
    {
      id: 'QRY-8',
      text: 'A time that is no decimal integer: 422 `form_param_invalid_date`, naming the parameter.',
    },
    { id: 'QRY-9', text: 'Times in the future are accepted.' },
    { id: 'QRY-10', text: 'An escape that cannot be decoded: 400 `malformed_request_parameters`.' },
    {
      id: 'QRY-11',
      text: 'An id in the path, escaped or not, never leads to another operation than its path spells.',
    },
  ],
}

export const paging: Group = {
  title: 'Paging',
  statements: [
    { id: 'PAG-1', text: 'Without parameters a page has 10 users from the start of the list.' },
    { id: 'PAG-2', text: 'A `limit` from 1 to 500 is honoured; any other value means 10.' },
    { id: 'PAG-3', text: 'An `offset` skips that many; a negative or fractional one means 0.' },
    { id: 'PAG-4', text: 'A page beyond the end is empty.' },
    { id: 'PAG-5', text: 'Walking the pages, by offset or by cursor, meets every user exactly once.' },
    {
      id: 'PAG-6',
      text: 'The user list is a bare array; its total comes from the count with the same filters.',
    },
    {
      id: 'PAG-7',
      text: 'Lists of attached things answer `{data, total_count}`, some only when `paginated` asks for it.',
      later: 'the OAuth tokens of connected accounts',
    },
  ],
}

export const order: Group = {
  title: 'Order',
  statements: [
    { id: 'ORD-1', text: '`-` descends; `+` (escaped or raw) and no sign ascend.' },
    { id: 'ORD-2', text: 'Each of the ten fields orders the list.' },
    { id: 'ORD-3', text: 'Without `order_by` the newest user comes first.' },
    { id: 'ORD-4', text: 'Of several `order_by` the first counts.' },
    { id: 'ORD-5', text: 'An unknown field: 422 `form_param_value_invalid` for `order_by`.' },
    { id: 'ORD-6', text: 'Identifier fields order by the primary identifier.' },
    { id: 'ORD-7', text: 'Users without the value come last in both directions.' },
    { id: 'ORD-8', text: 'Equal values are ordered by id, in the same direction.' },
  ],
}
