import { fieldsOf } from '#contract/openapi/fields.ts'
import type { Section } from '#contract/openapi/overview.ts'
import { refusalsOf } from '#contract/openapi/refusal-rows.ts'
import { referring } from '#contract/openapi/schemas.ts'
import type { Operation } from '#contract/operation.ts'
import { schemaAnchor } from './field-table.ts'
import { type Html, html } from './html.ts'
import { methodBadge } from './sections.ts'

/** Names that lead to an operation although its title does not have them: its fields and its codes. */
function hiddenNames(operation: Operation): string {
  const { params, query, body } = operation
  const schemas = [params, query, ...(body ? [body] : [])].map(referring)
  const names = schemas.flatMap((schema) => fieldsOf(schema).map(({ path }) => path))
  return [...names, ...refusalsOf(operation).own.map(({ code }) => code)].join(' ')
}

const operationEntry = (operation: Operation): Html => {
  const { id, method, path, summary } = operation
  return html`<li data-find="${`${summary} ${id} ${method} ${path}`}" data-names="${hiddenNames(operation)}"><a href="#${id}">${methodBadge(method)}<span class="title">${summary}</span></a></li>`
}

const plainEntry = (id: string, title: string, find = title): Html =>
  html`<li data-find="${find}"><a href="#${id}"><span class="title">${title}</span></a></li>`

const group = (title: string, entries: readonly Html[]): Html =>
  html`<section class="group"><h2>${title}</h2><ul>${entries}</ul></section>`

/** The list of everything on the page, with the field that filters it. */
export const contents = (
  overview: readonly Section[],
  byTag: ReadonlyMap<string, readonly Operation[]>,
  schemas: Iterable<string>,
): Html =>
  html`<nav id="contents" aria-label="Contents">
<form role="search" class="find">
<label for="find" class="unseen">Find an operation, a field or an error code</label>
<input id="find" type="search" placeholder="Find operation, field, code" autocomplete="off" spellcheck="false" aria-describedby="found">
<kbd aria-hidden="true">/</kbd>
<p id="found" class="unseen" role="status"></p>
</form>
<p class="none" hidden>Nothing has this name.</p>
${group('Start', [plainEntry('top', 'Introduction'), ...overview.map(({ id, title }) => plainEntry(id, title))])}
${[...byTag].map(([tag, operations]) => group(tag, operations.map(operationEntry)))}
${group(
  'Objects',
  [...schemas].map((name) => plainEntry(schemaAnchor(name), name)),
)}
${group('Error codes', [plainEntry('general-errors', 'General errors'), plainEntry('codes', 'All codes', 'all error codes')])}
</nav>`
