import type { TSchema } from 'typebox'

/** JSON Schema 2020-12, as far as the contract uses it. */
export interface Schema {
  readonly $ref?: string
  readonly title?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly deprecated?: boolean
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

const componentPrefix = '#/components/schemas/'

/** The name behind a reference, if the schema is one. */
export const referredName = (schema: Schema): string | undefined =>
  schema.$ref?.startsWith(componentPrefix) ? schema.$ref.slice(componentPrefix.length) : undefined

/** The schema without its null, and whether it had one. */
export function splitNull(schema: Schema): { base: Schema; nullable: boolean } {
  const { type, enum: values, anyOf } = schema
  if (Array.isArray(type) && type.includes('null')) {
    const rest = type.filter((one) => one !== 'null')
    const words = values ? { enum: values.filter((value) => value !== null) } : {}
    return { base: { ...schema, ...words, type: rest.length === 1 ? rest[0] : rest }, nullable: true }
  }
  const rest = anyOf?.filter((one) => one.type !== 'null') ?? []
  if (!anyOf || rest.length === anyOf.length) return { base: schema, nullable: false }
  const { anyOf: _, ...around } = schema
  return { base: rest.length === 1 ? { ...around, ...rest[0] } : { ...around, anyOf: rest }, nullable: true }
}

const mapValues = (fields: Readonly<Record<string, Schema>>, change: (schema: Schema) => Schema) =>
  Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, change(schema)]))

/** The same schema with `change` applied to each schema directly inside it. */
function mapInside(schema: Schema, change: (inner: Schema) => Schema): Schema {
  const { items, properties, additionalProperties: others } = schema
  const combined: Record<string, readonly Schema[]> = {}
  for (const key of ['anyOf', 'oneOf', 'allOf'] as const)
    if (schema[key]) combined[key] = schema[key].map(change)
  return {
    ...schema,
    ...combined,
    ...(items ? { items: change(items) } : {}),
    ...(properties ? { properties: mapValues(properties, change) } : {}),
    ...(typeof others === 'object' ? { additionalProperties: change(others) } : {}),
  }
}

function refer(schema: Schema): Schema {
  if (schema.title === undefined) return mapInside(schema, refer)
  const reference = { $ref: componentPrefix + schema.title }
  return splitNull(schema).nullable ? { anyOf: [reference, { type: 'null' }] } : reference
}

/** Plain JSON: what a TypeBox value hides from a serializer is gone. */
const plain = (schema: TSchema): Schema => JSON.parse(JSON.stringify(schema))

/** The schema with every named one, itself included, replaced by a reference. */
export const referring = (schema: TSchema): Schema => refer(plain(schema))

const sorted = (value: unknown): unknown =>
  value === null || typeof value !== 'object' || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
const canonical = (schema: Schema) => JSON.stringify(schema, (_, value) => sorted(value))

/**
 * Every named schema that the given ones reach, in the order of first sight. A name stands for one
 * shape alone: a second shape of that name would silently win or lose in the clients made from it.
 */
export function namedSchemas(roots: readonly TSchema[]): Map<string, Schema> {
  const found = new Map<string, Schema>()
  const visit = (schema: Schema): Schema => {
    if (schema.title !== undefined) {
      const definition = mapInside(splitNull(schema).base, refer)
      const known = found.get(schema.title)
      if (known && canonical(known) !== canonical(definition))
        throw new Error(`Two different schemas are named ${schema.title}`)
      if (!known) found.set(schema.title, definition)
    }
    return mapInside(schema, visit)
  }
  for (const root of roots) visit(plain(root))
  return found
}

/** The names that a schema reaches through references, itself first. */
export function reachedFrom(name: string, schemas: ReadonlyMap<string, Schema>): string[] {
  const reached = new Set<string>([name])
  const visit = (schema: Schema): Schema => {
    const next = referredName(schema)
    if (next !== undefined && !reached.has(next)) {
      reached.add(next)
      follow(next)
    }
    return mapInside(schema, visit)
  }
  const follow = (one: string) => visit(schemas.get(one) ?? {})
  follow(name)
  return [...reached]
}
