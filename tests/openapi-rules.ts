/**
 * The rules of OpenAPI 3.1 as far as a document of ours can break them, as a JSON Schema. It is
 * closed: a key that the specification does not know, or that we never use, fails.
 */

const text = { type: 'string', minLength: 1 }
const flag = { type: 'boolean' }
const extensions = { '^x-': true }
const closed = (required: string[], properties: Record<string, unknown>) => ({
  type: 'object',
  required,
  properties,
  patternProperties: extensions,
  additionalProperties: false,
})
const mapOf = (inner: unknown, names = '^[a-zA-Z0-9._-]+$') => ({
  type: 'object',
  propertyNames: { pattern: names },
  additionalProperties: inner,
})
const def = (name: string) => ({ $ref: `#/$defs/${name}` })
const reference = (kind: string) =>
  closed(['$ref'], { $ref: { type: 'string', pattern: `^#/components/${kind}/[a-zA-Z0-9._-]+$` } })
const orReference = (name: string, kind: string) => ({
  if: { type: 'object', required: ['$ref'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: reference(kind),
  else: def(name),
})

const parameter = {
  ...closed(['name', 'in', 'required', 'schema'], {
    name: text,
    in: { enum: ['path', 'query', 'header'] },
    required: flag,
    description: text,
    deprecated: flag,
    style: { enum: ['form', 'simple'] },
    explode: flag,
    schema: def('schema'),
    example: true,
  }),
  if: { properties: { in: { const: 'path' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { properties: { required: { const: true } } },
  // These three are told by other means; a parameter of such a name is ignored by every tool.
  not: {
    properties: { in: { const: 'header' }, name: { enum: ['Accept', 'Content-Type', 'Authorization'] } },
  },
}

const mediaType = {
  ...closed(['schema'], {
    schema: def('schema'),
    example: true,
    examples: mapOf(orReference('example', 'examples')),
  }),
  not: { required: ['example', 'examples'] },
}

const operation = closed(['operationId', 'tags', 'summary', 'description', 'parameters', 'responses'], {
  operationId: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9]*$' },
  tags: { type: 'array', minItems: 1, items: text, uniqueItems: true },
  summary: text,
  description: text,
  parameters: { type: 'array', uniqueItems: true, items: orReference('parameter', 'parameters') },
  requestBody: closed(['content'], { description: text, required: flag, content: def('content') }),
  security: { type: 'array', items: mapOf({ type: 'array', items: text }) },
  responses: { ...mapOf(def('response'), '^[1-5][0-9]{2}$'), minProperties: 1, required: ['200'] },
})

/** In 3.1 a schema is JSON Schema 2020-12; what was OpenAPI's own before is an error. */
const schema = {
  $ref: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: { nullable: false, example: false, exclusiveMinimum: { type: 'number' } },
}

export const documentSchema = {
  ...closed(['openapi', 'info', 'servers', 'paths', 'components', 'security', 'tags'], {
    openapi: { type: 'string', pattern: '^3\\.1\\.\\d+$' },
    info: closed(['title', 'version', 'description', 'license'], {
      title: { enum: ['Bartleby', 'Bartleby Frontend API'] },
      version: text,
      summary: text,
      description: { type: 'string', pattern: "Clerk's SDKs[^]*not affiliated with Clerk" },
      license: closed(['name', 'identifier'], { name: { const: 'MIT' }, identifier: { const: 'MIT' } }),
    }),
    externalDocs: closed(['url'], { url: { type: 'string', format: 'uri' }, description: text }),
    servers: {
      type: 'array',
      minItems: 1,
      items: closed(['url'], { url: { type: 'string', format: 'uri', pattern: '/v1$' }, description: text }),
    },
    security: { type: 'array', minItems: 1, items: mapOf({ type: 'array', items: text }) },
    tags: { type: 'array', items: closed(['name'], { name: text, description: text }), uniqueItems: true },
    paths: mapOf(
      mapOf(def('operation'), '^(get|put|post|delete|patch)$'),
      '^(/([a-z0-9_]+|\\{[a-z0-9_]+\\}))+$',
    ),
    components: closed(['securitySchemes', 'parameters', 'headers', 'schemas', 'examples'], {
      securitySchemes: mapOf({
        oneOf: [
          closed(['type', 'scheme'], {
            type: { const: 'http' },
            scheme: { const: 'bearer' },
            bearerFormat: text,
            description: text,
          }),
          closed(['type', 'in', 'name'], {
            type: { const: 'apiKey' },
            in: { enum: ['cookie', 'header'] },
            name: text,
            description: text,
          }),
        ],
      }),
      parameters: mapOf(def('parameter')),
      headers: mapOf(def('header')),
      schemas: mapOf(def('schema')),
      examples: mapOf(def('example')),
    }),
  }),
  $defs: {
    operation,
    parameter,
    mediaType,
    schema,
    content: { ...mapOf(def('mediaType'), '^[a-z]+/[a-z0-9.+-]+$'), minProperties: 1 },
    example: closed(['value'], { summary: text, description: text, value: true }),
    header: closed(['schema'], { description: text, required: flag, schema: def('schema'), example: true }),
    response: closed(['description', 'headers', 'content'], {
      description: text,
      headers: mapOf(orReference('header', 'headers')),
      content: def('content'),
    }),
  },
}
