import type { IncomingMessage } from 'node:http'
import { MIMEType } from 'node:util'
import { type Upload, uploadTextBytesMax } from '#contract/operation.ts'
import { type Problem, problem, Refusal, refuseAny } from '#server/refusal.ts'
import { MalformedForm, type Part, readMultipart } from './read-multipart.ts'

/** What the delimiters and headers of a form may take beside the file. */
const formBytesMax = 65_536
const multipart = 'multipart/form-data'

/** What the server calls a body that it leaves to the operation to read. */
export const unreadType = 'application/x-unread'

const malformed = (problem: string) => new Refusal('upload_malformed', { problem })
const tooLarge = ({ bytesMax }: Upload) => new Refusal('image_too_large', { bytes_max: bytesMax })

function mediaTypeOf(header: string | undefined): MIMEType | undefined {
  try {
    return new MIMEType(header ?? '')
  } catch {
    return undefined
  }
}

/** The delimiter of the form that is announced. Refuses anything else before a byte of it is read. */
export function boundaryOf(contentType: string | undefined, contentEncoding: string | undefined): string {
  const type = mediaTypeOf(contentType)
  if (type?.essence !== multipart)
    throw new Refusal('unsupported_content_type', { actual: contentType ?? '(none)', expected: multipart })
  if (contentEncoding !== undefined && contentEncoding !== 'identity')
    throw new Refusal('unsupported_content_type', {
      actual: `Content-Encoding ${contentEncoding}`,
      expected: multipart,
    })
  const boundary = type.params.get('boundary')
  if (!boundary || boundary.length > 200) throw malformed('is no multipart form with a boundary')
  return boundary
}

/** Refuses by what is announced, and again by what comes; what comes after that is let run, so that the answer is heard. */
export async function readUploadBytes(
  message: IncomingMessage,
  upload: Upload,
  bytesMax = upload.bytesMax + formBytesMax,
): Promise<Buffer> {
  if (Number(message.headers['content-length']) > bytesMax) throw tooLarge(upload)
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of message.iterator({ destroyOnReturn: false })) {
      length += (chunk as Buffer).length
      if (length > bytesMax) break
      chunks.push(chunk as Buffer)
    }
  } catch {
    // The caller has gone in the middle of it.
    throw new Refusal('malformed_request_parameters')
  }
  if (length <= bytesMax) return Buffer.concat(chunks, length)
  message.resume()
  throw tooLarge(upload)
}

function readParts(form: Buffer, boundary: string): Part[] {
  try {
    return readMultipart(form, boundary)
  } catch (error) {
    throw error instanceof MalformedForm ? malformed(error.message) : error
  }
}

const isOf = ({ field, texts = {} }: Upload, name: string) => name === field || Object.hasOwn(texts, name)

function problemsOf(param: string, { length, 0: first }: readonly Part[], { field }: Upload): Problem[] {
  if (length > 1) return [problem('form_param_duplicate', { param })]
  if (param === field || first!.content.length <= uploadTextBytesMax) return []
  return [problem('form_param_max_length_exceeded', { param, max: uploadTextBytesMax })]
}

/** The one file of the form, and the texts beside it. A form has no other part, as a JSON body has no other key. */
export function readForm(
  form: Buffer,
  boundary: string,
  upload: Upload,
): { readonly file: Buffer; readonly texts: Readonly<Record<string, string>> } {
  const { field } = upload
  if (form.length === 0) throw new Refusal('upload_missing', { param: field })
  const parts = Map.groupBy(readParts(form, boundary), ({ name }) => name)
  const [file] = parts.get(field) ?? []
  if (!file) throw new Refusal('upload_missing', { param: field })
  const given = [...parts]
  refuseAny([
    ...given.flatMap(([param]) => (isOf(upload, param) ? [] : [problem('form_param_unknown', { param })])),
    ...given.flatMap(([param, found]) => (isOf(upload, param) ? problemsOf(param, found, upload) : [])),
  ])
  if (file.content.length > upload.bytesMax) throw tooLarge(upload)
  const texts = given.filter(([name]) => name !== field)
  return {
    file: file.content,
    texts: Object.fromEntries(texts.map(([name, [part]]) => [name, part!.content.toString('utf8')])),
  }
}

export const readFile = (form: Buffer, boundary: string, upload: Upload): Buffer =>
  readForm(form, boundary, upload).file

/** A file that was sent as base64 text in the place of a form, as browsers' clients may. */
export function readTextFile(text: Buffer, upload: Upload): Buffer {
  const file = Buffer.from(text.toString('latin1').replace(/^data:[^,]*,/, ''), 'base64')
  if (file.length === 0) throw new Refusal('upload_missing', { param: upload.field })
  if (file.length > upload.bytesMax) throw tooLarge(upload)
  return file
}
