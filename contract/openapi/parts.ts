import { apiVersionAliases, apiVersionDefault, apiVersions } from '../api-version.ts'
import type { Example } from '../examples/example.ts'
import { exampleTraceId } from '../examples/refusals.ts'
import { exampleOf } from '../examples.ts'
import { type Operation, wireBody } from '../operation.ts'
import { type RefusalRow, refusalsOf } from './refusal-rows.ts'
import { referring, type Schema } from './schemas.ts'

/** Any object of an OpenAPI document. */
export type Part = Readonly<Record<string, unknown>>

const versionSchema = {
  type: 'string',
  enum: [...apiVersions, ...Object.keys(apiVersionAliases)],
  default: apiVersionDefault,
}

/** Parameters that every operation takes. */
export const sharedParameters = {
  ApiVersion: {
    name: 'Clerk-API-Version',
    in: 'header',
    required: false,
    description: 'The version of the API that the caller speaks. Not together with `__clerk_api_version`.',
    schema: versionSchema,
  },
  ApiVersionQuery: {
    name: '__clerk_api_version',
    in: 'query',
    required: false,
    description: 'The same for callers that cannot set headers. Not together with `Clerk-API-Version`.',
    schema: versionSchema,
  },
}

export const sharedHeaders = {
  TraceId: {
    description: 'Names this exchange; the log lines of the server carry it.',
    required: true,
    schema: { type: 'string', pattern: '^[0-9a-f]{32}$' },
    example: exampleTraceId,
  },
  RetryAfter: {
    description: 'Whole seconds until the request may be sent again.',
    required: true,
    schema: { type: 'integer', minimum: 1 },
    example: 7,
  },
}

type Values = Readonly<Record<string, unknown>> | undefined

function parameter(
  place: 'path' | 'query',
  name: string,
  schema: Schema,
  required: boolean,
  values: Values,
): Part {
  const { description, deprecated, ...rest } = schema
  return {
    name,
    in: place,
    required,
    ...(description ? { description } : {}),
    ...(deprecated ? { deprecated } : {}),
    ...(schema.type === 'array' ? { style: 'form', explode: true } : {}),
    schema: rest,
    ...(values?.[name] === undefined ? {} : { example: values[name] }),
  }
}

function parameters(operation: Operation, example: Example): Part[] {
  const path = referring(operation.params)
  const query = referring(operation.query)
  const rows = (place: 'path' | 'query', { properties = {}, required = [] }: Schema, values: Values) =>
    Object.entries(properties).map(([name, schema]) =>
      parameter(place, name, schema, place === 'path' || required.includes(name), values),
    )
  return [
    ...rows('path', path, example.params),
    ...rows('query', query, example.query),
    ...Object.keys(sharedParameters).map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ]
}

function refusedAnswer(rows: readonly RefusalRow[], status: number): Part {
  const codes = [...new Set(rows.map((row) => row.code))]
  return {
    description: `Refused with ${codes.map((code) => `\`${code}\``).join(', ')}.`,
    headers: {
      'Clerk-Trace-Id': { $ref: '#/components/headers/TraceId' },
      ...(status === 429 ? { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } : {}),
    },
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/ClerkErrors' },
        examples: Object.fromEntries(
          rows.map(({ name }) => [name, { $ref: `#/components/examples/${name}` }]),
        ),
      },
    },
    'x-codes': codes,
  }
}

function responses(operation: Operation, example: Example): Part {
  const { own, general } = refusalsOf(operation)
  const refused = Map.groupBy([...own, ...general], (row) => row.status)
  const answers = [...refused].sort(([a], [b]) => a - b)
  return {
    200: {
      description: 'Done.',
      headers: { 'Clerk-Trace-Id': { $ref: '#/components/headers/TraceId' } },
      content: { 'application/json': { schema: referring(operation.result), example: example.result } },
    },
    ...Object.fromEntries(answers.map(([status, rows]) => [status, refusedAnswer(rows, status)])),
  }
}

function requestBody({ body, bodyList, upload }: Operation, example: Example): Part | undefined {
  if (upload) {
    const file = { type: 'string', format: 'binary', description: upload.description }
    const schema = {
      type: 'object',
      properties: {
        [upload.field]: file,
        ...Object.fromEntries(
          Object.entries(upload.texts ?? {}).map(([name, description]) => [
            name,
            { type: 'string', description },
          ]),
        ),
      },
      required: [upload.field],
      additionalProperties: false,
    }
    return { required: true, content: { 'multipart/form-data': { schema } } }
  }
  if (!body) return undefined
  const schema = referring(body)
  const sent = bodyList ? schema.properties![bodyList] : schema
  return {
    required: (schema.required ?? []).length > 0,
    content: {
      'application/json': { schema: sent, example: wireBody({ bodyList }, example.body) ?? {} },
    },
  }
}

/** The Operation Object of one operation. */
export function operationPart(operation: Operation, serverUrl: string): Part {
  const example = exampleOf(operation, serverUrl)
  const body = requestBody(operation, example)
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    parameters: parameters(operation, example),
    ...(body ? { requestBody: body } : {}),
    responses: responses(operation, example),
    'x-roles': operation.roles,
  }
}
