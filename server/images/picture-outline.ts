import { gifOutline } from './gif-outline.ts'
import { jpegOutline } from './jpeg-outline.ts'
import { pngOutline } from './png-outline.ts'
import { type Outline, Unreadable } from './reading.ts'
import { webpOutline } from './webp-outline.ts'

const startsWith = (bytes: Buffer, text: string, at = 0) =>
  bytes.subarray(at).indexOf(text, 0, 'latin1') === 0

/** By the first bytes alone: what a caller or a file name says of the content proves nothing. */
function readerOf(bytes: Buffer): ((bytes: Buffer) => Outline) | undefined {
  const head = bytes.subarray(0, 16)
  if (startsWith(head, '\xff\xd8\xff')) return jpegOutline
  if (startsWith(head, '\x89PNG\r\n\x1a\n')) return pngOutline
  if (startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')) return gifOutline
  if (startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)) return webpOutline
  return undefined
}

/**
 * What a file is, found by walking its blocks and decoding none; undefined for a format that is not taken. Uses the memory of `bytes` for
 * its answer, so that a large file is not held twice. Throws `Unreadable`.
 */
export function outlineOf(bytes: Buffer): Outline | undefined {
  const read = readerOf(bytes)
  try {
    return read?.(bytes)
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('ends too early')
    throw error
  }
}
