import { referredName, type Schema, splitNull } from './schemas.ts'

/** A type in words; a part with a name refers to a named shape. */
export type TypeWord = string | { readonly name: string }

/** One field of an object as a row for readers. */
export interface Field {
  /** Fields of nameless objects inside are named with dots, of lists with `[]`. */
  readonly path: string
  readonly type: readonly TypeWord[]
  readonly required: boolean
  readonly nullable: boolean
  /** In words, such as `at most 256 characters`. */
  readonly bounds: readonly string[]
  readonly fallback: unknown
  readonly meaning: string
  readonly deprecated: boolean
  /** It exists only to hold the fields that follow. */
  readonly container: boolean
}

const count = (number: number, unit: string) =>
  `${number}${unit && ` ${unit}`}${unit && number !== 1 ? 's' : ''}`

const between = (low: number | undefined, high: number | undefined, unit: string): string[] => {
  if (low !== undefined && high !== undefined) return [`${low} to ${count(high, unit)}`]
  if (low !== undefined) return [`at least ${count(low, unit)}`]
  return high === undefined ? [] : [`at most ${count(high, unit)}`]
}

const formats: Record<string, string> = { int64: '' }

function boundsOf(schema: Schema): string[] {
  const format = schema.format === undefined ? '' : (formats[schema.format] ?? schema.format)
  return [
    ...between(schema.minimum, schema.maximum, ''),
    ...between(schema.minLength, schema.maxLength, 'character'),
    ...between(schema.minItems, schema.maxItems, 'value'),
    ...(schema.items ? boundsOf(schema.items).map((bound) => `each ${bound}`) : []),
    ...(schema.pattern ? [`matches \`${schema.pattern}\``] : []),
    ...(format ? [format] : []),
  ]
}

const joined = (types: readonly TypeWord[][]) =>
  types.flatMap((words, i) => (i > 0 ? [' or ', ...words] : words))

/** `array of User`, `string`, `"verified" or "reserved"` … */
export function typeWords(schema: Schema): TypeWord[] {
  const name = referredName(schema)
  if (name !== undefined) return [{ name }]
  if (schema.const !== undefined) return [JSON.stringify(schema.const)]
  if (schema.enum) return [schema.enum.map((value) => JSON.stringify(value)).join(' or ')]
  const variants = schema.anyOf ?? schema.oneOf
  if (variants) return joined(variants.map(typeWords))
  if (schema.items) {
    const inner = typeWords(schema.items)
    return ['array of ', ...(inner.length > 1 || inner[0] !== 'object' ? inner : ['objects'])]
  }
  if (typeof schema.type === 'string') return [schema.type]
  return [schema.type?.join(' or ') ?? 'any']
}

function inside(path: string, schema: Schema): Field[] {
  if (schema.properties) return fieldsOf(schema, `${path}.`)
  if (schema.items) return inside(`${path}[]`, splitNull(schema.items).base)
  return []
}

/** The rows of an object, those of nameless objects inside it following theirs. */
export function fieldsOf(schema: Schema, prefix = ''): Field[] {
  const { properties = {}, required = [] } = schema
  return Object.entries(properties).flatMap(([name, field]) => {
    const { base, nullable } = splitNull(field)
    const path = prefix + name
    const within = inside(path, base)
    const row: Field = {
      path,
      type: typeWords(base),
      required: required.includes(name),
      nullable,
      bounds: boundsOf(base),
      fallback: field.default,
      meaning: field.description ?? base.description ?? '',
      deprecated: field.deprecated ?? false,
      container: base.type === 'object' && within.length > 0,
    }
    return [row, ...within]
  })
}
