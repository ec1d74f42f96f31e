import { MIMEType } from 'node:util'
import type { TArray, TObject } from 'typebox'
import {
  type JsonTree,
  readItems,
  readTree,
  TooDeep,
  UnreadableNumber,
  writeTree,
} from '#server/json-text.ts'
import { problem, Refusal, refuseAny } from '#server/refusal.ts'
import { createBodyCheck, isMetadata } from './check-body.ts'

export const bodyBytesMax = 1024 * 1024

const expected = 'application/json'

/** JSON travels as UTF-8; a parameter that says otherwise announces text that would be misread. */
function refuseMediaType(header: string | undefined): void {
  let type: MIMEType | undefined
  try {
    type = new MIMEType(header ?? '')
  } catch {
    type = undefined
  }
  const charset = type?.params.get('charset')?.toLowerCase() ?? 'utf-8'
  if (type?.essence !== expected || (charset !== 'utf-8' && charset !== 'utf8'))
    throw new Refusal('unsupported_content_type', { actual: header ?? '(none)', expected })
}

function decode(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    throw new Refusal('form_param_value_invalid', {
      param: 'body',
      problem: 'has an invalid character encoding',
    })
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('request_body_invalid')
  }
}

/** What JSON.parse takes and other readers do not is refused, by the key that it stands under. */
function refusingUnreadable<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof TooDeep)
      throw new Refusal('form_param_value_invalid', {
        param: error.key ?? 'body',
        problem: 'is nested too deeply',
      })
    if (error instanceof UnreadableNumber)
      throw new Refusal('form_param_value_invalid', {
        param: error.key ?? 'body',
        problem: 'has a number beyond the range of a double',
      })
    throw error
  }
}

/** The source text of each key, with the keys that came twice. */
function readSource(text: string): { tree: Map<string, JsonTree>; twice: string[] } {
  const twice: string[] = []
  const tree = refusingUnreadable(() => readTree(text, (key) => twice.push(key)))
  return { tree: tree as Map<string, JsonTree>, twice }
}

export interface RawBody {
  readonly bytes: Buffer | undefined
  readonly contentType: string | undefined
  readonly contentEncoding: string | undefined
}

/**
 * Reads the body of one operation: bounds, media type, encoding, JSON, then the contract's schema. An
 * absent body, an empty one and `null` are the same as `{}`. Metadata comes out as JSON text.
 */
export function createBodyReader(schema: TObject): (raw: RawBody) => Record<string, unknown> {
  const read = createObjectReader(schema)
  return (raw) => {
    const { text, value } = readJson(raw)
    return read(text, value)
  }
}

/** The same for a body that is an array of such objects, which `property` of what is read holds. */
export function createListReader(
  property: string,
  schema: TObject,
): (raw: RawBody) => Record<string, unknown> {
  const read = createObjectReader((schema.properties[property] as TArray<TObject>).items)
  return (raw) => {
    const { text, value } = readJson(raw)
    if (!Array.isArray(value)) throw new Refusal('request_body_invalid')
    const items = refusingUnreadable(() => readItems(text))
    return {
      [property]: items.map((item, position) => {
        if (value[position] === null) throw new Refusal('request_body_invalid')
        return read(item, value[position])
      }),
    }
  }
}

/** The text of the body and what it says; both say null where there is none. */
function readJson({ bytes, contentType, contentEncoding }: RawBody): { text: string; value: unknown } {
  if (!bytes || bytes.length === 0) return { text: 'null', value: null }
  if (contentEncoding !== undefined && contentEncoding !== 'identity')
    throw new Refusal('unsupported_content_type', {
      actual: `Content-Encoding ${contentEncoding}`,
      expected,
    })
  refuseMediaType(contentType)
  const text = decode(bytes)
  return { text, value: parse(text) }
}

function createObjectReader(schema: TObject): (text: string, value: unknown) => Record<string, unknown> {
  const check = createBodyCheck(schema)
  const metadata = Object.keys(schema.properties).filter((key) => isMetadata(schema.properties[key]!))
  return (text, value) => {
    if (value === null) {
      refuseAny(check({}))
      return {}
    }
    if (typeof value !== 'object' || Array.isArray(value)) throw new Refusal('request_body_invalid')
    const { tree, twice } = readSource(text)
    const input = value as Record<string, unknown>
    refuseAny(
      [...new Set(twice)].map((param) => problem('form_param_duplicate', { param })).concat(check(input)),
    )
    const read: Record<string, unknown> = { ...input }
    for (const key of metadata) if (read[key]) read[key] = writeTree(tree.get(key)!)
    return read
  }
}
