import { type JsonText, jsonText } from '#contract/shapes.ts'

/**
 * JSON that keeps what JavaScript objects lose: the digits of numbers, the order of integer-like
 * keys, and keys such as `__proto__` as plain data. An object is a Map; anything else, arrays
 * included, is its compact source text.
 */
export type JsonTree = Map<string, JsonTree> | string

/** A number that no double can hold, such as 1e400: clients in several languages fail to read it back. */
export class UnreadableNumber extends Error {
  /** The key at the top that it stands under. */
  key: string | undefined
}
/** Nested deeper than `depthMax`: merging and reading back would exhaust a stack somewhere. */
export class TooDeep extends Error {
  /** The key at the top that it stands under. */
  key: string | undefined
}

export const depthMax = 1200

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g

type Frame = { map: Map<string, JsonTree>; key: string | undefined } | { items: string[] }

/** Escapes are written one way, so that the size of a text does not depend on the client that sent it. */
const canonicalString = (source: string) =>
  source.includes('\\') ? JSON.stringify(JSON.parse(source)) : source

function scalar(source: string): string {
  if (source.startsWith('"')) return canonicalString(source)
  if (/^[-\d]/.test(source) && !Number.isFinite(Number(source))) throw new UnreadableNumber()
  return source
}

/**
 * Reads a text that JSON.parse has accepted. Of repeated keys the last wins, as in JSON.parse;
 * `onDuplicate` hears of those at the top.
 */
export function readTree(text: string, onDuplicate?: (key: string) => void): JsonTree {
  const frames: Frame[] = []
  try {
    return readFrames(text, frames, onDuplicate)
  } catch (error) {
    const top = frames[0]
    if ((error instanceof TooDeep || error instanceof UnreadableNumber) && top && 'map' in top)
      error.key = top.key
    throw error
  }
}

/** The compact text of each item of an array that JSON.parse has accepted. */
export function readItems(text: string): string[] {
  const frames: Frame[] = []
  let items: string[] = []
  readFrames(text, frames, undefined, (all) => {
    items = all
  })
  return items
}

function readFrames(
  text: string,
  frames: Frame[],
  onDuplicate?: (key: string) => void,
  onItems?: (items: string[]) => void,
): JsonTree {
  let result: JsonTree = 'null'
  const give = (value: JsonTree) => {
    const frame = frames.at(-1)
    if (!frame) result = value
    else if ('items' in frame) frame.items.push(typeof value === 'string' ? value : writeTree(value))
    else {
      if (frames.length === 1 && frame.map.has(frame.key!)) onDuplicate?.(frame.key!)
      frame.map.set(frame.key!, value)
      frame.key = undefined
    }
  }
  for (const [part] of text.matchAll(token)) {
    const frame = frames.at(-1)
    if (part === '{' || part === '[') {
      if (frames.length >= depthMax) throw new TooDeep()
      frames.push(part === '{' ? { map: new Map(), key: undefined } : { items: [] })
    } else if (part === '}' || part === ']') {
      frames.pop()
      if (frames.length === 0 && 'items' in frame!) onItems?.(frame.items)
      give('items' in frame! ? `[${frame.items.join(',')}]` : frame!.map)
    } else if (part === ',' || part === ':') {
    } else if (frame && 'map' in frame && frame.key === undefined) {
      frame.key = JSON.parse(part) as string
    } else {
      give(scalar(part))
    }
  }
  return result
}

/** The compact text of a tree. */
export function writeTree(tree: JsonTree): JsonText {
  if (typeof tree === 'string') return jsonText(tree)
  let text = ''
  for (const [key, value] of tree) text += `${text ? ',' : ''}${JSON.stringify(key)}:${writeTree(value)}`
  return jsonText(`{${text}}`)
}
