import type { FastifyRequest } from 'fastify'
import type { Upload } from '#contract/operation.ts'
import { Refusal } from '#server/refusal.ts'
import { boundaryOf, readFile, readTextFile, readUploadBytes } from '../read-upload.ts'

const text = 'application/octet-stream'
/** Of a `data:` address before its base64. */
const prefixBytesMax = 1024

/** Refuses what announces itself as no file at once; the bytes come when the reader is called. */
export function fileReader(
  { headers, raw }: FastifyRequest,
  contentType: string | undefined,
  upload: Upload,
): () => Promise<Buffer> {
  const encoding = headers['content-encoding']
  if (contentType?.trim().toLowerCase() !== text) {
    const boundary = boundaryOf(contentType, encoding)
    return async () => readFile(await readUploadBytes(raw, upload), boundary, upload)
  }
  if (encoding !== undefined && encoding !== 'identity')
    throw new Refusal('unsupported_content_type', {
      actual: `Content-Encoding ${encoding}`,
      expected: 'identity',
    })
  const bytesMax = Math.ceil(upload.bytesMax / 3) * 4 + prefixBytesMax
  return async () => readTextFile(await readUploadBytes(raw, upload, bytesMax), upload)
}
