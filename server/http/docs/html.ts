/** Markup that is safe to send. Made by `html` alone. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type Part = Html | string | number | false | undefined | readonly Part[]

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function render(part: Part): string {
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(render).join('')
  if (part === undefined || part === false) return ''
  return String(part).replace(/[&<>"']/g, (sign) => escapes[sign]!)
}

/** A template whose every part is escaped, unless it is markup already. */
export const html = (texts: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(texts.map((text, i) => text + render(parts[i])).join(''))

/** The parts with a separator between them. */
export const between = (separator: Part, parts: readonly Part[]): Part[] =>
  parts.flatMap((part, i) => (i > 0 ? [separator, part] : [part]))
