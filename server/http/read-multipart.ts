/** A body that is no multipart form. The message follows "The request body". */
export class MalformedForm extends Error {}

/** One part of a form. Its declared type and file name are not looked at: they prove nothing. */
export interface Part {
  readonly name: string
  readonly content: Buffer
}

const partsMax = 32
const headersBytesMax = 16_384
const lineEnd = Buffer.from('\r\n')
const headersEnd = Buffer.from('\r\n\r\n')

const parameter = /;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]+))/g

/** The name of a field, of the headers of its part. */
function nameOf(headers: string): string {
  const disposition = /^content-disposition:[ \t]*form-data(.*)$/im.exec(headers)?.[1]
  for (const [, key, quoted, plain] of (disposition ?? '').matchAll(parameter))
    if (key!.toLowerCase() === 'name') return quoted?.replaceAll(/\\(.)/g, '$1') ?? plain!
  throw new MalformedForm('has a part without a name')
}

function readPart(bytes: Buffer): Part {
  const end = bytes.subarray(0, headersBytesMax).indexOf(headersEnd)
  if (end < 0) throw new MalformedForm('has a part with broken headers')
  return {
    name: nameOf(bytes.toString('utf8', 0, end)),
    content: bytes.subarray(end + headersEnd.length),
  }
}

/** Where the line of a delimiter ends, and whether it was the last: spaces may follow it on its line. */
function afterDelimiter(bytes: Buffer, from: number): { at: number; isLast: boolean } {
  if (bytes.toString('latin1', from, from + 2) === '--') return { at: from + 2, isLast: true }
  let at = from
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++
  if (!bytes.subarray(at, at + 2).equals(lineEnd)) throw new MalformedForm('has a broken delimiter')
  return { at: at + 2, isLast: false }
}

/**
 * The parts of a multipart form that was read as a whole; they share its memory. A form that ends without its last
 * delimiter was cut off on its way. Throws `MalformedForm`.
 */
export function readMultipart(bytes: Buffer, boundary: string): Part[] {
  const first = Buffer.from(`--${boundary}`)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const isAtStart = bytes.subarray(0, first.length).equals(first)
  const preamble = isAtStart ? 0 : bytes.indexOf(delimiter)
  if (preamble < 0) throw new MalformedForm('lacks the delimiter that its Content-Type names')
  let { at, isLast } = afterDelimiter(bytes, preamble + (isAtStart ? first : delimiter).length)
  const parts: Part[] = []
  while (!isLast) {
    const end = bytes.indexOf(delimiter, at)
    if (end < 0) throw new MalformedForm('ends within a part')
    if (parts.length === partsMax) throw new MalformedForm(`has more than ${partsMax} parts`)
    parts.push(readPart(bytes.subarray(at, end)))
    ;({ at, isLast } = afterDelimiter(bytes, end + delimiter.length))
  }
  return parts
}
