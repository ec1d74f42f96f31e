import type { TObject, TSchema } from 'typebox'
import { type Problem, problem, Refusal, refuseAny } from '#server/refusal.ts'

export type RawQuery = ReadonlyMap<string, readonly string[]>

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new Refusal('malformed_request_parameters')
  }
}

/**
 * Keys and their values in order. `key[]` is the same key, and empty segments are skipped: clients write
 * both. Nothing here knows any parameter.
 */
export function parseQuery(url: string): RawQuery {
  const query = new Map<string, string[]>()
  const start = url.indexOf('?')
  if (start < 0) return query
  for (const segment of url.slice(start + 1).split('&')) {
    if (segment === '') continue
    const equals = segment.indexOf('=')
    const key = decode(equals < 0 ? segment : segment.slice(0, equals)).replace(/\[\]$/, '')
    const value = equals < 0 ? '' : decode(segment.slice(equals + 1))
    const values = query.get(key)
    if (values) values.push(value)
    else query.set(key, [value])
  }
  return query
}

type Parameter = TSchema & { type?: string; format?: string; maxItems?: number }

function readTime(key: string, text: string, problems: Problem[]): number | undefined {
  if (/^-?\d{1,15}$/.test(text)) return Number(text)
  problems.push(problem('form_param_invalid_date', { param: key }))
  return undefined
}

function readBoolean(key: string, text: string, problems: Problem[]): boolean | undefined {
  if (text === 'true' || text === 'false') return text === 'true'
  problems.push(problem('form_param_value_invalid', { param: key, problem: 'must be true or false' }))
  return undefined
}

function readParameter(
  key: string,
  schema: Parameter,
  values: readonly string[],
  problems: Problem[],
): unknown {
  if (schema.type === 'array') {
    const max = schema.maxItems ?? Number.POSITIVE_INFINITY
    if (values.length > max) problems.push(problem('form_param_array_size_exceeded', { param: key, max }))
    return values
  }
  const first = values[0]!
  if (first === '') return undefined
  if (schema.type === 'boolean') return readBoolean(key, first, problems)
  if (schema.type !== 'integer') return first
  if (schema.format === 'int64') return readTime(key, first, problems)
  // Page sizes and offsets that are no numbers count as absent: callers rely on it.
  return /^-?\d{1,100}$/.test(first) ? Math.min(Number(first), Number.MAX_SAFE_INTEGER) : undefined
}

/**
 * The parameters that the operation declares; others are ignored. Of a repeated single value the first
 * counts, and an empty single value is none.
 */
export function readQuery(schema: TObject, query: RawQuery): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const [key, parameter] of Object.entries(schema.properties)) {
    const values = query.get(key)
    if (values) input[key] = readParameter(key, parameter as Parameter, values, problems)
  }
  refuseAny(problems)
  return input
}
