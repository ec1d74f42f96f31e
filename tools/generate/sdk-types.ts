import { type Field, fieldsOf } from '#contract/openapi/fields.ts'
import { referredName, type Schema, splitNull } from '#contract/openapi/schemas.ts'
import { camelName, wireName } from '#sdk/wire-names.ts'

/** Which way a value goes: a query and a body take dates, an answer has numbers. */
export type Use = 'query' | 'body' | 'answer'

/** An object whose keys are the caller's own. */
export const isFree = (schema: Schema): boolean =>
  schema.type === 'object' && Boolean(schema.additionalProperties) && !schema.properties

/** Lines as a comment of the declaration that follows; empty ones part paragraphs. */
export function comment(lines: readonly string[], indent = ''): string {
  const safe = lines.map((line) => line.replaceAll('*/', '*\\/'))
  if (safe.length === 0) return ''
  if (safe.length === 1) return `${indent}/** ${safe[0]} */\n`
  return `${indent}/**\n${safe.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`
}

const literal = (value: unknown) =>
  typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : JSON.stringify(value)

const listOf = (item: string) => `readonly ${/ \| |^readonly /.test(item) ? `(${item})` : item}[]`

/** The type of a schema, names of shapes standing for themselves. */
export function typeOf(schema: Schema, use: Use): string {
  const { base, nullable } = splitNull(schema)
  return nullable ? `${plainType(base, use)} | null` : plainType(base, use)
}

function plainType(schema: Schema, use: Use): string {
  const name = referredName(schema)
  if (name !== undefined) return name
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.enum) return schema.enum.map(literal).join(' | ')
  const variants = schema.anyOf ?? schema.oneOf
  if (variants) return [...new Set(variants.map((variant) => typeOf(variant, use)))].join(' | ')
  if (schema.type === 'array') return listOf(schema.items ? typeOf(schema.items, use) : 'unknown')
  if (schema.type === 'object') return objectType(schema, use)
  if (schema.type === 'integer' || schema.type === 'number')
    return use === 'query' && schema.format === 'int64' ? 'number | Date' : 'number'
  if (schema.type === 'string')
    return use === 'body' && schema.format === 'date-time' ? 'string | Date' : 'string'
  if (schema.type === 'boolean') return 'boolean'
  return 'unknown'
}

function objectType(schema: Schema, use: Use): string {
  if (isFree(schema)) return use === 'answer' ? 'Metadata' : 'MetadataInput'
  const fields = Object.entries(schema.properties ?? {})
  if (fields.length === 0) return 'Readonly<Record<string, unknown>>'
  const inside = fields.map(([name, field]) => {
    const sign = schema.required?.includes(name) ? '' : '?'
    return `readonly ${propertyName(name)}${sign}: ${typeOf(field, use)}`
  })
  return `{ ${inside.join('; ')} }`
}

/** Also the proof that a name of the contract comes back from the SDK as it left. */
export function propertyName(name: string): string {
  const camel = camelName(name)
  if (wireName(camel) !== name) throw new Error(`${name} cannot be written in camelCase and back`)
  return camel
}

/** `first_name` in a code span becomes the name that readers of the SDK know. */
export const asCode = (text: string): string =>
  text.replace(/`([a-z]\w*_\w*[a-z]\w*)`/g, (_, name: string) => `\`${camelName(name)}\``)

function fieldComment(field: Field, schema: Schema, use: Use): string {
  const { base } = splitNull(schema)
  const isTime = base.format === 'int64' && use !== 'query'
  const notes = [
    ...(isTime ? ['Unix time in milliseconds.'] : []),
    ...(use === 'answer' || field.bounds.length === 0 ? [] : [sentence(field.bounds.join('; '))]),
    ...(field.fallback === undefined ? [] : [`Default: \`${JSON.stringify(field.fallback)}\`.`]),
  ]
  // Said of the query of an address; the SDK takes a list.
  const meaning = asCode(field.meaning.trim()).replace(' Repeat the key for several.', '')
  const text = [meaning, ...notes].filter((part) => part !== '').join(' ')
  const lines = [...(text ? text.split('\n') : []), ...(field.deprecated ? ['@deprecated'] : [])]
  return comment(lines, '  ')
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

/** The members of an interface, each with its comment. */
export function members(schema: Schema, use: Use): string {
  const rows = new Map(fieldsOf(schema).map((field) => [field.path, field]))
  return Object.entries(schema.properties ?? {})
    .map(([name, field]) => {
      const row = rows.get(name)!
      const sign = row.required ? '' : '?'
      // Some compilers tell what is left out from what is undefined; a request does not.
      const type = typeOf(field, use) + (row.required || use === 'answer' ? '' : ' | undefined')
      return `${fieldComment(row, field, use)}  readonly ${propertyName(name)}${sign}: ${type}\n`
    })
    .join('')
}

export const interfaceText = (name: string, lines: readonly string[], schema: Schema, use: Use): string =>
  `${comment(lines)}export interface ${name} {\n${members(schema, use)}}\n`
