import { MIMEType } from 'node:util'
import type { TObject, TSchema } from 'typebox'
import { readTree, writeTree } from '#server/json-text.ts'
import { problem, Refusal, refuseAny } from '#server/refusal.ts'
import { createBodyCheck, isMetadata } from '../check-body.ts'
import type { RawBody } from '../read-body.ts'

const expected = 'application/x-www-form-urlencoded'

function refuseMediaType(header: string | undefined): void {
  let essence: string | undefined
  try {
    essence = new MIMEType(header ?? '').essence
  } catch {
    essence = undefined
  }
  if (essence !== expected)
    throw new Refusal('unsupported_content_type', { actual: header ?? '(none)', expected })
}

function decode(bytes: Buffer): URLSearchParams {
  const text = bytes.toString('latin1')
  // What URLSearchParams would quietly replace.
  if (/%(?![0-9a-f]{2})/i.test(text)) throw new Refusal('malformed_request_parameters')
  try {
    decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new Refusal('form_param_value_invalid', {
      param: 'body',
      problem: 'has an invalid character encoding',
    })
  }
  return new URLSearchParams(text)
}

const typesOf = (schema: TSchema): string[] => [(schema as { type?: string | string[] }).type ?? []].flat()

/** The value that the text of one field stands for; undefined where an empty text means that it is not given. */
function readText(text: string, schema: TSchema): unknown {
  const types = typesOf(schema)
  if (text === '') return types.includes('null') ? null : undefined
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  if (types.includes('integer') && /^-?\d{1,15}$/.test(text)) return Number(text)
  if (isMetadata(schema)) {
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  }
  return text
}

const isList = (schema: TSchema) => typesOf(schema).includes('array')

/** The value of one field; a list is its field repeated, and not given without a single text. */
function readField(texts: readonly string[], schema: TSchema | undefined): unknown {
  if (!schema || !isList(schema)) return schema ? readText(texts[0]!, schema) : texts[0]
  const given = texts.filter((text) => text !== '')
  return given.length > 0 ? given : undefined
}

/**
 * Reads the form of one operation: media type, encoding, then the contract's schema. An empty field is one that
 * is not given, or null where the contract knows null. A field that is an object comes as JSON and stays text; one that is
 * a list comes repeated.
 */
export function createFormReader(schema: TObject): (raw: RawBody) => Record<string, unknown> {
  const check = createBodyCheck(schema)
  return ({ bytes, contentType, contentEncoding }) => {
    if (contentEncoding !== undefined && contentEncoding !== 'identity')
      throw new Refusal('unsupported_content_type', {
        actual: `Content-Encoding ${contentEncoding}`,
        expected,
      })
    if (!bytes || bytes.length === 0) {
      refuseAny(check({}))
      return {}
    }
    refuseMediaType(contentType)
    const form = decode(bytes)
    const names = [...new Set(form.keys())]
    const shapeOf = (name: string): TSchema | undefined =>
      Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined
    const isOnce = (shape: TSchema | undefined) => !shape || !isList(shape)
    const twice = names.filter((name) => form.getAll(name).length > 1 && isOnce(shapeOf(name)))
    const input: Record<string, unknown> = Object.create(null)
    for (const name of names) {
      const value = readField(form.getAll(name), shapeOf(name))
      if (value !== undefined) input[name] = value
    }
    refuseAny(twice.map((param) => problem('form_param_duplicate', { param })).concat(check(input)))
    const read: Record<string, unknown> = { ...input }
    for (const name of names)
      if (read[name] && isMetadata(schema.properties[name]!))
        read[name] = writeTree(readTree(form.get(name)!, () => undefined))
    return read
  }
}
