const token =
  /("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|[{}[\],:]/y

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end'

/** What may follow a token where something is expected; undefined when the token may not stand there. */
function next(expected: Expected, found: string, isScalar: boolean, open: string[]): Expected | undefined {
  if (expected === 'colon') return found === ':' ? 'value' : undefined
  if (expected === 'comma or end') {
    if (found === ',' && open.length > 0) return open.at(-1) === '{' ? 'key' : 'value'
    if (found === (open.at(-1) === '{' ? '}' : ']') && open.pop()) return 'comma or end'
    return undefined
  }
  if (expected === 'key' || expected === 'key or }') {
    if (isScalar && found.startsWith('"')) return 'colon'
    return found === '}' && expected === 'key or }' && open.pop() ? 'comma or end' : undefined
  }
  if (isScalar) return 'comma or end'
  if (found === ']' && expected === 'value or ]' && open.pop()) return 'comma or end'
  if (found !== '{' && found !== '[') return undefined
  open.push(found)
  return found === '{' ? 'key or }' : 'value or ]'
}

/**
 * Line and column, from 1, at which a text stops being JSON. JSON.parse tells the place of only some
 * mistakes, and quotes the text around others.
 */
export function placeOfMistake(text: string): { line: number; column: number } {
  const open: string[] = []
  let expected: Expected | undefined = 'value'
  let at = 0
  for (;;) {
    while (/[ \t\r\n]/.test(text.charAt(at))) at++
    token.lastIndex = at
    const match = token.exec(text)
    expected = match ? next(expected, match[0], match[1] !== undefined, open) : undefined
    if (!expected) break
    at = token.lastIndex
  }
  const lines = text.slice(0, at).split(/\r\n|\r|\n/)
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}
