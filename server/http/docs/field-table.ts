import { type Field, fieldsOf, type TypeWord } from '#contract/openapi/fields.ts'
import type { Schema } from '#contract/openapi/schemas.ts'
import { between, type Html, html, type Part } from './html.ts'
import { inline } from './markdown.ts'

export const schemaAnchor = (name: string) => `object-${name}`

/** The words of a type, named shapes as links. */
export const typeParts = (words: readonly TypeWord[]): Part[] =>
  words.map((word) =>
    typeof word === 'string' ? word : html`<a href="#${schemaAnchor(word.name)}">${word.name}</a>`,
  )

/** Rules of a field that stand behind its meaning. */
function rules(field: Field): Part {
  const parts: Part[] = [
    ...field.bounds.map((bound) => inline(bound)),
    ...(field.fallback === undefined ? [] : [html`default <code>${JSON.stringify(field.fallback)}</code>`]),
  ]
  return parts.length > 0 && html`<span class="rules">${between(' · ', parts)}</span>`
}

/** Of a request a reader learns what must be sent, of an answer what may be absent. */
function presence(field: Field, kind: 'request' | 'answer'): Part {
  if (kind === 'request') return field.required && html` <span class="tag must">required</span>`
  return !field.required && html` <span class="tag">optional</span>`
}

const row = (field: Field, kind: 'request' | 'answer'): Html => html`<tr role="row">
<th role="rowheader" scope="row"><code class="name">${breakable(field.path)}</code>${presence(field, kind)}${field.deprecated && html` <span class="tag">deprecated</span>`}</th>
<td role="cell" class="type">${typeParts(field.type)}${field.nullable && html` <span class="or-null">or null</span>`}</td>
<td role="cell">${field.meaning && html`<span class="meaning">${inline(field.meaning)}</span> `}${rules(field)}</td>
</tr>`

/** Long names may break after an underscore or a dot, and nowhere else. */
const breakable = (name: string): Part[] => between(html`<wbr>`, name.split(/(?<=[_.])/))

/** The fields of an object, one a row. */
export const fieldTable = (caption: string, schema: Schema, kind: 'request' | 'answer'): Html =>
  html`<table role="table" class="fields"><caption class="unseen">${caption}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Field</th><th role="columnheader" scope="col">Type</th><th role="columnheader" scope="col">Meaning</th></tr></thead>
<tbody role="rowgroup">${fieldsOf(schema).map((field) => row(field, kind))}</tbody></table>`
