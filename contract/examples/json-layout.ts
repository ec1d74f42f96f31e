import type { Json } from './example.ts'

const widthMax = 48

/** JSON with two spaces, in which whatever fits on one line stays on one line. `key` stands before the value. */
export function layoutJson(value: Json, indent = '', key = ''): string {
  if (value === null || typeof value !== 'object') return key + JSON.stringify(value)
  const isArray = Array.isArray(value)
  const [open, close, pad] = isArray ? ['[', ']', ''] : ['{', '}', ' ']
  const entries = Object.entries(value)
  if (entries.length === 0) return key + open + close
  const lines = entries.map(([name, one]) =>
    layoutJson(one, `${indent}  `, isArray ? '' : `${JSON.stringify(name)}: `),
  )
  const line = key + open + pad + lines.join(', ') + pad + close
  if (key && !line.includes('\n') && indent.length + line.length <= widthMax) return line
  return `${key}${open}\n${lines.map((text) => `${indent}  ${text}`).join(',\n')}\n${indent}${close}`
}
