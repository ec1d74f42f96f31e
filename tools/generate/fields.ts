import { type Field, fieldsOf, type TypeWord } from '#contract/openapi/fields.ts'
import type { Schema } from '#contract/openapi/schemas.ts'
import { code, table } from './markdown.ts'

/** Turns the name of a shape into a link, as seen from the page that is written. */
export type LinkShape = (name: string) => string

export const typeText = (words: readonly TypeWord[], link: LinkShape): string =>
  words.map((word) => (typeof word === 'string' ? word : link(word.name))).join('')

export const fallbackText = ({ fallback }: Field): string =>
  fallback === undefined ? '' : code(JSON.stringify(fallback))

/** Of a request a reader learns what must be sent, of an answer what may be absent. */
function nameText(field: Field, kind: 'request' | 'answer'): string {
  const presence = kind === 'request' ? field.required && 'required' : !field.required && 'optional'
  const notes = [presence, field.deprecated && 'deprecated'].filter((note) => note !== false)
  return [code(field.path), ...notes.map((note) => `*${note}*`)].join(' ')
}

function boundsText(field: Field): string {
  const fallback = fallbackText(field)
  return [...field.bounds, ...(fallback ? [`default ${fallback}`] : [])].join('; ')
}

/** Columns that no row fills are left out. */
function compact(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = head.map((_, i) => i === 0 || rows.some((row) => row[i]))
  const keep = (cells: readonly string[]) => cells.filter((_, i) => used[i])
  return table(keep(head), rows.map(keep))
}

/** The fields of an object, one a row. */
export function fieldTable(schema: Schema, kind: 'request' | 'answer', link: LinkShape): string {
  const rows = fieldsOf(schema).map((field) => [
    nameText(field, kind),
    typeText(field.type, link),
    field.nullable ? 'yes' : '',
    boundsText(field),
    field.meaning,
  ])
  return compact(['Field', 'Type', 'Null?', 'Bounds', 'Meaning'], rows)
}
