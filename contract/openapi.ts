import { ClerkErrors } from './errors.ts'
import { refusalExample } from './examples/refusals.ts'
import { introduction, overview } from './openapi/overview.ts'
import { operationPart, type Part, sharedHeaders, sharedParameters } from './openapi/parts.ts'
import { allRefusals } from './openapi/refusal-rows.ts'
import { namedSchemas, type Schema } from './openapi/schemas.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations.ts'

export interface OpenApiOptions {
  /** The public address of the server, without `/v1` and without a trailing slash. */
  readonly serverUrl: string
  readonly version: string
}

/** Every named shape of the API. */
export const apiSchemas = (): Map<string, Schema> =>
  namedSchemas([
    ...operations.flatMap(({ params, query, body, result }) => [
      result,
      params,
      query,
      ...(body ? [body] : []),
    ]),
    ClerkErrors,
  ])

function paths(serverUrl: string): Part {
  const byPath = Map.groupBy(operations, ({ path }) => path)
  const methodsOf = (path: string, ofPath: readonly Operation[]) => {
    const methods = ofPath.map((one) => [one.method.toLowerCase(), operationPart(one, serverUrl)] as const)
    if (new Map(methods).size < methods.length) throw new Error(`Two operations share a method of ${path}`)
    return [path, Object.fromEntries(methods)] as const
  }
  return Object.fromEntries([...byPath].map(([path, ofPath]) => methodsOf(path, ofPath)))
}

const refusalExamples = () =>
  Object.fromEntries(
    allRefusals().map(({ name, message }) => [name, { summary: message, value: refusalExample(name) }]),
  )

/** The API as an OpenAPI 3.1 document: plain JSON, made from the operations alone. */
export function openApiDocument({ serverUrl, version }: OpenApiOptions): object {
  const sections = overview(serverUrl).map(({ title, text }) => `## ${title}\n\n${text}`)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bartleby',
      version,
      summary:
        "A self-hosted user-management server, compatible with Clerk's SDKs; not affiliated with Clerk.",
      description: [introduction, ...sections].join('\n\n'),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    externalDocs: { description: 'The same as a page to browse', url: `${serverUrl}/docs` },
    servers: [{ url: `${serverUrl}/v1` }],
    security: [{ secretKey: [] }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: paths(serverUrl),
    components: {
      securitySchemes: {
        secretKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A secret key of this server: `sk_test_…` or `sk_live_…`.',
        },
      },
      parameters: sharedParameters,
      headers: sharedHeaders,
      schemas: Object.fromEntries(apiSchemas()),
      examples: refusalExamples(),
    },
  }
}
