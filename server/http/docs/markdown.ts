import { type Html, html, type Part } from './html.ts'

const inlineForms =
  /`(?<code>[^`]+)`|\*\*(?<bold>.+?)\*\*|\[(?<label>[^\]]+)\]\((?<to>(?:https?:\/\/|#|\/)[^)\s]*)\)/g

/** `code`, **bold** and links; anything else is plain text. */
export function inline(text: string): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const match of text.matchAll(inlineForms)) {
    const { code, bold, label, to } = match.groups!
    parts.push(text.slice(from, match.index))
    if (code !== undefined) parts.push(html`<code>${code}</code>`)
    else if (bold !== undefined) parts.push(html`<strong>${inline(bold)}</strong>`)
    else parts.push(html`<a href="${to}">${label}</a>`)
    from = match.index + match[0].length
  }
  return [...parts, text.slice(from)]
}

/** Paragraphs and lists of the little Markdown that the contract is written in. */
export function blocks(text: string): Html[] {
  return text.split(/\n{2,}/).map((block) => {
    if (!block.startsWith('- ')) return html`<p>${inline(block)}</p>`
    const items = block.split(/\n(?=- )/).map((item) => html`<li>${inline(item.slice(2))}</li>`)
    return html`<ul>${items}</ul>`
  })
}
