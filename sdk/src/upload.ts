import { camelName } from './wire-names.ts'

/** A file to send: a `File` or `Blob`, or its bytes, such as a `Buffer` of Node. */
export type FileContent = Uint8Array | { arrayBuffer(): Promise<ArrayBuffer> }

async function bytesOf(field: string, file: unknown): Promise<Uint8Array> {
  if (file instanceof Uint8Array) return file
  const { arrayBuffer } = (file ?? {}) as { arrayBuffer?: unknown }
  if (typeof arrayBuffer !== 'function')
    throw new TypeError(`${field} must be a File, a Blob or a Uint8Array`)
  return new Uint8Array(await (file as Blob).arrayBuffer())
}

/** The wire names and values of the texts that were given. */
function textsOf(names: readonly string[], params: Record<string, unknown>): [string, string][] {
  const given = names.map((name): [string, unknown] => [name, params[camelName(name)] ?? undefined])
  return given.flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return []
    if (typeof value !== 'string') throw new TypeError(`${camelName(name)} must be a string`)
    return [[name, value]]
  })
}

/** The form as one piece, so that it can be sent again. The server looks at nothing but the bytes of the parts. */
export async function formOf(
  field: string,
  params: object | undefined,
  textNames: readonly string[] = [],
): Promise<{ readonly contentType: string; readonly body: ArrayBuffer }> {
  const given = (params ?? {}) as Record<string, unknown>
  const file = await bytesOf(field, given[field])
  const boundary = `bartleby-${crypto.randomUUID()}`
  const begin = (name: string, more: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`
  const texts = textsOf(textNames, given).map(([name, value]) => `${begin(name, '')}${value}\r\n`)
  const head = begin(field, `; filename="${field}"\r\nContent-Type: application/octet-stream`)
  const encoder = new TextEncoder()
  const pieces = [encoder.encode(texts.join('') + head), file, encoder.encode(`\r\n--${boundary}--\r\n`)]
  const form = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    form.set(piece, at)
    at += piece.length
  }
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: form.buffer }
}
