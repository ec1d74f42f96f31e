import type { RefusalRow } from '#contract/openapi/refusal-rows.ts'
import { type Html, html, type Part } from './html.ts'
import { inline } from './markdown.ts'

export const refusalAnchor = (name: string) => `code-${name}`

/** A text with its blanks set apart; backquotes belong to the text. */
const withBlanks = (text: string): Part[] =>
  text.split(/\{(\w+)\}/).map((piece, i) => (i % 2 === 1 ? html`<var>${piece}</var>` : inline(piece)))

const statusTag = (status: number) => html`<span class="status s${Math.floor(status / 100)}">${status}</span>`

const row = (refusal: RefusalRow, anchored: boolean): Html => {
  const { name, code, status, message, long } = refusal
  const label = anchored
    ? html`<code>${code}</code>`
    : html`<a href="#${refusalAnchor(name)}"><code>${code}</code></a>`
  return html`<tr role="row"${anchored && html` id="${refusalAnchor(name)}"`}>
<td role="cell">${statusTag(status)}</td><th role="rowheader" scope="row">${label}</th>
<td role="cell">${anchored && message !== long && html`<span class="message">${withBlanks(message)}</span> `}<span class="meaning">${withBlanks(long)}</span></td></tr>`
}

/** Refusals with their status. The table of all of them carries the anchors that the others point at. */
export const refusalTable = (
  caption: string,
  rows: readonly RefusalRow[],
  { anchored }: { anchored: boolean } = { anchored: false },
): Html =>
  html`<table role="table" class="refusals"><caption class="unseen">${caption}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Status</th><th role="columnheader" scope="col">Code</th><th role="columnheader" scope="col">Text</th></tr></thead>
<tbody role="rowgroup">${rows.map((one) => row(one, anchored))}</tbody></table>`
