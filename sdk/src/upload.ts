/** A file to send: a `File` or `Blob`, or its bytes, such as a `Buffer` of Node. */
export type FileContent = Uint8Array | { arrayBuffer(): Promise<ArrayBuffer> }

async function bytesOf(field: string, file: unknown): Promise<Uint8Array> {
  if (file instanceof Uint8Array) return file
  const { arrayBuffer } = (file ?? {}) as { arrayBuffer?: unknown }
  if (typeof arrayBuffer !== 'function')
    throw new TypeError(`${field} must be a File, a Blob or a Uint8Array`)
  return new Uint8Array(await (file as Blob).arrayBuffer())
}

/** The form as one piece, so that it can be sent again. The server looks at nothing but the bytes of the file. */
export async function formOf(
  field: string,
  params: object | undefined,
): Promise<{ readonly contentType: string; readonly body: ArrayBuffer }> {
  const file = await bytesOf(field, (params as Record<string, unknown> | undefined)?.[field])
  const boundary = `bartleby-${crypto.randomUUID()}`
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${field}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const encoder = new TextEncoder()
  const pieces = [encoder.encode(head), file, encoder.encode(`\r\n--${boundary}--\r\n`)]
  const form = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    form.set(piece, at)
    at += piece.length
  }
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: form.buffer }
}
