import type { TSchema } from 'typebox'
import { ClerkErrors } from './errors.ts'
import { Client } from './frontend/client.ts'
import type { FrontendOperation } from './frontend/frontend-operation.ts'
import { frontendOperations } from './frontend/operations.ts'
import { type Part, sharedHeaders } from './openapi/parts.ts'
import { type RefusalRow, refusalRows } from './openapi/refusal-rows.ts'
import { namedSchemas, referring, type Schema } from './openapi/schemas.ts'
import type { OpenApiOptions } from './openapi.ts'
import { frontendBody, frontendEverywhere, type RefusalName } from './refusals.ts'

/** Every named shape of the Frontend API. */
export const frontendSchemas = (): Map<string, Schema> =>
  namedSchemas([
    ...frontendOperations.flatMap(({ params, query, body, result }) => [
      result,
      params,
      query,
      ...(body ? [body] : []),
    ]),
    Client,
    ClerkErrors,
  ])

/** What an operation may refuse, by status: for reasons of its own, and as any other operation may. */
export function frontendRefusalsOf(operation: FrontendOperation): {
  own: RefusalRow[]
  general: RefusalRow[]
} {
  const general = new Set<RefusalName>([...frontendEverywhere, ...(operation.body ? frontendBody : [])])
  return {
    own: refusalRows(new Set(operation.refusals.filter((name) => !general.has(name)))),
    general: refusalRows(general),
  }
}

const sessionParameter = {
  name: '_clerk_session_id',
  in: 'query',
  required: false,
  description: 'The session of the client that acts; without it, the one that was active last.',
  schema: { type: 'string' },
}

const parametersOf = (place: 'path' | 'query', schema: TSchema): Part[] =>
  Object.entries(referring(schema).properties ?? {}).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path',
    ...(description ? { description } : {}),
    schema: rest,
  }))

const clientOrNull = { anyOf: [{ $ref: '#/components/schemas/Client' }, { type: 'null' }] }

/** The whole answer: what the result lies in. */
function answerSchema({ envelope, result }: FrontendOperation): Part {
  if (envelope === 'bare') return referring(result) as Part
  const client = envelope === 'alone' ? { type: 'null' } : clientOrNull
  const properties = { response: referring(result), client }
  return { type: 'object', properties, required: ['response', 'client'], additionalProperties: false }
}

function requestBody({ body, upload }: FrontendOperation): Part | undefined {
  if (upload) {
    const file = { type: 'string', format: 'binary', description: `At most ${upload.bytesMax} bytes.` }
    const properties = { [upload.field]: file }
    const schema = { type: 'object', properties, required: [upload.field] }
    const text = { type: 'string', contentEncoding: 'base64' }
    const content = { 'multipart/form-data': { schema }, 'application/octet-stream': { schema: text } }
    return { required: true, content }
  }
  return body && { content: { 'application/x-www-form-urlencoded': { schema: referring(body) } } }
}

function refused(rows: readonly RefusalRow[]): Part {
  const codes = [...new Set(rows.map(({ code }) => code))]
  return {
    description: `Refused with ${codes.map((code) => `\`${code}\``).join(', ')}.`,
    headers: { 'Clerk-Trace-Id': { $ref: '#/components/headers/TraceId' } },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/ClerkErrors' } } },
    'x-codes': codes,
  }
}

function operationPart(operation: FrontendOperation): Part {
  const { own, general } = frontendRefusalsOf(operation)
  const byStatus = Map.groupBy([...own, ...general], ({ status }) => status)
  const request = requestBody(operation)
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    parameters: [
      ...parametersOf('path', operation.params),
      ...parametersOf('query', operation.query),
      ...(operation.needs === 'session' ? [sessionParameter] : []),
    ],
    security: operation.needs === 'nothing' ? [{}, { client: [] }] : [{ client: [] }, { app: [] }],
    ...(request ? { requestBody: request } : {}),
    responses: {
      200: {
        description: 'Done.',
        headers: { 'Clerk-Trace-Id': { $ref: '#/components/headers/TraceId' } },
        content: { 'application/json': { schema: answerSchema(operation) } },
      },
      ...Object.fromEntries(
        [...byStatus].sort(([a], [b]) => a - b).map(([status, rows]) => [status, refused(rows)]),
      ),
    },
  }
}

/** What holds for all operations of the Frontend API. */
export const frontendIntroduction = [
  'What browsers and apps call for the person who uses them. Bodies are forms (`application/x-www-form-urlencoded`); an object in a form is its JSON text. `PATCH`, `PUT` and `DELETE` may be sent as `POST` with `_method` in the query, and paths may end in a slash.',
  'A browser proves itself by the cookie `__client`, which only this server reads; an app sends `_is_native=1` and the same token in the `Authorization` header, and finds a new one in that header of the answer. `_clerk_session_id` in the query names the session that acts. A session token alone opens nothing here.',
  'Browsers send these requests from any page without asking beforehand. Therefore a page must stand in the setting `allowed_origins`; a request without an `Origin` must have no cookies.',
].join('\n\n')

/** The Frontend API as an OpenAPI 3.1 document: plain JSON, made from the operations alone. */
export function openApiFrontendDocument({ serverUrl, version }: OpenApiOptions): object {
  const byPath = Map.groupBy(frontendOperations, ({ path }) => path)
  const paths = [...byPath].map(([path, ofPath]) => [
    path,
    Object.fromEntries(ofPath.map((one) => [one.method.toLowerCase(), operationPart(one)])),
  ])
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bartleby Frontend API',
      version,
      summary: 'What browsers and apps call for the person who uses them.',
      description: `Compatible with Clerk's SDKs; not affiliated with Clerk.\n\n${frontendIntroduction}`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${serverUrl}/v1` }],
    security: [{ client: [] }, { app: [] }],
    tags: [...new Set(frontendOperations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        client: { type: 'apiKey', in: 'cookie', name: '__client', description: 'The token of the browser.' },
        app: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'The token of an app, with `_is_native=1` in the query.',
        },
      },
      parameters: {},
      headers: { TraceId: sharedHeaders.TraceId },
      schemas: Object.fromEntries(frontendSchemas()),
      examples: {},
    },
  }
}
