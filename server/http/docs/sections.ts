import { layoutJson } from '#contract/examples/json-layout.ts'
import { callsOf, exampleOf } from '#contract/examples.ts'
import { fieldsOf, typeWords } from '#contract/openapi/fields.ts'
import type { Sample, Section } from '#contract/openapi/overview.ts'
import { allRefusals, refusalRows, refusalsOf } from '#contract/openapi/refusal-rows.ts'
import { referring, type Schema } from '#contract/openapi/schemas.ts'
import type { Operation } from '#contract/operation.ts'
import { everyBody, everywhere } from '#contract/refusals.ts'
import { fieldTable, schemaAnchor, typeParts } from './field-table.ts'
import { type Html, html, type Part } from './html.ts'
import { blocks } from './markdown.ts'
import { refusalTable } from './refusal-table.ts'
import { sampleBoxes } from './samples.ts'

const anchor = (id: string, title: string) =>
  html`<a class="anchor" href="#${id}" aria-label="Link to: ${title}">#</a>`

export const overviewSection = ({ id, title, text, samples }: Section): Html =>
  html`<section id="${id}" class="entry" aria-labelledby="${id}-title" data-entry>
<div class="head"><h3 id="${id}-title">${title} ${anchor(id, title)}</h3>${blocks(text)}</div>
${sampleBoxes(title, samples)}</section>`

export const methodBadge = (method: string): Html =>
  html`<span class="method ${method.toLowerCase()}">${method}</span>`

function samplesOf(operation: Operation, serverUrl: string): Sample[] {
  const { curl, client } = callsOf(operation, serverUrl)
  const { result } = exampleOf(operation, serverUrl)
  return [
    { label: 'curl', language: 'shell', text: curl },
    { label: client.label, language: 'js', text: client.text },
    { label: 'Response', language: 'json', text: layoutJson(result) },
  ]
}

/** A table under a heading, or nothing where the object has no fields. */
function fields(title: string, of: string, schema: Schema | undefined): Part {
  if (!schema || fieldsOf(schema).length === 0) return undefined
  return html`<h4>${title}</h4>${fieldTable(`${title}: ${of}`, schema, 'request')}`
}

function answer(operation: Operation): Html {
  const result = referring(operation.result)
  const table = result.properties && fieldTable(`Response: ${operation.summary}`, result, 'answer')
  return html`<h4>Response</h4><p class="answer"><span class="status s2">200</span> <span class="type">${typeParts(typeWords(result))}</span></p>${table}`
}

function refused(operation: Operation): Html {
  const { own, general } = refusalsOf(operation)
  const others = html`<a href="#general-errors">${general.length} general errors</a>`
  return html`<h4>Errors</h4>
${own.length > 0 && refusalTable(`Errors: ${operation.summary}`, own)}
<p class="note">${own.length > 0 ? 'And' : 'Only'} the ${others} of any request${operation.body && ' with a body'}.</p>`
}

export function operationSection(operation: Operation, serverUrl: string): Html {
  const { id, method, path, summary, description, params, query, body, upload } = operation
  return html`<section id="${id}" class="entry operation" aria-labelledby="${id}-title" data-entry>
<div class="head"><h3 id="${id}-title">${summary} ${anchor(id, summary)}</h3>
<p class="route">${methodBadge(method)} <code>${pathParts(path)}</code></p>
${blocks(description)}</div>
${sampleBoxes(summary, samplesOf(operation, serverUrl))}
<div class="body">${fields('Path parameters', summary, referring(params))}
${fields('Query parameters', summary, referring(query))}
${fields('Body', summary, body && referring(body))}
${upload && html`<h4>Body</h4><p>A form, <code>multipart/form-data</code>, with one part: <code>${upload.field}</code>, at most ${String(upload.bytesMax)} bytes. ${upload.description}</p>`}
${answer(operation)}
${refused(operation)}</div></section>`
}

/** `/v1` and the path, breakable at its slashes, its blanks set apart. */
const pathParts = (path: string): Part[] =>
  `/v1${path}`
    .split(/(?=\/)/)
    .flatMap((part) => [html`<wbr>`, part.startsWith('/{') ? html`/<var>${part.slice(1)}</var>` : part])

export const schemaSection = (name: string, schema: Schema): Html =>
  html`<section id="${schemaAnchor(name)}" class="entry wide" aria-labelledby="${schemaAnchor(name)}-title" data-entry>
<div class="head"><h3 id="${schemaAnchor(name)}-title"><code>${name}</code> ${anchor(schemaAnchor(name), name)}</h3>
${schema.description && blocks(schema.description)}
${fieldTable(name, schema, 'answer')}</div></section>`

/** What any request may meet is told once, and not again with each operation. */
export const generalErrors = (): Html =>
  html`<section id="general-errors" class="entry wide" aria-labelledby="general-errors-title" data-entry><div class="head"><h3 id="general-errors-title">General errors ${anchor('general-errors', 'General errors')}</h3>
<h4>Any request</h4>${refusalTable('Errors of any request', refusalRows(everywhere))}
<h4>Any request with a body</h4>${refusalTable('Errors of any request with a body', refusalRows(everyBody))}</div></section>`

export const refusalsSection = (): Html =>
  html`<section id="codes" class="entry wide" aria-labelledby="codes-title" data-entry><div class="head"><h3 id="codes-title">All codes ${anchor('codes', 'All codes')}</h3>
<p>Programs should compare the code alone. Words in italics stand for what the request named.</p>
${refusalTable('All error codes', allRefusals(), { anchored: true })}</div></section>`
