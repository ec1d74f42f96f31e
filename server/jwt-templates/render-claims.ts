import { type JsonText, jsonText } from '#contract/shapes.ts'
import { type JsonTree, readTree, writeTree } from '#server/json-text.ts'

/** What shortcodes can name, as JSON: `user.public_metadata` is the tree under `user`, then `public_metadata`. */
export type Shortcodes = ReadonlyMap<string, JsonTree>

/** A string of the text and, behind a key, its colon. */
const strings = /"[^"\\]*(?:\\.[^"\\]*)*":?/g
const shortcode = /\{\{([^{}]*)\}\}/g
const onlyShortcode = /^\s*\{\{([^{}]*)\}\}\s*$/

const absent = jsonText('null')

function valueAt(known: Shortcodes, path: string): JsonText {
  const [group, ...keys] = path.split('.')
  // A group as a whole is no value: it grows when a later version knows more of it.
  let value: JsonTree | undefined = keys.length > 0 ? known.get(group!) : undefined
  for (const key of keys) {
    if (!(value instanceof Map)) return absent
    value = value.get(key)
  }
  return value === undefined ? absent : writeTree(value)
}

const isNothing = (value: JsonText) => value === 'null' || value === 'false' || value === '""'

/** `{{a || b || 'text'}}` is the first that is something. */
function evaluate(known: Shortcodes, expression: string): JsonText {
  const values = expression.split('||').map((part) => {
    const [, literal] = /^'([^']*)'$/.exec(part.trim()) ?? []
    return literal === undefined ? valueAt(known, part.trim()) : jsonText(JSON.stringify(literal))
  })
  return values.find((value) => !isNothing(value)) ?? values.at(-1)!
}

/** Within other text a value is written as people would: strings without quotes, nothing for null. */
function asText(value: JsonText): string {
  if (value === 'null') return ''
  return value.startsWith('"') ? (JSON.parse(value) as string) : value
}

function renderString(source: string, known: Shortcodes): string {
  if (source.endsWith(':') || !source.includes('{{')) return source
  const text = JSON.parse(source) as string
  const [, only] = onlyShortcode.exec(text) ?? []
  if (only !== undefined) return evaluate(known, only)
  return JSON.stringify(text.replaceAll(shortcode, (_, part: string) => asText(evaluate(known, part))))
}

/**
 * The claims with every shortcode replaced. A string that is one shortcode becomes its value, of whatever type;
 * among other text the value is written into the string. What is not known is null. What a value holds is data:
 * shortcodes in somebody's metadata are not replaced in turn.
 */
export const renderClaims = (claims: JsonText, known: Shortcodes): JsonText =>
  jsonText(claims.replaceAll(strings, (source) => renderString(source, known)))

/** A tree of what is JSON text, or of a value that is not text yet. */
export const treeOf = (value: unknown): JsonTree => readTree(JSON.stringify(value ?? null))
