/** A code span that may hold backquotes. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 ? ' ' : ''
  return fence + pad + text + pad + fence
}

/** What stands outside code spans cannot be taken for a tag; nothing can end the cell. */
const cell = (text: string): string =>
  text
    .split(/(`+[^`]+`+)/)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replaceAll('<', '&lt;')))
    .join('')
    .replaceAll('|', '\\|')
    .replaceAll('\n', '<br>')

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `|${cells.map((text) => (text ? ` ${cell(text)} ` : ' ')).join('|')}|`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

export const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``

/** Blocks with an empty line between them; what is missing leaves no gap. */
export const page = (...blocks: readonly (string | undefined | false)[]): string =>
  `${blocks.filter(Boolean).join('\n\n')}\n`

export const generatedNote =
  '<!-- Made by `npm run generate` from contract/ and server/settings/. Edit those, not this file. -->'
